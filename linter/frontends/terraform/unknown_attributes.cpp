#include "frontends/terraform/unknown_attributes.h"

#include <cstddef>
#include <string>
#include <utility>

#include "frontends/terraform/attribute_words.h"
#include "frontends/terraform/mapped_plan.h"
#include "frontends/terraform/written_expressions.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

struct UnknownAttributes::Place {
  InstanceId instance;
  PlanPath path;
};

Value UnknownAttributes::resolved(InstanceId instance, const Value& attributes,
                                  const Value& written) {
  Place place{.instance = instance, .path = {}};
  std::optional<Value> replaced = changed(place, attributes, &written);
  return replaced ? std::move(*replaced) : attributes;
}

// Empty where nothing changes. The depth of values is limited where the plan is read.
std::optional<Value> UnknownAttributes::changed(Place& place, const Value& value,
                                                const Value* written) {
  if (written == nullptr || written->is_null()) return std::nullopt;
  if (value.is_unknown()) {
    if (!is_expression(*written) || written->as_object().empty()) return std::nullopt;
    // what is not known has no place of its own in the plan: it stands where it was written
    const Value here = value.placed(written->origin());
    return resolved_one(place.instance, place.path, here, *written).value_or(here);
  }
  if (value.is_object()) return changed_object(place, value, written);
  if (value.is_array()) return changed_array(place, value, written);
  return std::nullopt;
}

std::optional<Value> UnknownAttributes::changed_object(Place& place, const Value& value,
                                                       const Value* written) {
  std::optional<Object> copy;
  for (const Object::Property& property : value.as_object().properties()) {
    place.path.emplace_back(property.name.str());
    const Value* inner = find_expression_at(*written, value, place.path.back());
    std::optional<Value> replaced = changed(place, property.value, inner);
    place.path.pop_back();
    if (!replaced) continue;
    if (!copy) copy = value.as_object();
    copy->set(property.name, std::move(*replaced), property.name_span);
  }
  if (!copy) return std::nullopt;
  return Value::object(std::move(*copy), value.origin()).with_trail(value.trail());
}

std::optional<Value> UnknownAttributes::changed_array(Place& place, const Value& value,
                                                      const Value* written) {
  std::optional<Array> copy;
  const Array& array = value.as_array();
  for (std::size_t i = 0; i < array.size(); ++i) {
    place.path.emplace_back(static_cast<std::int64_t>(i));
    const Value* inner = find_expression_at(*written, value, place.path.back());
    std::optional<Value> replaced = changed(place, array.members[i], inner);
    place.path.pop_back();
    if (!replaced) continue;
    if (!copy) copy = array;
    copy->members[i] = std::move(*replaced);
  }
  if (!copy) return std::nullopt;
  return Value::array(std::move(*copy), value.origin()).with_trail(value.trail());
}

std::optional<Value> UnknownAttributes::resolved_one(InstanceId instance, const PlanPath& path,
                                                     const Value& unknown,
                                                     const Value& expression) {
  const AttributeMeaning meaning = meaning_of(path);
  ReferenceFollower& follower = plan_.follower();
  const ReferenceTargets found = follower.follow(expression, follower.site_of(instance));
  if (found.targets.empty()) return std::nullopt;
  const TargetChoice choice = plan_.names().choose(found, meaning);
  if (choice.targets.empty()) return std::nullopt;
  if (meaning.is_list) return list_of(found, choice, unknown);
  if (!choice.closed) return std::nullopt;
  return one_of(choice, unknown);
}

Value UnknownAttributes::one_of(const TargetChoice& choice, const Value& unknown) {
  const auto value_of = [&](const ReferenceTarget& target) {
    return plan_.attribute(target.instance, target.path).placed(unknown.origin());
  };
  if (choice.targets.size() == 1) return value_of(choice.targets.front());
  if (choice.targets.size() > kMostCandidates) return unknown;
  Unknown several = unknown.as_unknown();
  for (const ReferenceTarget& target : choice.targets) {
    const auto option = static_cast<std::uint32_t>(several.candidates.size());
    several.candidates.push_back(
        {.choices = {{.source = several.text, .option = option}}, .value = value_of(target)});
  }
  return Value::unknown(std::move(several), unknown.origin()).with_trail(unknown.trail());
}

// The configuration says what a list refers to, not what else is in it: it may have constants, and
// conditions may leave some out.
std::optional<Value> UnknownAttributes::list_of(const ReferenceTargets& found,
                                                const TargetChoice& choice, const Value& unknown) {
  const bool are_all_in = found.complete && found.others == 0;
  Array list = Array::unknown_members(unknown.as_unknown().text);
  for (const ReferenceTarget& target : choice.targets)
    list.add(plan_.attribute(target.instance, target.path).placed(unknown.origin()), are_all_in);
  return Value::array(std::move(list), unknown.origin()).with_trail(unknown.trail());
}

}  // namespace exr
