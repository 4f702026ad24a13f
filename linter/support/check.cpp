#include "support/check.h"

#include <unistd.h>

#include <cstdio>

namespace exr {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr,
               "exrlint: internal error: `%s` does not hold (%s:%d)\n"
               "This is a bug in exrlint, please report it together with the file that shows it.\n",
               condition, file, line);
  std::fflush(stderr);
  constexpr int kInternalError = 70;
  ::_exit(kInternalError);
}

}  // namespace exr
