#include "app/configuration_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <variant>

namespace exr {

namespace {

// What costs stack must not be raised without end.
constexpr std::uint64_t kDeepest = 1024;
constexpr std::uint64_t kMost32 = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kMost64 = std::numeric_limits<std::uint64_t>::max();

struct LimitEntry {
  std::string_view name;
  std::variant<std::uint32_t Limits::*, std::uint64_t Limits::*> field;
  std::uint64_t most;
};

static_assert(sizeof(std::size_t) == sizeof(std::uint64_t));

constexpr std::array kLimits = {
    LimitEntry{"source_file_size", &Limits::source_file_size, kMost32 / 2},
    LimitEntry{"arm_file_size", &Limits::arm_file_size, kMost32 / 2},
    LimitEntry{"plan_file_size", &Limits::plan_file_size, kMost32 / 2},
    LimitEntry{"nesting", &Limits::nesting, kDeepest},
    LimitEntry{"module_depth", &Limits::module_depth, kDeepest},
    LimitEntry{"resources", &Limits::resources, kMost32},
    LimitEntry{"loop_iterations", &Limits::loop_iterations, kMost32},
    LimitEntry{"string_size", &Limits::string_size, kMost32 / 2},
    LimitEntry{"evaluation_steps", &Limits::evaluation_steps, kMost64},
};

void read_limit(const LimitEntry& entry, const Value& value, ConfigurationValues& values,
                Limits& limits) {
  const auto number = values.whole_number(value, fmt::format("`{}`", entry.name));
  if (!number) return;
  if (*number > entry.most) {
    values.report(value.origin(),
                  fmt::format("`{}` is {}, the most is {}", entry.name, *number, entry.most));
    return;
  }
  if (const auto* narrow = std::get_if<std::uint32_t Limits::*>(&entry.field)) {
    limits.** narrow = static_cast<std::uint32_t>(*number);
  } else {
    limits.*std::get<std::uint64_t Limits::*>(entry.field) = *number;
  }
}

}  // namespace

void read_limits(const Object& object, ConfigurationValues& values, Limits& limits) {
  std::vector<std::string_view> names;
  for (const LimitEntry& entry : kLimits) names.push_back(entry.name);
  for (const Object::Property& property : object.properties()) {
    const auto* entry =
        std::find_if(kLimits.begin(), kLimits.end(),
                     [&](const LimitEntry& candidate) { return candidate.name == property.name; });
    if (entry == kLimits.end()) {
      values.report_unknown(property.name_span, "limit", property.name, names);
    } else {
      read_limit(*entry, property.value, values, limits);
    }
  }
}

}  // namespace exr
