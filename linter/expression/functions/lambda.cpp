// Functions that call a lambda for each member.

#include <array>
#include <unordered_map>

#include "expression/functions/arguments.h"
#include "expression/functions/grouping.h"
#include "expression/functions/table.h"
#include "expression/functions/text_form.h"
#include "value/compare.h"
#include "value/print.h"

namespace exr {

namespace {

using enum Treatment;

// The values for a lambda that takes a member and, if it wants, its index.
class MemberArguments {
 public:
  MemberArguments(const FunctionCall& call, const Array& array)
      : array_(array), wants_index_(call.lambda_arity(1) > 1), sure_places_(sure_places(array)) {
    if (wants_index_ && sure_places_ < array.size()) text_ = call.text();
  }

  /// Valid until it is asked for the next ones.
  std::span<const Value> at(std::size_t index) {
    values_[0] = array_.members[index];
    if (!wants_index_) return std::span(values_).first(1);
    values_[1] = index_value(index);
    return values_;
  }

 private:
  Value index_value(std::size_t index) const {
    if (index < sure_places_) return Value::integer(static_cast<std::int64_t>(index));
    return unknown_index("index(" + text_ + "," + std::to_string(index) + ")");
  }

  const Array& array_;
  bool wants_index_;
  std::size_t sure_places_;
  std::string text_;
  std::array<Value, 2> values_;
};

Value wrong_collection(const FunctionCall& call) { return refused(call, "an array"); }

void carry_openness(const FunctionCall& call, const Array& from, Array& to) {
  to.open = from.open;
  if (to.open) to.open_text = call.text();
}

Value map(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  MemberArguments members(call, array);
  Array result;
  for (std::size_t i = 0; i < array.size(); ++i) {
    result.add(call.apply(1, members.at(i)), array.is_certain(i));
  }
  carry_openness(call, array, result);
  return Value::array(std::move(result));
}

Value filter(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  MemberArguments members(call, array);
  Array result;
  for (std::size_t i = 0; i < array.size(); ++i) {
    const Truth kept = call.test(1, members.at(i));
    if (kept != Truth::False)
      result.add(array.members[i], array.is_certain(i) && kept == Truth::True);
  }
  carry_openness(call, array, result);
  return Value::array(std::move(result));
}

Value reduce(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  if (!array.is_exact()) return call.unknown(reason_among(call.arguments()));
  std::array<Value, 3> values = {call[1], Value(), Value()};
  for (std::size_t i = 0; i < array.size(); ++i) {
    values[1] = array.members[i];
    values[2] = Value::integer(static_cast<std::int64_t>(i));
    values[0] = call.apply(2, values);
  }
  return values[0];
}

struct Sortable {
  Value value;
  bool certain = true;
};

// Merges two sorted halves; false once the predicate cannot be decided. A user's predicate need not
// be an order, so the standard algorithms, which may then read out of bounds, are not for it.
bool merge_sorted(const FunctionCall& call, std::vector<Sortable>& items, std::size_t begin,
                  std::size_t end) {
  if (end - begin < 2) return true;
  const std::size_t middle = begin + (end - begin) / 2;
  if (!merge_sorted(call, items, begin, middle) || !merge_sorted(call, items, middle, end))
    return false;
  std::vector<Sortable> merged;
  merged.reserve(end - begin);
  std::size_t left = begin;
  std::size_t right = middle;
  while (left < middle && right < end) {
    const std::array<Value, 2> pair = {items[right].value, items[left].value};
    const Truth precedes = call.test(1, pair);
    if (precedes == Truth::Unknown) return false;
    merged.push_back(std::move(precedes == Truth::True ? items[right++] : items[left++]));
  }
  while (left < middle) merged.push_back(std::move(items[left++]));
  while (right < end) merged.push_back(std::move(items[right++]));
  std::move(merged.begin(), merged.end(), items.begin() + static_cast<std::ptrdiff_t>(begin));
  return true;
}

Value sort(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  std::vector<Sortable> items;
  for (std::size_t i = 0; i < array.size(); ++i)
    items.push_back({array.members[i], array.is_certain(i)});
  if (!merge_sorted(call, items, 0, items.size())) return call.unknown(reason_among(array.members));
  Array result;
  for (Sortable& item : items) result.add(std::move(item.value), item.certain);
  carry_openness(call, array, result);
  return Value::array(std::move(result));
}

// The name of a property from a lambda's result; empty if it is no text, in which case it is
// Unknown or a mistake.
std::optional<std::string> key_text(const Value& key) {
  const bool is_text = key.is_string() || key.is_number() || key.is_bool();
  return is_text ? std::optional(value_text(key, TextForm::Json)) : std::nullopt;
}

Value wrong_key(const FunctionCall& call, const Value& key) {
  return call.fail("the lambda of `" + std::string(call.name()) + "` gives " +
                   std::string(kind_phrase(key)) + " where the name of a property is needed");
}

Value to_object(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  Object result;
  bool open = array.open;
  for (std::size_t i = 0; i < array.size(); ++i) {
    const std::span<const Value> member(&array.members[i], 1);
    const Value key = call.apply(1, member);
    const std::optional<std::string> name = key_text(key);
    if (!name && !key.is_unknown()) {
      if (!call.dialect().is_rules()) return wrong_key(call, key);
      continue;
    }
    open = open || !name || !array.is_certain(i);
    if (!name || !array.is_certain(i)) continue;
    result.set(*name, call.size() > 2 ? call.apply(2, member) : array.members[i]);
  }
  if (open) result.set_open(call.text());
  return Value::object(std::move(result));
}

Value map_values(const FunctionCall& call) {
  if (has_candidates(call.arguments())) return over_cases(call, map_values);
  if (call[0].is_null() && call.dialect().is_rules()) return Value::object({});
  if (call[0].is_unknown()) {
    Object result;
    result.set_open(call.text());
    return Value::object(std::move(result));
  }
  if (!call[0].is_object()) return refused(call, "an object");
  const Object& object = call[0].as_object();
  Object result;
  for (const Object::Property& property : object.properties()) {
    result.set(property.name, call.apply(1, std::span(&property.value, 1)), property.name_span);
  }
  if (object.is_open()) result.set_open(call.text());
  return Value::object(std::move(result));
}

Value group_by(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  Groups grouped = grouped_members(call);
  const bool rules = call.dialect().is_rules();
  const bool open = call[0].as_array().open;
  Object result;
  for (Group& group : grouped.groups) {
    std::optional<std::string> name = key_text(group.key);
    if (!name && !group.key.is_unknown()) {
      if (!rules) return wrong_key(call, group.key);
      name = canonical_text(group.key);
    }
    // a member of unknown key may belong to any group
    if (!name && !rules) continue;
    if (!name) name = group.key.as_unknown().text;
    group.members.open = open || (grouped.has_unknown_key && !rules);
    if (group.members.open) group.members.open_text = call.text() + "." + *name;
    result.set(*name, Value::array(std::move(group.members)));
  }
  if (open || (grouped.has_unknown_key && !rules)) result.set_open(call.text());
  return Value::object(std::move(result));
}

constexpr std::array kFunctions = {
    FunctionEntry{"map", 2, 2, Collection, Availability::Both, map},
    FunctionEntry{"filter", 2, 2, Collection, Availability::Both, filter},
    FunctionEntry{"reduce", 3, 3, Collection, Availability::Both, reduce},
    FunctionEntry{"sort", 2, 2, Collection, Availability::Both, sort},
    FunctionEntry{"toObject", 2, 3, Collection, Availability::Both, to_object},
    FunctionEntry{"mapValues", 2, 2, Raw, Availability::Both, map_values},
    FunctionEntry{"groupBy", 2, 2, Collection, Availability::Both, group_by},
};

}  // namespace

Groups grouped_members(const FunctionCall& call) {
  const Array& array = call[0].as_array();
  Groups result;
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < array.size(); ++i) {
    Value key = call.apply(1, std::span(&array.members[i], 1));
    if (key.is_null() && call.dialect().is_rules()) continue;
    result.has_unknown_key = result.has_unknown_key || key.is_unknown();
    // an Unknown has no quotes around its text, so it never meets a string
    const std::string place = equality_key(key, call.dialect().text);
    const auto [found, is_new] = places.try_emplace(place, result.groups.size());
    if (is_new) result.groups.push_back({std::move(key), {}});
    result.groups[found->second].members.add(array.members[i], array.is_certain(i));
  }
  return result;
}

std::span<const FunctionEntry> lambda_functions() { return kFunctions; }

}  // namespace exr
