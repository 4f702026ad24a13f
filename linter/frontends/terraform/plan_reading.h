#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "findings/problem.h"
#include "formats/json_cursor.h"
#include "frontends/terraform/plan.h"
#include "support/limits.h"
#include "support/text.h"

namespace exr {

/// What the parts of read_plan() share: the cursor over the file and the plan that comes of it.
class PlanReading {
 public:
  /// All outlive the reading. The plan gets its root module.
  PlanReading(JsonCursor& cursor, Plan& plan, const Limits& limits, Problems& problems);

  JsonCursor& cursor() { return cursor_; }
  Plan& plan() { return plan_; }

  /// Whether the value at the cursor is of a kind, as the field `name` must be. A null, as
  /// Terraform writes where it has nothing, is skipped. Anything else ends the reading with a
  /// SyntaxError.
  bool stands_at(JsonKind kind, std::string_view name);
  /// The string at the cursor; else as stands_at(), and empty.
  std::string text(std::string_view name);
  /// The boolean at the cursor; else as stands_at(), and false.
  bool flag(std::string_view name);

  /// The index of a module instance, which is added if it is new; empty if that is no address.
  std::optional<std::uint32_t> module(std::string_view address);
  /// Whether there may be one more resource in `resources`; ends the reading if not.
  bool has_room(const std::vector<PlannedResource>& resources);
  /// Says that the plan lacks resources.
  void tell_incomplete(const Span& place, std::string why);
  /// Says what is odd in a record, which is left out: the plan is partial.
  void leave_out(const Span& record, std::string why);

 private:
  JsonCursor& cursor_;
  Plan& plan_;
  const Limits& limits_;
  Problems& problems_;
  std::unordered_map<std::string, std::uint32_t, HashText, std::equal_to<>> modules_;
  // the module of the record before, which mostly has the next one too
  std::uint32_t last_module_ = 0;
};

}  // namespace exr
