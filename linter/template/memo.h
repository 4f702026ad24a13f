#pragma once

#include <cstdint>

namespace exr {

/// How far the one computation of a lazy value has come.
enum class Progress : std::uint8_t { Untouched, Running, Done };

/// A value that is computed when it is first asked for. While it is Running, `value` is what those
/// get who need it to compute itself.
template <typename T>
struct Memo {
  Progress progress = Progress::Untouched;
  T value{};
};

}  // namespace exr
