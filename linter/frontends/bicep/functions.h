#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace exr {

/// How many arguments a function of Bicep takes. `most` is 255 where there is no limit.
struct BicepSignature {
  std::string_view name;
  std::uint8_t least = 0;
  std::uint8_t most = 0;
};

/// The signature of a function that a Bicep file may call by this name: one that is computed
/// anywhere, or one that needs a deployment, other files or a parameter file. Names are exact in
/// case. Empty if there is none.
std::optional<BicepSignature> find_bicep_function(std::string_view name);
/// The names of all of them, for hints. Functions that ARM JSON has and Bicep does not are left
/// out.
const std::vector<std::string_view>& bicep_function_names();
/// How Bicep writes what ARM JSON has a function for (`equals` is `==`), null if it has none.
const char* find_operator_spelling(std::string_view arm_function);

/// The signature of a decorator, without `@` and `sys.`. Empty if there is none by this name.
std::optional<BicepSignature> find_decorator(std::string_view name);
const std::vector<std::string_view>& decorator_names();

}  // namespace exr
