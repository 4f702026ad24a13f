#include <array>
#include <string>
#include <unordered_map>

#include "expression/functions/arguments.h"
#include "expression/functions/object_merge.h"
#include "expression/functions/table.h"
#include "value/compare.h"

namespace exr {

namespace {

using enum Treatment;

Value array(const FunctionCall& call) {
  if (call[0].is_null() && call.dialect().is_rules()) return Value::array({});
  const Value value = as_collection(call[0], call.dialect());
  if (value.is_array()) return value;
  Array wrapped;
  wrapped.add(value);
  return Value::array(std::move(wrapped), value.origin());
}

// Collects members, each once. A member that may equal an earlier one is possible.
class DistinctMembers {
 public:
  explicit DistinctMembers(TextComparison comparison) : comparison_(comparison) {}

  void add(const Value& value, bool certain) {
    if (is_decided(value)) {
      const auto [found, is_new] =
          places_.try_emplace(equality_key(value, comparison_), result_.size());
      if (!is_new) return confirm(found->second, certain);
      const bool undecided = equal_to_undecided(value);
      result_.add(value, certain && !undecided);
      return;
    }
    bool undecided = false;
    for (std::size_t i = 0; i < result_.size(); ++i) {
      const Truth equal = equals(result_.members[i], value, comparison_);
      if (equal == Truth::True) return confirm(i, certain);
      undecided = undecided || equal == Truth::Unknown;
    }
    undecided_.push_back(result_.size());
    result_.add(value, certain && !undecided);
  }

  /// How many members another one may have to be compared with.
  std::size_t comparisons() const { return undecided_.empty() ? 1 : result_.size() + 1; }
  Array take() { return std::move(result_); }

 private:
  bool equal_to_undecided(const Value& value) const {
    for (const std::size_t place : undecided_) {
      if (equals(result_.members[place], value, comparison_) != Truth::False) return true;
    }
    return false;
  }

  // An equal member that is certain makes the first one certain.
  void confirm(std::size_t place, bool certain) {
    if (certain && !result_.possible.empty() && undecided_.empty()) result_.possible[place] = false;
  }

