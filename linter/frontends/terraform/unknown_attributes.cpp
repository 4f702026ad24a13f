#include "frontends/terraform/unknown_attributes.h"

#include <cstddef>
#include <string>
#include <utility>

#include "frontends/terraform/attribute_words.h"
#include "frontends/terraform/mapped_plan.h"
#include "frontends/terraform/written_expressions.h"
#include "value/containers.h"
#include "value/joined_text.h"
#include "value/unknown.h"

namespace exr {

namespace {

// In a block of which the plan's configuration has nothing: it may be a `dynamic` one.
bool may_be_dynamic(const AttributePlace& place, const WrittenExpression& written) {
  return written.value == nullptr && place.path.size() > 1;
}

}  // namespace

Value UnknownAttributes::resolved(InstanceId instance, const Value& attributes,
                                  const Value& written) {
  AttributePlace place{.instance = instance, .path = {}, .attributes = attributes};
  std::optional<Value> replaced = changed(place, attributes, {.value = &written});
  return replaced ? *std::move(replaced) : attributes;
}

// Empty where nothing changes. The depth of values is limited where the plan is read.
std::optional<Value> UnknownAttributes::changed(AttributePlace& place, const Value& value,
                                                const WrittenExpression& written) {
  if (value.is_object()) return changed_object(place, value, written);
  if (value.is_array()) return changed_array(place, value, written);
  if (!value.is_unknown()) return std::nullopt;
  if (written.is_known()) {
    // what is not known has no place of its own in the plan: it stands where it was written
    const Value here = value.placed(written.value->origin());
    return resolved_one(place, here, written).value_or(here);
  }
  if (!may_be_dynamic(place, written)) return std::nullopt;
  return from_sources(place, meaning_of(place.path), value);
}

std::optional<Value> UnknownAttributes::changed_object(AttributePlace& place, const Value& value,
                                                       const WrittenExpression& written) {
  std::optional<Object> copy;
  for (const Object::Property& property : value.as_object().properties()) {
    place.path.emplace_back(property.name.str());
    std::optional<Value> replaced =
        changed(place, property.value, find_written_at(written, value, place.path.back()));
    place.path.pop_back();
    if (!replaced) continue;
    if (!copy) copy = value.as_object();
    copy->set(property.name, std::move(*replaced), property.name_span);
  }
  if (!copy) return std::nullopt;
  return Value::object(std::move(*copy), value.origin()).with_trail(value.trail());
}

std::optional<Value> UnknownAttributes::changed_array(AttributePlace& place, const Value& value,
                                                      const WrittenExpression& written) {
  std::optional<Array> copy;
  const Array& array = value.as_array();
  for (std::size_t i = 0; i < array.size(); ++i) {
    place.path.emplace_back(static_cast<std::int64_t>(i));
    std::optional<Value> replaced =
        changed(place, array.members[i], find_written_at(written, value, place.path.back()));
    place.path.pop_back();
    if (!replaced) continue;
    if (!copy) copy = array;
    copy->members[i] = std::move(*replaced);
  }
  if (!copy) return std::nullopt;
  return Value::array(std::move(*copy), value.origin()).with_trail(value.trail());
}

std::optional<Value> UnknownAttributes::resolved_one(const AttributePlace& place,
                                                     const Value& unknown,
                                                     const WrittenExpression& written) {
  const AttributeMeaning meaning = meaning_of(place.path);
  if (auto exact = from_sources(place, meaning, unknown)) return exact;
  ReferenceFollower& follower = plan_.follower();
  ReferenceTargets found = follower.follow(*written.value, follower.site_of(place.instance));
  // a part that is not known does not come from what is known
  if (written.is_part) {
    std::erase_if(found.targets, [&](const ReferenceTarget& target) {
      return plan_.is_known(target.instance, target.path);
    });
  }
  if (found.targets.empty()) return std::nullopt;
  // what the sources have, but do not understand, is more than a reference
  if (written.is_part || sources_.has_sources()) ++found.others;
  const TargetChoice choice = plan_.names().choose(found, meaning);
  if (choice.targets.empty()) return std::nullopt;
  if (meaning.is_list) return list_of(choice.targets, found.complete && found.others == 0, unknown);
  if (!choice.closed) return std::nullopt;
  return one_of(choice.targets, unknown);
}

std::optional<Value> UnknownAttributes::from_sources(const AttributePlace& place,
                                                     const AttributeMeaning& meaning,
                                                     const Value& unknown) {
  const SourceValue source = sources_.value(place);
  // a literal would be known
  if (source.kind == SourceValue::Kind::Literal) return std::nullopt;
  AttributePlace here = place;
  if (auto made = made_of(here, source, unknown)) return made;
  const auto targets = meaning.is_list ? sources_.find(place) : std::nullopt;
  return targets ? std::optional(list_of(*targets, false, unknown)) : std::nullopt;
}

// Empty for what the sources do not tell. The depth of what they tell is limited.
std::optional<Value> UnknownAttributes::made_of(AttributePlace& place, const SourceValue& source,
                                                const Value& unknown) {
  switch (source.kind) {
    case SourceValue::Kind::Literal:
      // others may become texts, as the attribute wants them
      if (!source.literal.is_string() && !source.literal.is_null()) return std::nullopt;
      return source.literal.placed(unknown.origin());
    case SourceValue::Kind::Target: {
      const std::vector<ReferenceTarget> targets = sources_.targets_of(source.target);
      if (targets.empty()) return std::nullopt;
      return one_of(targets, unknown);
    }
    case SourceValue::Kind::Object:
    case SourceValue::Kind::List:
      return made_of_members(place, source, unknown);
    case SourceValue::Kind::Choice:
      return one_of_members(place, source, unknown);
    case SourceValue::Kind::Unknown:
      break;
  }
  return std::nullopt;
}

Value UnknownAttributes::made_of_members(AttributePlace& place, const SourceValue& source,
                                         const Value& unknown) {
  const std::string& text = unknown.as_unknown().text;
  Object object;
  Array list;
  for (std::size_t i = 0; i < source.members.size(); ++i) {
    const SourceMember& member = source.members[i];
    const bool is_named = source.kind == SourceValue::Kind::Object;
    place.path.push_back(is_named ? PlanStep(member.key) : PlanStep(static_cast<std::int64_t>(i)));
    const Value inner = Value::unknown(
        make_unknown(UnknownReason::KnownAfterApply,
                     text + (is_named ? "." + member.key : "[" + std::to_string(i) + "]")),
        sources_.find_written(place).value_or(unknown.origin()));
    Value value = made_of(place, member.value, inner).value_or(inner);
    place.path.pop_back();
    if (!is_named)
      list.add(std::move(value), !member.maybe);
    else if (member.maybe)
      object.set_open(text);
    else
      object.set(member.key, std::move(value));
  }
  if (source.kind == SourceValue::Kind::Object) {
    if (source.is_open) object.set_open(text);
    return Value::object(std::move(object), unknown.origin()).with_trail(unknown.trail());
  }
  list.open = source.is_open;
  if (list.open) list.open_text = text;
  return Value::array(std::move(list), unknown.origin()).with_trail(unknown.trail());
}

std::optional<Value> UnknownAttributes::one_of_members(AttributePlace& place,
                                                       const SourceValue& choice,
                                                       const Value& unknown) {
  if (choice.members.size() > kMostCandidates) return std::nullopt;
  Unknown several = unknown.as_unknown();
  for (const SourceMember& member : choice.members) {
    std::optional<Value> value = made_of(place, member.value, unknown);
    if (!value) return std::nullopt;
    const auto option = static_cast<std::uint32_t>(several.candidates.size());
    several.candidates.push_back(
        {.choices = {{.source = several.text, .option = option}}, .value = std::move(*value)});
  }
  return Value::unknown(std::move(several), unknown.origin()).with_trail(unknown.trail());
}

Value UnknownAttributes::value_of(const ReferenceTarget& target, const Value& unknown) {
  const Value value = plan_.attribute(target.instance, target.path);
  if (target.suffix.empty()) return value.placed(unknown.origin());
  JoinedText text;
  text.add(value);
  text.add(std::string_view(target.suffix));
  return text.take(UnknownReason::KnownAfterApply, unknown.origin()).with_trail(value.trail());
}

Value UnknownAttributes::one_of(const std::vector<ReferenceTarget>& targets, const Value& unknown) {
  if (targets.size() == 1) return value_of(targets.front(), unknown);
  if (targets.size() > kMostCandidates) return unknown;
  Unknown several = unknown.as_unknown();
  for (const ReferenceTarget& target : targets) {
    const auto option = static_cast<std::uint32_t>(several.candidates.size());
    several.candidates.push_back({.choices = {{.source = several.text, .option = option}},
                                  .value = value_of(target, unknown)});
  }
  return Value::unknown(std::move(several), unknown.origin()).with_trail(unknown.trail());
}

// Nobody says what else is in the list: it may have constants.
Value UnknownAttributes::list_of(const std::vector<ReferenceTarget>& targets, bool are_certain,
                                 const Value& unknown) {
  Array list = Array::unknown_members(unknown.as_unknown().text);
  for (const ReferenceTarget& target : targets) list.add(value_of(target, unknown), are_certain);
  return Value::array(std::move(list), unknown.origin()).with_trail(unknown.trail());
}

}  // namespace exr
