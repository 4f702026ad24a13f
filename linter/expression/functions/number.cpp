#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "expression/functions/arguments.h"
#include "expression/functions/table.h"
#include "support/text.h"
#include "value/print.h"

namespace exr {

namespace {

using enum Treatment;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

Value cannot_read(const FunctionCall& call) {
  return call.fail("`" + std::string(call.name()) + "` cannot read `" + message_text(call[0]) + "`",
                   0);
}

Value to_int(const FunctionCall& call) {
  constexpr double kLargest = 9223372036854774784.0;
  if (call[0].is_int()) return call[0];
  if (call[0].is_number()) {
    const double number = call[0].as_number();
    if (!(std::abs(number) <= kLargest)) return cannot_read(call);
    return Value::integer(static_cast<std::int64_t>(std::trunc(number)));
  }
  if (!call[0].is_string()) return refused(call, "a string or an integer");
  std::string_view text = trimmed(call[0].as_string());
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size())
    return cannot_read(call);
  return Value::integer(number);
}

Value to_float(const FunctionCall& call) {
  if (call[0].is_number()) return Value::number(call[0].as_number());
  if (!call[0].is_string()) return refused(call, "a string or a number");
  const std::string_view text = trimmed(call[0].as_string());
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size())
    return cannot_read(call);
  return Value::number(number);
}

Value to_bool(const FunctionCall& call) {
  if (call[0].is_bool()) return call[0];
  if (call[0].is_number()) return Value::boolean(call[0].as_number() != 0);
  if (!call[0].is_string()) return refused(call, "a string, an integer or a boolean");
  const std::string_view text = trimmed(call[0].as_string());
  if (equal_ignoring_case(text, "true") || text == "1") return Value::boolean(true);
  if (equal_ignoring_case(text, "false") || text == "0") return Value::boolean(false);
  return cannot_read(call);
}

enum class Extreme : std::uint8_t { Least, Most };

// The range of the extreme of numbers, of which some may be absent or unknown. For Least everything
// is turned around.
struct ExtremeRange {
  Extreme extreme;
  std::optional<double> low;
  std::optional<double> high;
  bool unlimited = false;

  double turned(double number) const { return extreme == Extreme::Most ? number : -number; }

  void add(const Value& term, bool certain) {
    std::optional<double> from;
    std::optional<double> to;
    if (term.is_number()) {
      from = to = turned(term.as_number());
    } else {
      const Bounds& bounds = term.as_unknown().bounds;
      const auto& lower = extreme == Extreme::Most ? bounds.low : bounds.high;
      const auto& upper = extreme == Extreme::Most ? bounds.high : bounds.low;
      if (lower) from = turned(*lower);
      if (upper) to = turned(*upper);
    }
    if (certain && from) low = low ? std::max(*low, *from) : from;
    if (to) high = high ? std::max(*high, *to) : to;
    unlimited = unlimited || !to;
  }
};

Value extreme_value(const FunctionCall& call, const ExtremeRange& range) {
  const std::optional<double> high = range.unlimited ? std::nullopt : range.high;
  const bool decided = range.low && high && *range.low == *high;
  if (decided) return number_value(range.turned(*range.low));
  Unknown unknown = make_unknown(reason_among(call.arguments()), call.text());
  auto& lower = range.extreme == Extreme::Most ? unknown.bounds.low : unknown.bounds.high;
  auto& upper = range.extreme == Extreme::Most ? unknown.bounds.high : unknown.bounds.low;
  if (range.low) lower = range.turned(*range.low);
  if (high) upper = range.turned(*high);
  return Value::unknown(std::move(unknown));
}

Value extreme_of(const FunctionCall& call, Extreme extreme, Value (*self)(const FunctionCall&)) {
  if (has_candidates(call.arguments())) return over_cases(call, self);
  Array terms;
  const bool is_list = call.size() == 1 && !call[0].is_number();
  if (is_list) {
    const Value list = as_collection(call[0], call.dialect());
    if (!list.is_array()) return refused(call, "integers, or an array of them");
    terms = list.as_array();
  } else {
    for (const Value& value : call.arguments()) terms.add(value);
  }
  if (terms.members.empty() && !terms.open) {
    return call.dialect().is_rules()
               ? Value()
               : call.fail("`" + std::string(call.name()) + "` of an empty array", 0);
  }
  ExtremeRange range{extreme, {}, {}, terms.open};
  for (std::size_t i = 0; i < terms.size(); ++i) {
    Value term = terms.members[i];
    if (term.is_null() && call.dialect().is_rules()) term = call.unknown(UnknownReason::NotWritten);
    if (!term.is_number() && !term.is_unknown()) return refused(call, "integers");
    range.add(term, terms.is_certain(i));
  }
  return extreme_value(call, range);
}

Value least(const FunctionCall& call) { return extreme_of(call, Extreme::Least, least); }
Value most(const FunctionCall& call) { return extreme_of(call, Extreme::Most, most); }

constexpr std::array kFunctions = {
    FunctionEntry{"int", 1, 1, Scalar, Availability::Both, to_int},
    FunctionEntry{"float", 1, 1, Scalar, Availability::Templates, to_float},
    FunctionEntry{"bool", 1, 1, Scalar, Availability::Both, to_bool},
    FunctionEntry{"min", 1, kAnyNumber, Raw, Availability::Both, least},
    FunctionEntry{"max", 1, kAnyNumber, Raw, Availability::Both, most},
};

}  // namespace

std::span<const FunctionEntry> number_functions() { return kFunctions; }

}  // namespace exr
