#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace exr {

namespace {

constexpr std::uint32_t kWidthOfUnknownTerminal = 80;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool is_terminal() { return isatty(STDOUT_FILENO) == 1; }

}  // namespace

std::uint32_t terminal_width() {
  if (!is_terminal()) return 0;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kWidthOfUnknownTerminal;
}

bool wants_color(ColorChoice choice) {
  if (choice != ColorChoice::Auto) return choice == ColorChoice::Always;
  if (!variable("NO_COLOR").empty()) return false;
  const std::string_view terminal = variable("TERM");
  return is_terminal() && !terminal.empty() && terminal != "dumb";
}

bool print(std::string_view text) {
  const std::size_t written = std::fwrite(text.data(), 1, text.size(), stdout);
  return std::fflush(stdout) == 0 && written == text.size();
}

void complain(std::string_view message) {
  std::fprintf(stderr, "exrlint: %.*s\n", static_cast<int>(message.size()), message.data());
}

std::string read_standard_input(std::size_t limit) {
  std::string text;
  std::array<char, 65536> piece{};
  while (text.size() <= limit) {
    const std::size_t wanted = std::min(piece.size(), limit + 1 - text.size());
    const std::size_t count = std::fread(piece.data(), 1, wanted, stdin);
    if (count == 0) break;
    text.append(piece.data(), count);
  }
  return text;
}

}  // namespace exr
