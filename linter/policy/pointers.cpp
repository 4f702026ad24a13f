#include "policy/pointers.h"

#include <span>
#include <string>
#include <utility>

#include "azure/resource_id.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

using Steps = std::vector<std::string_view>;

constexpr std::string_view kEveryElement = "[*]";

// `a.b[*].c` as `a`, `b`, `[*]`, `c`.
Steps steps_of(std::string_view path) {
  Steps steps;
  for (std::string_view part : split(path, '.')) {
    const bool is_every = part.ends_with(kEveryElement);
    if (is_every) part.remove_suffix(kEveryElement.size());
    if (!part.empty()) steps.push_back(part);
    if (is_every) steps.push_back(kEveryElement);
  }
  return steps;
}

Value something_unknown(std::string text) {
  return Value::unknown(make_unknown(UnknownReason::Undecided, std::move(text)));
}

void collect(const Value& value, std::span<const std::string_view> steps, bool certain,
             std::vector<Pointer>& found);

void collect_candidates(const Unknown& unknown, std::span<const std::string_view> steps,
                        std::vector<Pointer>& found) {
  for (const Candidate& candidate : unknown.candidates)
    collect(candidate.value, steps, false, found);
}

void collect_elements(const Array& array, std::span<const std::string_view> steps, bool certain,
                      std::vector<Pointer>& found) {
  for (std::size_t i = 0; i < array.size(); ++i) {
    collect(array.members[i], steps, certain && array.is_certain(i), found);
  }
  if (array.open) found.push_back({something_unknown(array.open_text), false});
}

void collect_property(const Object& object, std::span<const std::string_view> steps, bool certain,
                      std::vector<Pointer>& found) {
  if (const Value* property = object.find(steps.front())) {
    collect(*property, steps.subspan(1), certain, found);
  } else if (object.is_open()) {
    found.push_back({something_unknown(object.open_text()), false});
  }
}

void collect(const Value& value, std::span<const std::string_view> steps, bool certain,
             std::vector<Pointer>& found) {
  if (value.is_null()) return;
  if (value.is_unknown()) {
    // a partly known ID is one ID, whatever its unknown part is
    const bool is_id = steps.empty() && known_prefix(value).starts_with('/');
    if (is_id || value.as_unknown().candidates.empty()) {
      found.push_back({value, certain && steps.empty()});
    } else {
      collect_candidates(value.as_unknown(), steps, found);
    }
    return;
  }
  if (steps.empty()) {
    found.push_back({value, certain});
  } else if (steps.front() == kEveryElement) {
    if (value.is_array()) collect_elements(value.as_array(), steps.subspan(1), certain, found);
  } else if (value.is_object()) {
    collect_property(value.as_object(), steps, certain, found);
  }
}

void collect_ids(const Value& value, std::string_view name, bool certain,
                 std::vector<Pointer>& found);

void collect_unknown_id(const Value& value, std::string_view name, bool certain,
                        std::vector<Pointer>& found) {
  if (known_prefix(value).starts_with('/')) {
    found.push_back({value, certain});
    return;
  }
  const Unknown& unknown = value.as_unknown();
  for (const Candidate& candidate : unknown.candidates)
    collect_ids(candidate.value, name, false, found);
  const bool may_be_id =
      ends_with_ignoring_case(name, "id") || ends_with_ignoring_case(name, "ids");
  if (unknown.candidates.empty() && may_be_id) found.push_back({value, false});
}

// The depth of a body is bounded where it was read.
void collect_ids(const Value& value, std::string_view name, bool certain,
                 std::vector<Pointer>& found) {
  if (value.is_string() && parse_resource_id(value.as_string())) {
    found.push_back({value, certain});
  } else if (value.is_unknown()) {
    collect_unknown_id(value, name, certain, found);
  } else if (value.is_array()) {
    const Array& array = value.as_array();
    for (std::size_t i = 0; i < array.size(); ++i)
      collect_ids(array.members[i], name, certain && array.is_certain(i), found);
    if (array.open) found.push_back({something_unknown(array.open_text), false});
  } else if (value.is_object()) {
    for (const Object::Property& property : value.as_object().properties())
      collect_ids(property.value, property.name, certain, found);
    if (value.as_object().is_open())
      found.push_back({something_unknown(value.as_object().open_text()), false});
  }
}

}  // namespace

std::vector<Pointer> pointers_at(const Resource& resource, std::string_view path) {
  std::vector<Pointer> found;
  if (equal_ignoring_case(path, "parent")) {
    collect(resource.parent, {}, true, found);
  } else if (equal_ignoring_case(path, "scope")) {
    collect(resource.scope, {}, true, found);
  } else if (resource.existing) {
    // nothing is known of what it holds
    found.push_back({something_unknown(resource.id_text + "." + std::string(path)), false});
  } else if (path == "*") {
    collect_ids(resource.body, {}, true, found);
  } else {
    collect(resource.body, steps_of(path), true, found);
  }
  return found;
}

}  // namespace exr