  TextComparison comparison_;
  Array result_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<std::size_t> undecided_;
};

Value distinct_of(const FunctionCall& call, std::span<const Value> arrays) {
  DistinctMembers members(call.dialect().text);
  bool open = false;
  for (const Value& value : arrays) {
    const Array& part = value.as_array();
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (!call.evaluator().spend(members.comparisons(), call.span())) return call.unknown();
      members.add(part.members[i], part.is_certain(i));
    }
    open = open || part.open;
  }
  Array result = members.take();
  result.open = open;
  if (open) result.open_text = call.text();
  return Value::array(std::move(result));
}

Value distinct(const FunctionCall& call) {
  if (!call[0].is_array()) return refused(call, "an array");
  return distinct_of(call, call.arguments());
}

bool has_object(std::span<const Value> values) {
  for (const Value& value : values) {
    if (value.is_object()) return true;
  }
  return false;
}

bool all_unknown(std::span<const Value> values) {
  for (const Value& value : values) {
    if (!value.is_unknown()) return false;
  }
  return true;
}

// The arguments as arrays; empty after a failure.
std::optional<std::vector<Value>> arrays_of(const FunctionCall& call) {
  std::vector<Value> arrays;
  for (const Value& value : call.arguments()) {
    arrays.push_back(as_collection(value, call.dialect()));
    if (!arrays.back().is_array()) return std::nullopt;
  }
  return arrays;
}

Value union_of(const FunctionCall& call) {
  if (has_candidates(call.arguments())) return over_cases(call, union_of);
  if (call.size() == 1 || all_unknown(call.arguments())) {
    return call.size() == 1 ? call[0] : call.unknown(reason_among(call.arguments()));
  }
  if (has_object(call.arguments())) return merged_objects(call, call.arguments(), Merge::Deep);
  const auto arrays = arrays_of(call);
  if (!arrays) return call.fail("`union` takes only arrays or only objects");
  return distinct_of(call, *arrays);
}

// Whether an array has a member: True needs a certain one.
Truth is_member(const Array& array, const Value& value, TextComparison comparison) {
  Truth found = array.open ? Truth::Unknown : Truth::False;
  for (std::size_t i = 0; i < array.size() && found != Truth::True; ++i) {
    const Truth equal = equals(array.members[i], value, comparison);
    found = either(found, array.is_certain(i) ? equal : both(equal, Truth::Unknown));
  }
  return found;
}

Value intersection_of_arrays(const FunctionCall& call, const std::vector<Value>& arrays) {
  const TextComparison comparison = call.dialect().text;
  DistinctMembers members(comparison);
  const Array& first = arrays[0].as_array();
  for (std::size_t i = 0; i < first.size(); ++i) {
    Truth everywhere = Truth::True;
    for (std::size_t other = 1; other < arrays.size() && everywhere != Truth::False; ++other) {
      if (!call.evaluator().spend(arrays[other].as_array().size(), call.span()))
        return call.unknown();
      everywhere =
          both(everywhere, is_member(arrays[other].as_array(), first.members[i], comparison));
    }
    if (everywhere == Truth::False) continue;
    members.add(first.members[i], first.is_certain(i) && everywhere == Truth::True);
  }
  Array result = members.take();
  // what else the first array holds may be in the others too, unless one of them is known to be
  // empty
  bool open = first.open;
  for (const Value& other : arrays)
    open = open && (other.as_array().open || other.as_array().size() > 0);
  result.open = open;
  if (open) result.open_text = call.text();
  return Value::array(std::move(result));
}

Value intersection(const FunctionCall& call) {
  if (has_candidates(call.arguments())) return over_cases(call, intersection);
  if (all_unknown(call.arguments())) return call.unknown(reason_among(call.arguments()));
  if (has_object(call.arguments())) return intersected_objects(call);
  const auto arrays = arrays_of(call);
  if (!arrays) return call.fail("`intersection` takes only arrays or only objects");
  return intersection_of_arrays(call, *arrays);
}

Value flatten(const FunctionCall& call) {
  if (!call[0].is_array()) return refused(call, "an array");
  if (auto result = over_parts(call, flatten)) return *std::move(result);
  const Array& outer = call[0].as_array();
  Array result;
  result.open = outer.open;
  for (std::size_t i = 0; i < outer.size(); ++i) {
    const Value inner = as_collection(outer.members[i], call.dialect());
    if (!inner.is_array()) {
      return call.fail(
          "`flatten` takes an array of arrays, but a member is " + std::string(kind_phrase(inner)),
          0);
    }
    const Array& part = inner.as_array();
    for (std::size_t m = 0; m < part.size(); ++m) {
      result.add(part.members[m], outer.is_certain(i) && part.is_certain(m));
    }
    result.open = result.open || part.open;
  }
  if (result.open) result.open_text = call.text();
  return Value::array(std::move(result));
}

// What Azure's engine allows (learn.microsoft.com, "Array functions for Bicep", range).
constexpr std::int64_t kLongestRange = 10'000;

Value range(const FunctionCall& call) {
  if (!call[0].is_int() || !call[1].is_int()) return call.fail("`range` takes two integers");
  const std::int64_t start = call[0].as_int();
  const std::int64_t count = call[1].as_int();
  const Limits* limits = call.evaluator().evaluation().limits;
  if (count < 0) return call.fail("`range` takes a count from 0, not " + std::to_string(count), 1);
  if (!call.dialect().is_rules() && count > kLongestRange)
    return call.fail("a range has at most " + std::to_string(kLongestRange) + " numbers, not " +
                         std::to_string(count),
                     1);
  if (count > (limits == nullptr ? Limits{} : *limits).loop_iterations) return too_large(call);
  std::int64_t end = 0;
  if (__builtin_add_overflow(start, count, &end))
    return call.fail("`range` leaves the integers of 64 bits");
  Array result;
  for (std::int64_t number = start; number < end; ++number) result.add(Value::integer(number));
  return Value::array(std::move(result));
}

constexpr std::array kFunctions = {
    FunctionEntry{"array", 1, 1, Raw, Availability::Both, array},
    FunctionEntry{"distinct", 1, 1, Collection, Availability::Both, distinct},
    FunctionEntry{"union", 1, kAnyNumber, Raw, Availability::Both, union_of},
    FunctionEntry{"intersection", 1, kAnyNumber, Raw, Availability::Both, intersection},
    FunctionEntry{"flatten", 1, 1, Collection, Availability::Both, flatten},
    FunctionEntry{"range", 2, 2, Scalar, Availability::Both, range},
};

}  // namespace

std::span<const FunctionEntry> array_functions() { return kFunctions; }

}  // namespace exr
