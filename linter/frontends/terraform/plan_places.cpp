#include "frontends/terraform/plan_places.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "formats/json_cursor.h"

namespace exr {

namespace {

using Kind = PlanPlace::Kind;

JsonCursor cursor_at(const Span& span, const SourceMap& sources, const Limits& limits) {
  const std::string_view text = sources.file(span.file).text();
  return JsonCursor(text.substr(0, span.end), span.file, limits, span.begin);
}

// The member of an array or object that a place is in; `container` becomes its span.
std::optional<PlanStep> step_into(Span& container, const Span& place, const SourceMap& sources,
                                  const Limits& limits) {
  JsonCursor cursor = cursor_at(container, sources, limits);
  const JsonKind kind = cursor.kind();
  if (kind == JsonKind::Object) {
    cursor.enter();
    while (cursor.next_member()) {
      std::string name(cursor.name());
      const Span name_span = cursor.name_span();
      const Span value = cursor.skip();
      if (!value.contains(place) && !name_span.contains(place)) continue;
      container = value;
      return PlanStep(std::move(name));
    }
  } else if (kind == JsonKind::Array) {
    cursor.enter();
    for (std::int64_t index = 0; cursor.next_element(); ++index) {
      const Span value = cursor.skip();
      if (!value.contains(place)) continue;
      container = value;
      return PlanStep(index);
    }
  }
  return std::nullopt;
}

PlanPath path_to(Span container, const Span& place, const SourceMap& sources,
                 const Limits& limits) {
  PlanPath path;
  while (container != place) {
    auto step = step_into(container, place, sources, limits);
    if (!step) break;
    path.push_back(std::move(*step));
  }
  return path;
}

// An expression is an object of its own in the configuration.
void drop_expression(PlanPath& path) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] != PlanStep("references") && path[i] != PlanStep("constant_value")) continue;
    path.erase(path.begin() + static_cast<std::ptrdiff_t>(i));
    if (i < path.size() && std::holds_alternative<std::int64_t>(path[i])) path.resize(i);
    return;
  }
}

}  // namespace

PlanPlaces::PlanPlaces(const Plan& plan) : plan_(plan) {
  for (std::size_t i = 0; i < plan.resources.size(); ++i)
    add(plan.resources[i].span, Kind::Resource, i);
  for (std::size_t i = 0; i < plan.prior.size(); ++i) add(plan.prior[i].span, Kind::Prior, i);
  for (std::size_t i = 0; i < plan.variables.size(); ++i)
    add(plan.variables[i].value, Kind::Variable, i);
  for (std::size_t i = 0; i < plan.outputs.size(); ++i) add(plan.outputs[i].value, Kind::Output, i);
  // an output whose value is not known has none in the plan
  for (std::size_t i = 0; i < plan.outputs.size(); ++i) {
    const ConfiguredOutput* written =
        plan.configuration.find_output(ConfiguredModuleId::kRoot, plan.outputs[i].name);
    if (written != nullptr) add(written->expression, Kind::Output, i);
  }
  const auto& modules = plan.configuration.modules;
  for (std::uint32_t module = 0; module < modules.size(); ++module) {
    for (std::size_t i = 0; i < modules[module].resources.size(); ++i) {
      add(modules[module].resources[i].expressions, Kind::Block, i,
          static_cast<ConfiguredModuleId>(module));
    }
  }
  std::sort(records_.begin(), records_.end(),
            [](const Record& a, const Record& b) { return a.span < b.span; });
}

void PlanPlaces::add(const Span& span, Kind kind, std::size_t index, ConfiguredModuleId module) {
  if (span.valid())
    records_.push_back(
        {.span = span, .kind = kind, .index = static_cast<std::uint32_t>(index), .module = module});
}

std::optional<PlanPlace> PlanPlaces::find(const Span& place, const SourceMap& sources,
                                          const Limits& limits) const {
  auto record = std::upper_bound(
      records_.begin(), records_.end(), place.begin,
      [](std::uint32_t begin, const Record& each) { return begin < each.span.begin; });
  if (!place.valid() || record == records_.begin()) return std::nullopt;
  --record;
  if (!record->span.contains(place)) return std::nullopt;
  PlanPlace found{
      .kind = record->kind, .index = record->index, .module = record->module, .path = {}};
  for (const Span& value : values_of(*record)) {
    if (value.contains(place)) found.path = path_to(value, place, sources, limits);
  }
  if (found.kind == Kind::Block || found.kind == Kind::Output) drop_expression(found.path);
  return found;
}

// The parts of a record whose paths are those of the attributes.
std::vector<Span> PlanPlaces::values_of(const Record& record) const {
  const bool is_resource = record.kind == Kind::Resource || record.kind == Kind::Prior;
  if (!is_resource) return {record.span};
  const PlannedResource& resource =
      record.kind == Kind::Resource ? plan_.resources[record.index] : plan_.prior[record.index];
  return {resource.after, resource.after_unknown, resource.before, resource.after_sensitive};
}

}  // namespace exr
