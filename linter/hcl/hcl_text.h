#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace exr {

/// The text that a piece of a quoted HCL text stands for: `\n \r \t \" \\ \uXXXX \UXXXXXXXX`, and
/// `$${` and `%%{` for `${` and `%{`.
std::string unescaped_quoted(std::string_view piece);
/// The same for a heredoc, in which a backslash is a character.
std::string unescaped_heredoc(std::string_view piece);

/// Takes the indentation that all lines of a `<<-` heredoc share off each. `pieces` are its texts
/// between holes, empty for the holes; only the first stands at the beginning of a line.
void remove_indentation(std::vector<std::string>& pieces);

}  // namespace exr
