#include <algorithm>
#include <array>

#include "expression/functions/arguments.h"
#include "expression/functions/object_merge.h"
#include "expression/functions/table.h"
#include "expression/functions/text_form.h"
#include "support/text.h"
#include "value/compare.h"

namespace exr {

namespace {

using enum Treatment;

void merge_into(Object& target, const Object& source, Merge merge) {
  for (const Object::Property& property : source.properties()) {
    const Value* present = merge == Merge::Deep ? target.find(property.name) : nullptr;
    if (present != nullptr && present->is_object() && property.value.is_object()) {
      Object inner = present->as_object();
      merge_into(inner, property.value.as_object(), merge);
      target.set(property.name, Value::object(std::move(inner), property.value.origin()),
                 property.name_span);
    } else {
      target.set(property.name, property.value, property.name_span);
    }
  }
  if (source.is_open()) target.set_open(source.open_text());
}

bool is_open(const Value& value) {
  return value.is_unknown() || (value.is_object() && value.as_object().is_open());
}

// After an open object nothing of what stood before is sure to have kept its value.
void unsettle(Object& target, const std::string& text) {
  Object unsettled;
  for (const Object::Property& property : target.properties()) {
    Unknown unknown = make_unknown(UnknownReason::Undecided, text + "." + property.name);
    unsettled.set(property.name, Value::unknown(std::move(unknown), property.value.origin()),
                  property.name_span);
  }
  unsettled.set_open(text);
  target = std::move(unsettled);
}

Value sorted_keys(const FunctionCall& call, Value (*entry)(const Object::Property& property)) {
  if (!call[0].is_object()) {
    if (call[0].is_unknown()) return as_collection(call[0], call.dialect());
    if (call[0].is_null() && call.dialect().is_rules()) return Value::array({});
    return refused(call, "an object");
  }
  const Object& object = call[0].as_object();
  std::vector<const Object::Property*> properties;
  for (const Object::Property& property : object.properties()) properties.push_back(&property);
  std::stable_sort(properties.begin(), properties.end(), [](const auto* a, const auto* b) {
    return less_ignoring_case(a->name, b->name);
  });
  Array result;
  for (const Object::Property* property : properties) result.add(entry(*property));
  result.open = object.is_open();
  if (result.open) result.open_text = call.text();
  return Value::array(std::move(result));
}

Value items(const FunctionCall& call) {
  if (has_candidates(call.arguments())) return over_cases(call, items);
  return sorted_keys(call, [](const Object::Property& property) {
    Object item;
    item.set("key", Value::string(property.name, property.name_span), property.name_span);
    item.set("value", property.value, property.name_span);
    return Value::object(std::move(item), property.value.origin());
  });
}

Value object_keys(const FunctionCall& call) {
  if (has_candidates(call.arguments())) return over_cases(call, object_keys);
  return sorted_keys(call, [](const Object::Property& property) {
    return Value::string(property.name, property.name_span);
  });
}

Value shallow_merge(const FunctionCall& call) {
  if (!call[0].is_array()) return refused(call, "an array of objects");
  if (auto result = over_parts(call, shallow_merge)) return *std::move(result);
  const Array& parts = call[0].as_array();
  if (parts.is_exact()) return merged_objects(call, parts.members, Merge::Shallow);
  std::vector<Value> objects;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    // a part that may not be there may change anything before it
    objects.push_back(parts.is_certain(i) ? parts.members[i] : call.unknown());
  }
  if (parts.open) objects.push_back(call.unknown());
  return merged_objects(call, objects, Merge::Shallow);
}

// Follows keys and indexes as `.?` and `[?` do: null as soon as one is not there.
Value try_get(const FunctionCall& call) {
  Value value = call[0];
  for (std::size_t i = 1; i < call.size(); ++i) {
    if (value.is_null()) return value;
    const Value& key = call[i];
    // `createObject('value', 0, 'fromEnd', true())` counts from the end
    const Value* from_end = key.is_object() ? key.as_object().find("fromEnd") : nullptr;
    const Value* inner = key.is_object() ? key.as_object().find("value") : nullptr;
    const bool counts_back = from_end != nullptr && from_end->is_bool() && from_end->as_bool();
    const auto flags = static_cast<std::uint8_t>(counts_back ? kSafe | kFromEnd : kSafe);
    const bool is_scalar_base = value.is_string() || value.is_number() || value.is_bool();
    if (is_scalar_base) return refused(call, "an object or an array");
    value = call.evaluator().element(value, inner != nullptr ? *inner : key, flags, call.span());
  }
  return value;
}

constexpr std::array kFunctions = {
    FunctionEntry{"items", 1, 1, Raw, Availability::Both, items},
    FunctionEntry{"objectKeys", 1, 1, Raw, Availability::Both, object_keys},
    FunctionEntry{"shallowMerge", 1, 1, Collection, Availability::Both, shallow_merge},
    FunctionEntry{"tryGet", 2, kAnyNumber, Raw, Availability::Both, try_get},
};

}  // namespace

Value merged_objects(const FunctionCall& call, std::span<const Value> objects, Merge merge) {
  // what an open object makes undecided is written anew, with a long text in it
  constexpr std::uint64_t kStepsPerUnsettled = 16;
  Object result;
  const bool any_open = std::any_of(objects.begin(), objects.end(), is_open);
  const std::string text = any_open ? call.text() : "";
  for (const Value& value : objects) {
    if (is_open(value)) {
      if (!call.evaluator().spend(result.size() * kStepsPerUnsettled, call.span()))
        return call.unknown();
      unsettle(result, text);
    }
    if (value.is_unknown()) continue;
    if (value.is_object()) {
      merge_into(result, value.as_object(), merge);
    } else if (!value.is_null() || !call.dialect().is_rules()) {
      return call.fail("`" + std::string(call.name()) + "` takes objects, not " +
                       std::string(kind_phrase(value)));
    }
  }
  return Value::object(std::move(result));
}

Value intersected_objects(const FunctionCall& call) {
  Object result;
  const TextComparison comparison = call.dialect().text;
  bool undecided = false;
  if (call[0].is_null() && call.dialect().is_rules()) return Value::object({});
  if (!call[0].is_object()) return call.unknown(reason_among(call.arguments()));
  for (const Object::Property& property : call[0].as_object().properties()) {
    Truth everywhere = Truth::True;
    for (const Value& other : call.arguments().subspan(1)) {
      const bool open = other.is_unknown() || (other.is_object() && other.as_object().is_open());
      const Value* value = other.is_object() ? other.as_object().find(property.name) : nullptr;
      const Truth absent = open ? Truth::Unknown : Truth::False;
      everywhere =
          both(everywhere, value == nullptr ? absent : equals(*value, property.value, comparison));
    }
    if (everywhere == Truth::True) result.set(property.name, property.value, property.name_span);
    undecided = undecided || everywhere == Truth::Unknown;
  }
  if (undecided || call[0].as_object().is_open()) result.set_open(call.text());
  return Value::object(std::move(result));
}

std::span<const FunctionEntry> object_functions() { return kFunctions; }

}  // namespace exr
