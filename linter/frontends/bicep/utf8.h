#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace exr {

/// The offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no surrogates, no
/// overlong forms); empty if all is well.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

}  // namespace exr
