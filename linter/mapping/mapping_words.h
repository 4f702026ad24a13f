#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exr {

/// A word of a mapping's expression. In quotes, or with quotes after `=`, it is a text whatever it
/// looks like.
struct MappingWord {
  std::string text;
  bool is_quoted = false;
};

/// The words between white space. Empty if a quote is not closed.
std::optional<std::vector<MappingWord>> mapping_words(std::string_view text);

/// The names of an ARM path: `properties.a['x.y'].b`. Empty if it is none.
std::vector<std::string> arm_path_names(std::string_view text);

}  // namespace exr
