#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace exr {

/// FIPS 180-4 SHA-1, for UUIDs of version 5 only.
std::array<std::uint8_t, 20> sha1(std::string_view bytes);

}  // namespace exr
