#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace exr {

/// ASCII lower case. Azure compares type names, property names and IDs this way.
std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);

/// Equality, order and search without ASCII case.
bool equal_ignoring_case(std::string_view a, std::string_view b);
bool less_ignoring_case(std::string_view a, std::string_view b);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);
bool ends_with_ignoring_case(std::string_view text, std::string_view suffix);
/// The first place of `part` in `text` without ASCII case, npos if there is none.
std::size_t find_ignoring_case(std::string_view text, std::string_view part);

/// The pieces of `text` between the separators; always at least one.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

/// Whether a text fits a pattern, in which `*` stands for any text and `one` for any character
/// (none if it is a zero byte). With case.
bool matches_wildcards(std::string_view text, std::string_view pattern, char one = '\0');

/// The candidate with the smallest edit distance to `text` (without case), if it is near enough to
/// be what was meant; empty if none is.
std::string_view closest(std::string_view text, std::span<const std::string_view> candidates);
/// Levenshtein distance in bytes, without ASCII case.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Hash and equality without ASCII case, for unordered containers; transparent.
struct HashIgnoringCase {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const;
};
struct EqualIgnoringCase {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const {
    return equal_ignoring_case(a, b);
  }
};
/// Hash of text as it is, transparent.
struct HashText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

}  // namespace exr
