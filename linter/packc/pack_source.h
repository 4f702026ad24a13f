#pragma once

#include <string>
#include <string_view>

namespace exr {

/// C++ source that defines embedded_pack() (policy/pack.h) with these bytes. They stand in a string
/// literal: a compiler reads that in a hundredth of the time that an array of numbers takes.
std::string pack_source(std::string_view bytes);

}  // namespace exr
