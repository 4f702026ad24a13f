#pragma once

#include <span>
#include <string_view>

#include "reporters/reporter.h"

namespace exr {

/// An output format by its name in `--format`.
struct ReporterEntry {
  std::string_view name;
  /// One line for the help text, lower case.
  std::string_view meaning;
  const Reporter& reporter;
};

/// Every output format, in the order of the help text.
std::span<const ReporterEntry> reporters();
/// The reporter of a format; null if there is none of this name. Lives as long as the program.
const Reporter* find_reporter(std::string_view name);

// One per source file of this room.
const Reporter& text_reporter();
const Reporter& json_reporter();
const Reporter& sarif_reporter();

}  // namespace exr
