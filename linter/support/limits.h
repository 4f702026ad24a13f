#pragma once

#include <cstddef>
#include <cstdint>

namespace exr {

/// The limits at the door. Each is the default of a setting of the same name under `limits:` in the
/// configuration. Sizes in bytes.
struct Limits {
  std::size_t source_file_size = 8U << 20U;
  std::size_t arm_file_size = 32U << 20U;
  std::size_t plan_file_size = 1U << 30U;
  /// Levels of brackets, of objects in objects, of expressions in expressions.
  std::uint32_t nesting = 256;
  std::uint32_t module_depth = 64;
  std::uint32_t resources = 200'000;
  std::uint32_t loop_iterations = 100'000;
  std::size_t string_size = 8U << 20U;
  /// Steps of evaluation in one deployment with all its modules.
  std::uint64_t evaluation_steps = 50'000'000;
};

}  // namespace exr
