#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/json_block.h"

namespace exr {

/// The places of the tokens of JSON text, one after another: each bracket, colon and comma, the
/// opening quote of each string, the first byte of each number and word. Looks at blocks of 64
/// bytes without a branch per byte, after Langdale and Lemire, "Parsing Gigabytes of JSON per
/// Second" (https://arxiv.org/abs/1902.08318), but keeps nothing of the blocks that it has passed.
///
/// Inside strings it finds what is wrong: control characters, escapes that JSON does not have,
/// bytes that are no UTF-8. The order of the tokens is its reader's affair (JsonCursor).
class JsonIndex {
 public:
  enum class Fault : std::uint8_t { None, ControlCharacter, Escape, CodePoint, Utf8, OpenString };

  /// `text` outlives the index. Tokens are looked for from `begin`, which is in no string.
  JsonIndex(std::string_view text, std::size_t begin);

  /// The place of the next token; the size of the text at its end, or before a fault.
  std::size_t next() {
    while (tokens_ == 0) {
      if (!load_block()) return text_.size();
    }
    const auto bit = static_cast<std::size_t>(std::countr_zero(tokens_));
    tokens_ &= tokens_ - 1;
    return block_ + bit;
  }

  /// What ended the tokens too early, and where it stands.
  Fault fault() const { return fault_; }
  std::size_t fault_place() const { return fault_place_; }

 private:
  bool load_block();
  std::uint64_t escaped_bits(std::uint64_t backslash);
  void check_control(std::uint64_t control);
  void check_escapes(std::uint64_t escaped);
  void check_utf8(std::uint64_t wide);
  void note(Fault fault, std::size_t place);

  std::string_view text_;
  // where the block begins whose tokens are left, and the next one
  std::size_t block_ = 0;
  std::size_t next_block_ = 0;
  std::uint64_t tokens_ = 0;
  // what the block before hands on: all bits if it ends in a string; whether its last byte escapes
  // the next one; whether it ends in a number or word
  std::uint64_t in_string_ = 0;
  std::uint64_t escapes_next_ = 0;
  std::uint64_t in_word_ = 0;
  std::size_t utf8_until_ = 0;
  Fault fault_ = Fault::None;
  std::size_t fault_place_ = 0;
};

}  // namespace exr
