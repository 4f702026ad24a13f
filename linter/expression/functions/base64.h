#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace exr {

/// RFC 4648 with padding.
std::string base64_encoded(std::string_view bytes);
/// Empty if the text is no base64; white space in it is left out.
std::optional<std::string> base64_decoded(std::string_view text);

}  // namespace exr
