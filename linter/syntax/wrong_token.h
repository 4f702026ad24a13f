#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace exr {

/// A token that does not fit where it stands, and what to say about it.
struct WrongToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string message;
};

/// The token after `before`, which is the end of the last token that fits. A line break is a token
/// where it ends what is not complete. The message names it, and the usual mistake where it looks
/// like one.
WrongToken wrong_token_at(std::string_view text, std::uint32_t before);

/// What stands between tokens.
enum class Trivia : std::uint8_t { BlanksAndComments, LineBreaksToo };
/// The offset of the first character from `at` on that is not of that kind.
std::size_t skip_trivia(std::string_view text, std::size_t at, Trivia trivia);

}  // namespace exr
