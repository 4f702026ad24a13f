#include "frontends/terraform/planned_value.h"

#include "formats/json_cursor.h"
#include "formats/json_values.h"
#include "frontends/terraform/marked_values.h"
#include "frontends/terraform/plan_marks.h"

namespace exr {

namespace {

// A cursor at a value of a file that counts from the start of the file.
JsonCursor cursor_at(const Span& span, const SourceMap& sources, const Limits& limits) {
  const std::string_view text = sources.file(span.file).text();
  return JsonCursor(text.substr(0, span.end), span.file, limits, span.begin);
}

PlanMarks marks_at(const Span& span, const SourceMap& sources, const Limits& limits) {
  if (!span.valid()) return {};
  JsonCursor cursor = cursor_at(span, sources, limits);
  return PlanMarks(cursor);
}

}  // namespace

PlannedValue planned_value(const PlannedResource& resource, const SourceMap& sources,
                           const Limits& limits, JsonNames& names) {
  const PlanMarks unknown = marks_at(resource.after_unknown, sources, limits);
  const PlanMarks secret = marks_at(resource.after_sensitive, sources, limits);
  MarkedValues values(resource.address, resource.span, {.unknown = unknown, .secret = secret},
                      names);
  if (!resource.after.valid()) return {.attributes = values.made()};
  JsonCursor cursor = cursor_at(resource.after, sources, limits);
  return {.attributes = values.read(cursor)};
}

PlannedValue planned_value(const PlannedResource& resource, const SourceMap& sources,
                           const Limits& limits) {
  JsonNames names;
  return planned_value(resource, sources, limits, names);
}

Value plan_json(Span span, const SourceMap& sources, const Limits& limits, JsonNames& names) {
  if (!span.valid()) return {};
  JsonCursor cursor = cursor_at(span, sources, limits);
  return JsonValues(names).read(cursor);
}

Value plan_json(Span span, const SourceMap& sources, const Limits& limits) {
  JsonNames names;
  return plan_json(span, sources, limits, names);
}

}  // namespace exr
