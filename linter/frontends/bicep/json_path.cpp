#include "frontends/bicep/json_path.h"

#include <algorithm>

#include "frontends/bicep/json_filter.h"
#include "frontends/bicep/json_path_reader.h"
#include "value/containers.h"

namespace exr {

namespace {

using Matches = JsonPath::Matches;

constexpr std::size_t kMostVisited = 10'000'000;

// The values in a container, with their names.
template <typename Each>
void for_each_child(const Value& value, const Each& each) {
  if (value.is_array()) {
    for (const Value& member : value.as_array().members) each(member, std::string_view());
  } else if (value.is_object()) {
    for (const Object::Property& property : value.as_object().properties())
      each(property.value, std::string_view(property.name));
  }
}

// All values in a value, itself first, each before what is in it.
template <typename Each>
void for_each_inside(const Value& value, JsonSelection& selection, const Each& each) {
  std::vector<std::pair<const Value*, std::string_view>> open = {{&value, {}}};
  while (!open.empty() && selection.may_go_on()) {
    const auto [next, name] = open.back();
    open.pop_back();
    each(*next, name);
    const std::size_t first = open.size();
    for_each_child(
        *next, [&](const Value& child, std::string_view key) { open.emplace_back(&child, key); });
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(first), open.end());
  }
}

void add_names(const JsonPathStep& step, const Value& value, Matches& found) {
  if (!value.is_object()) return;
  for (const std::string& name : step.names) {
    const Object::Property* property = value.as_object().find_property(name);
    if (property != nullptr && property->name == name) found.push_back(&property->value);
  }
}

void add_inside(const JsonPathStep& step, const Value& value, JsonSelection& selection,
                Matches& found) {
  for_each_inside(value, selection, [&](const Value& inside, std::string_view name) {
    const bool is_named = std::find(step.names.begin(), step.names.end(), name) != step.names.end();
    if (step.kind == JsonPathStep::Kind::AllInside || is_named) found.push_back(&inside);
  });
}

void add_indexes(const JsonPathStep& step, const Value& value, Matches& found) {
  if (!value.is_array()) return;
  const std::vector<Value>& members = value.as_array().members;
  for (const std::int32_t index : step.indexes) {
    if (static_cast<std::size_t>(index) < members.size())
      found.push_back(&members[static_cast<std::size_t>(index)]);
  }
}

void add_slice(const JsonPathStep& step, const Value& value, Matches& found) {
  if (!value.is_array()) return;
  const std::vector<Value>& members = value.as_array().members;
  const auto size = static_cast<std::int64_t>(members.size());
  const std::int64_t by = step.step.value_or(1);
  const bool is_forward = by > 0;
  const auto place = [&](std::optional<std::int32_t> written, std::int64_t otherwise) {
    if (!written) return otherwise;
    return *written < 0 ? *written + size : *written;
  };
  const std::int64_t last = is_forward ? size : size - 1;
  std::int64_t i = std::min(place(step.start, is_forward ? 0 : size - 1), last);
  if (is_forward) i = std::max<std::int64_t>(i, 0);
  const std::int64_t stop =
      std::clamp<std::int64_t>(place(step.end, is_forward ? size : -1), -1, size);
  for (; is_forward ? i < stop : i > stop; i += by)
    found.push_back(&members[static_cast<std::size_t>(i)]);
}

void add_if_fits(const JsonPathStep& step, const Value& value, JsonSelection& selection,
                 Matches& found) {
  if (selection.may_go_on() && step.filter->fits(value, selection)) found.push_back(&value);
}

void take_step(const JsonPathStep& step, const Value& value, JsonSelection& selection,
               Matches& found) {
  const auto add = [&](const Value& child, std::string_view) { found.push_back(&child); };
  const auto add_fitting = [&](const Value& child, std::string_view) {
    add_if_fits(step, child, selection, found);
  };
  switch (step.kind) {
    case JsonPathStep::Kind::Names:
      return add_names(step, value, found);
    case JsonPathStep::Kind::Properties:
      if (value.is_object()) for_each_child(value, add);
      return;
    case JsonPathStep::Kind::Elements:
      if (value.is_array()) for_each_child(value, add);
      return;
    case JsonPathStep::Kind::DeepNames:
    case JsonPathStep::Kind::AllInside:
      return add_inside(step, value, selection, found);
    case JsonPathStep::Kind::Indexes:
      return add_indexes(step, value, found);
    case JsonPathStep::Kind::Slice:
      return add_slice(step, value, found);
    case JsonPathStep::Kind::Filter:
      if (value.is_array()) for_each_child(value, add_fitting);
      return;
    case JsonPathStep::Kind::DeepFilter:
      return for_each_inside(value, selection, add_fitting);
  }
}

}  // namespace

bool JsonSelection::may_go_on() {
  if (!failure_.empty()) return false;
  if (++visited_ <= kMostVisited) return true;
  failure_ = "its end: more than " + std::to_string(kMostVisited) + " values are looked at";
  return false;
}

JsonPath::Matches JsonPath::select(const Value& value, JsonSelection& selection) const {
  Matches selected = {&value};
  for (const JsonPathStep& step : steps_) {
    Matches found;
    for (const Value* one : selected) {
      if (!selection.may_go_on()) return {};
      take_step(step, *one, selection, found);
    }
    selected = std::move(found);
  }
  return selected;
}

Result<std::vector<Value>> select_by_path(const Value& document, std::string_view path) {
  JsonPathReader reader(path);
  const std::optional<JsonPath> steps = reader.read();
  if (!steps) return Failure{"`" + std::string(reader.rest()) + "`"};
  JsonSelection selection(document);
  const Matches matches = steps->select(document, selection);
  if (!selection.failure().empty()) return Failure{selection.failure()};
  std::vector<Value> values;
  values.reserve(matches.size());
  for (const Value* match : matches) values.push_back(*match);
  return values;
}

}  // namespace exr
