// Functions of the rule language about arrays. What a member decides only if it is there, or only
// perhaps, stays undecided.

#include <algorithm>
#include <array>

#include "azure/cidr.h"
#include "expression/functions/arguments.h"
#include "expression/functions/grouping.h"
#include "expression/functions/table.h"
#include "expression/functions/text_form.h"
#include "value/compare.h"

namespace exr {

namespace {

using enum Treatment;

Value wrong_collection(const FunctionCall& call) { return refused(call, "an array"); }

Truth test_member(const FunctionCall& call, const Array& array, std::size_t index) {
  return call.test(1, std::span(&array.members[index], 1));
}

Value some(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  Truth found = array.open ? Truth::Unknown : Truth::False;
  for (std::size_t i = 0; i < array.size() && found != Truth::True; ++i) {
    const Truth one = test_member(call, array, i);
    found = either(found, array.is_certain(i) ? one : both(one, Truth::Unknown));
  }
  return truth_result(call, found);
}

Value every(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  Truth all = array.open ? Truth::Unknown : Truth::True;
  for (std::size_t i = 0; i < array.size() && all != Truth::False; ++i) {
    const Truth one = test_member(call, array, i);
    all = both(all, array.is_certain(i) ? one : either(one, Truth::Unknown));
  }
  return truth_result(call, all);
}

Value count(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  double low = 0;
  double high = 0;
  for (std::size_t i = 0; i < array.size(); ++i) {
    const Truth one = test_member(call, array, i);
    if (one == Truth::True && array.is_certain(i)) low += 1;
    if (one != Truth::False) high += 1;
  }
  return number_between(call, {low, array.open ? std::nullopt : std::optional(high)});
}

// The limits of a sum. An unknown term counts as at least 0.
struct SumRange {
  double low = 0;
  double high = 0;
  bool unlimited = false;

  void add(double from, std::optional<double> to, bool certain) {
    low += certain ? from : std::min(0.0, from);
    if (to) high += certain ? *to : std::max(0.0, *to);
    unlimited = unlimited || !to;
  }
};

Value sum(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  SumRange range;
  range.unlimited = array.open;
  for (std::size_t i = 0; i < array.size(); ++i) {
    const Value term =
        call.size() > 1 ? call.apply(1, std::span(&array.members[i], 1)) : array.members[i];
    if (term.is_number()) {
      range.add(term.as_number(), term.as_number(), array.is_certain(i));
    } else if (term.is_unknown()) {
      const Bounds& bounds = term.as_unknown().bounds;
      range.add(std::max(0.0, bounds.low.value_or(0)), bounds.high, array.is_certain(i));
    } else if (term.is_null()) {
      range.add(0, std::nullopt, array.is_certain(i));
    } else {
      return call.fail("`sum` adds numbers, not " + std::string(kind_phrase(term)));
    }
  }
  return number_between(call,
                        {range.low, range.unlimited ? std::nullopt : std::optional(range.high)});
}

Value flat_map(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  Array result;
  result.open = array.open;
  for (std::size_t i = 0; i < array.size(); ++i) {
    const Value inner =
        as_collection(call.apply(1, std::span(&array.members[i], 1)), call.dialect());
    if (!inner.is_array())
      return call.fail("the lambda of `flatMap` gives " + std::string(kind_phrase(inner)));
    const Array& part = inner.as_array();
    for (std::size_t m = 0; m < part.size(); ++m) {
      result.add(part.members[m], array.is_certain(i) && part.is_certain(m));
    }
    result.open = result.open || part.open;
  }
  if (result.open) result.open_text = call.text();
  return Value::array(std::move(result));
}

Value finished_groups(const FunctionCall& call, Array result, bool open) {
  result.open = open;
  if (open) result.open_text = call.text();
  return Value::array(std::move(result));
}

Value duplicates(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  Array result;
  for (Group& group : grouped_members(call).groups) {
    if (group.members.size() < 2) continue;
    const bool certain = group.members.certain_count() > 1;
    result.add(Value::array(std::move(group.members)), certain);
  }
  return finished_groups(call, std::move(result), call[0].as_array().open);
}

// A member with its range, by place in the array.
struct Range {
  std::size_t member = 0;
  Network network;
};

// Members whose ranges hang together, in the order of the array. It is there if two certain ones
// collide.
void add_overlap_group(const Array& array, std::span<const Range> ranges, Array& result) {
  if (ranges.size() < 2) return;
  bool collision = false;
  std::optional<AddressBits> last_certain;
  std::vector<std::size_t> places;
  for (const Range& range : ranges) {
    places.push_back(range.member);
    if (!array.is_certain(range.member)) continue;
    collision = collision || (last_certain && range.network.first().bits <= *last_certain);
    last_certain = std::max(last_certain.value_or(0), range.network.last().bits);
  }
  std::sort(places.begin(), places.end());
  Array group;
  for (const std::size_t place : places) group.add(array.members[place], array.is_certain(place));
  result.add(Value::array(std::move(group)), collision);
}

// Sorted by their first address, ranges that hang together stand side by side.
void sweep(const Array& array, std::vector<Range>& ranges, Array& result) {
  std::stable_sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
    if (a.network.version() != b.network.version())
      return a.network.version() < b.network.version();
    return a.network.first().bits < b.network.first().bits;
  });
  std::size_t begin = 0;
  AddressBits last = 0;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const Network& network = ranges[i].network;
    const bool apart = i == begin || network.version() != ranges[begin].network.version() ||
                       network.first().bits > last;
    if (apart) {
      add_overlap_group(array, std::span(ranges).subspan(begin, i - begin), result);
      begin = i;
      last = network.last().bits;
    }
    last = std::max(last, network.last().bits);
  }
  add_overlap_group(array, std::span(ranges).subspan(begin), result);
}

Value overlap_groups(const FunctionCall& call) {
  if (!call[0].is_array()) return wrong_collection(call);
  const Array& array = call[0].as_array();
  std::vector<Range> ranges;
  bool open = array.open;
  for (std::size_t i = 0; i < array.size(); ++i) {
    const Value text = call.apply(1, std::span(&array.members[i], 1));
    const std::optional<Network> network =
        text.is_string() ? parse_network(text.as_string()) : std::nullopt;
    if (network) ranges.push_back({i, *network});
    open = open || text.is_unknown();
  }
  Array result;
  sweep(array, ranges, result);
  return finished_groups(call, std::move(result), open);
}

constexpr Availability kRules = Availability::Rules;

constexpr std::array kFunctions = {
    FunctionEntry{"some", 2, 2, Collection, kRules, some},
    FunctionEntry{"every", 2, 2, Collection, kRules, every},
    FunctionEntry{"count", 2, 2, Collection, kRules, count},
    FunctionEntry{"sum", 1, 2, Collection, kRules, sum},
    FunctionEntry{"flatMap", 2, 2, Collection, kRules, flat_map},
    FunctionEntry{"duplicates", 2, 2, Collection, kRules, duplicates},
    FunctionEntry{"overlapGroups", 2, 2, Collection, kRules, overlap_groups},
};

}  // namespace

std::span<const FunctionEntry> rule_functions() { return kFunctions; }

}  // namespace exr
