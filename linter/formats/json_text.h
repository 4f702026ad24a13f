#pragma once

#include <string>
#include <string_view>

namespace exr {

/// Decodes what stands between the quotes of a JSON string, whose escapes were found to be right.
/// A surrogate without its other half becomes U+FFFD.
void decode_json_text(std::string_view text, std::string& out);

}  // namespace exr
