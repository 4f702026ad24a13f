#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/options.h"

namespace exr {

/// The columns of the terminal that standard output is; 0 if it is none.
std::uint32_t terminal_width();

/// Whether text on standard output is to be colored: as the option says, else on a terminal that
/// can, unless `NO_COLOR` is set (https://no-color.org).
bool wants_color(ColorChoice choice);

/// Writes to standard output. False if not all of it arrived.
bool print(std::string_view text);

/// One line to standard error, after the name of the program.
void complain(std::string_view message);

/// All of standard input, up to a limit: one byte more than that says that there was more.
std::string read_standard_input(std::size_t limit);

}  // namespace exr
