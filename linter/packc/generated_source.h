#pragma once

#include <string>
#include <string_view>

namespace exr {

/// A C++ source file that defines `std::string_view NAME()`, which `header` declares, as the bytes.
/// `origin` says in its first line what they were made from.
struct GeneratedSource {
  std::string_view origin;
  std::string_view header;
  std::string_view name;
};
std::string source_text(const GeneratedSource& source, std::string_view bytes);

}  // namespace exr
