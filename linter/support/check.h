#pragma once

/// States what must hold if exrlint itself is right. When it does not, prints file and line with a
/// request to report it and leaves with exit code 70 (`_exit`: no core dump, no destructors). Never
/// for the user's mistakes.
#define EXR_CHECK(condition)                               \
  do {                                                     \
    if (!(condition)) [[unlikely]]                         \
      ::exr::check_failed(#condition, __FILE__, __LINE__); \
  } while (false)

namespace exr {

/// Where EXR_CHECK ends. Does not return.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace exr
