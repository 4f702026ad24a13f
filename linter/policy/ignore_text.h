#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exr {

/// What `exrlint:ignore EXR301 until=2027-03-31 -- reason` says, or `exrlint:ignore-file ...`.
struct IgnoreText {
  bool whole_file = false;
  /// IDs or names of rules, as written.
  std::vector<std::string> rules;
  /// Empty where none is given.
  std::string reason;
  /// From this day on (`2027-03-31`) it ends; empty: never.
  std::string until;
  /// What of it cannot be understood; empty if all can.
  std::string fault;
};

/// Reads a comment, whatever signs make it one; empty if it does not begin with `exrlint:ignore`.
std::optional<IgnoreText> read_ignore_comment(std::string_view comment);
/// Reads what stands behind `exrlint:ignore`, as the metadata of a JSON resource gives it.
IgnoreText read_ignore_text(std::string_view text);

}  // namespace exr
