#pragma once

#include <vector>

#include "formats/json_names.h"
#include "frontends/terraform/plan.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "value/value.h"

namespace exr {

/// What Terraform planned for a resource.
struct PlannedValue {
  /// An Object. What `after_unknown` marks is an Unknown (KnownAfterApply) whose text is the
  /// address with the attribute's path; its origin is the record. What `after_sensitive` marks
  /// keeps its value, but carries the trail of a secret, so that it is never shown.
  Value attributes;
};

/// Decodes one resource's values. They were valid JSON when the plan was read. Whoever decodes many
/// resources gives them `names` to share, which may end before them.
PlannedValue planned_value(const PlannedResource& resource, const SourceMap& sources,
                           const Limits& limits, JsonNames& names);
PlannedValue planned_value(const PlannedResource& resource, const SourceMap& sources,
                           const Limits& limits);

/// Decodes any other JSON of a plan (`expressions`, a variable's value); null for an invalid span.
Value plan_json(Span span, const SourceMap& sources, const Limits& limits, JsonNames& names);
Value plan_json(Span span, const SourceMap& sources, const Limits& limits);

}  // namespace exr
