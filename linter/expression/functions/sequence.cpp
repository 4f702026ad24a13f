// What texts and arrays have in common.

#include <algorithm>
#include <array>

#include "expression/functions/arguments.h"
#include "expression/functions/table.h"
#include "expression/functions/text_form.h"
#include "expression/functions/text_units.h"
#include "support/text.h"
#include "value/compare.h"
#include "value/print.h"

namespace exr {

namespace {

using enum Treatment;

Value not_written(const FunctionCall& call) { return call.unknown(UnknownReason::NotWritten); }

std::size_t known_units(const std::vector<TextPiece>& pieces) {
  std::size_t units = 0;
  for (const TextPiece& piece : pieces) units += piece.known ? unit_count(piece.text) : 0;
  return units;
}

Value length_of_text(const FunctionCall& call, const Value& text) {
  const std::vector<TextPiece> pieces = pieces_apart(text);
  const bool known =
      std::all_of(pieces.begin(), pieces.end(), [](const TextPiece& piece) { return piece.known; });
  const auto units = static_cast<double>(known_units(pieces));
  return number_between(call, {units, known ? std::optional(units) : std::nullopt});
}

Value length(const FunctionCall& call) {
  if (has_candidates(call.arguments())) return over_cases(call, length);
  const bool is_text = call[0].is_string() || (call[0].is_unknown() && !is_wholly_unknown(call[0]));
  if (is_text) return length_of_text(call, call[0]);
  const Value value = as_collection(call[0], call.dialect());
  if (value.is_array()) {
    const Array& array = value.as_array();
    const auto most = static_cast<double>(array.size());
    return number_between(call, {static_cast<double>(array.certain_count()),
                                 array.open ? std::nullopt : std::optional(most)});
  }
  if (value.is_object()) {
    const auto size = static_cast<double>(value.as_object().size());
    return number_between(call,
                          {size, value.as_object().is_open() ? std::nullopt : std::optional(size)});
  }
  return refused(call, "a string, an array or an object");
}

Truth emptiness(const Value& value) {
  if (value.is_array()) {
    const Array& array = value.as_array();
    if (array.certain_count() > 0) return Truth::False;
    return array.members.empty() && !array.open ? Truth::True : Truth::Unknown;
  }
  if (value.is_object()) {
    if (!value.as_object().empty()) return Truth::False;
    return value.as_object().is_open() ? Truth::Unknown : Truth::True;
  }
  if (value.is_string()) return truth_of(value.as_string().empty());
  return known_units(pieces_of(value)) > 0 ? Truth::False : Truth::Unknown;
}

Value empty(const FunctionCall& call) {
  const Value& value = call[0];
  if (value.is_null()) return Value::boolean(true);
  if (has_candidates(call.arguments())) return over_cases(call, empty);
  if (value.is_bool() || value.is_number() || value.is_resource()) {
    return refused(call, "a string, an array or an object");
  }
  return truth_result(call, emptiness(value));
}

bool has_part(std::string_view text, std::string_view part, TextComparison comparison) {
  if (comparison == TextComparison::Exact) return text.find(part) != std::string_view::npos;
  return find_ignoring_case(text, part) != std::string_view::npos;
}

// Whether a text, perhaps partly known, has a part, which may be Unknown itself.
Truth text_contains(const Value& text, const Value& part, TextComparison comparison) {
  if (part.is_unknown()) return Truth::Unknown;
  const std::string wanted = value_text(part, TextForm::Json);
  if (text.is_string() && has_part(text.as_string(), wanted, comparison)) return Truth::True;
  const std::vector<TextPiece> pieces = pieces_apart(text);
  bool known = !has_placeholder(wanted);
  for (const TextPiece& piece : pieces) {
    known = known && piece.known;
    if (piece.known && has_part(piece.text, wanted, comparison)) return Truth::True;
  }
  return known ? Truth::False : Truth::Unknown;
}

Truth array_contains(const Array& array, const Value& wanted, TextComparison comparison) {
  Truth found = array.open ? Truth::Unknown : Truth::False;
  for (std::size_t i = 0; i < array.size() && found != Truth::True; ++i) {
    const Truth equal = equals(array.members[i], wanted, comparison);
    found = either(found, array.is_certain(i) ? equal : both(equal, Truth::Unknown));
  }
  return found;
}

Truth object_contains(const Object& object, const Value& key) {
  if (key.is_unknown()) return object.empty() && !object.is_open() ? Truth::False : Truth::Unknown;
  if (object.find(value_text(key, TextForm::Json)) != nullptr) return Truth::True;
  return object.is_open() ? Truth::Unknown : Truth::False;
}

Value contains(const FunctionCall& call) {
  const Value& container = call[0];
  const TextComparison comparison = call.dialect().text;
  if (container.is_null() && call.dialect().is_rules()) return Value::boolean(false);
  if (has_candidates(call.arguments())) return over_cases(call, contains);
  if (container.is_array())
    return truth_result(call, array_contains(container.as_array(), call[1], comparison));
  if (call[1].is_null() && call.dialect().is_rules()) return not_written(call);
  if (container.is_object())
    return truth_result(call, object_contains(container.as_object(), call[1]));
  if (is_wholly_unknown(container)) return truth_result(call, Truth::Unknown);
  const bool is_part =
      call[1].is_string() || call[1].is_unknown() || call[1].is_number() || call[1].is_bool();
  if (!is_part) return refused(call, "a string", 1);
  if (!container.is_string() && !container.is_unknown()) {
    return refused(call, "a string, an array or an object");
  }
  return truth_result(call, text_contains(container, call[1], comparison));
}

enum class End : std::uint8_t { Front, Back };

Value end_of_text(const FunctionCall& call, End end) {
  const std::vector<TextPiece> pieces = pieces_apart(call[0]);
  if (pieces.empty() || (pieces.size() == 1 && pieces[0].text.empty())) return Value::string("");
  const TextPiece& piece = end == End::Front ? pieces.front() : pieces.back();
  if (!piece.known) return call.unknown(reason_among(call.arguments()));
  const std::size_t units = unit_count(piece.text);
  return Value::string(std::string(unit_slice(piece.text, end == End::Front ? 0 : units - 1, 1)));
}

Value end_of(const FunctionCall& call, End end, Value (*self)(const FunctionCall&)) {
  const Value& value = call[0];
  if (value.is_null() && call.dialect().is_rules()) return {};
  if (has_candidates(call.arguments())) return over_cases(call, self);
  if (value.is_array()) {
    const Array& array = value.as_array();
    if (array.members.empty() && !array.open) return {};
    const std::size_t index = end == End::Front ? 0 : array.size() - 1;
    if (array.open || !array.is_certain(index)) return call.unknown();
    return array.members[index];
  }
  const bool is_text = value.is_string() || (value.is_unknown() && !is_wholly_unknown(value));
  if (is_text) return end_of_text(call, end);
  if (value.is_unknown()) return call.unknown(reason_among(call.arguments()));
  return refused(call, "a string or an array");
}

Value first(const FunctionCall& call) { return end_of(call, End::Front, first); }
Value last(const FunctionCall& call) { return end_of(call, End::Back, last); }

enum class Part : std::uint8_t { Taken, Skipped };

// Which members are among the first `count`, or after them, when some before them may not be there.
Value part_of_array(const FunctionCall& call, const Array& array, std::size_t count, Part part) {
  Array result;
  std::size_t certain_before = 0;
  for (std::size_t i = 0; i < array.size(); ++i) {
    const bool surely_first = i < count && !array.open;
    const bool surely_later = certain_before >= count;
    const bool may_be = part == Part::Taken ? !surely_later : (i >= count || array.open);
    const bool must_be = part == Part::Taken ? surely_first : surely_later;
    if (may_be || must_be) result.add(array.members[i], must_be && array.is_certain(i));
    certain_before += array.is_certain(i) ? 1 : 0;
  }
  const bool nothing_taken = part == Part::Taken && count == 0;
  if (array.open && !nothing_taken) {
    result.open = true;
    result.open_text = call.text();
  }
  return Value::array(std::move(result));
}

// The canonical text of what is left of a text from its first unknown piece on.
std::string text_from(const std::vector<TextPiece>& pieces, std::size_t first) {
  if (first + 1 == pieces.size()) return pieces[first].text;
  const auto begin = pieces.begin() + static_cast<std::ptrdiff_t>(first);
  return canonical_text(
      text_from_pieces(std::vector<TextPiece>(begin, pieces.end()), UnknownReason::Undecided));
}

// The first `units` of a text as far as they are known; behind the first unknown piece stands one
// unknown piece for the rest.
Value taken_text(const FunctionCall& call, std::size_t units) {
  const std::vector<TextPiece> pieces = pieces_apart(call[0]);
  std::vector<TextPiece> result;
  std::size_t left = units;
  for (std::size_t i = 0; i < pieces.size() && left > 0; ++i) {
    if (!pieces[i].known) {
      const std::string rest = "take(" + text_from(pieces, i) + "," + std::to_string(left) + ")";
      result.push_back({bounded_text(rest), false});
      break;
    }
    const std::string_view part = unit_slice(pieces[i].text, 0, left);
    left -= std::min(left, unit_count(part));
    result.push_back({std::string(part), true});
  }
  return text_of_pieces(std::move(result), call.arguments());
}

Value skipped_text(const FunctionCall& call, std::size_t units) {
  std::vector<TextPiece> pieces = pieces_apart(call[0]);
  if (units == 0) return call[0];
  if (pieces.empty()) return Value::string("");
  const std::size_t known = pieces[0].known ? unit_count(pieces[0].text) : 0;
  if (pieces.size() > 1 && known < units) return call.unknown(reason_among(call.arguments()));
  if (!pieces[0].known) return call.unknown(reason_among(call.arguments()));
  pieces[0].text = unit_slice(pieces[0].text, std::min(units, known));
  return text_of_pieces(std::move(pieces), call.arguments());
}

Value part_of(const FunctionCall& call, Part part, Value (*self)(const FunctionCall&)) {
  if (has_candidates(call.arguments())) return over_cases(call, self);
  const bool is_text = call[0].is_string() || (call[0].is_unknown() && !is_wholly_unknown(call[0]));
  if (call[1].is_null() && call.dialect().is_rules()) return not_written(call);
  if (call[1].is_unknown()) return call.unknown(reason_among(call.arguments()));
  if (!call[1].is_int()) return refused(call, "an integer", 1);
  const auto count = static_cast<std::size_t>(std::max<std::int64_t>(0, call[1].as_int()));
  const bool unknown_text = is_wholly_unknown(call[0]) && !call.dialect().is_rules();
  if (unknown_text) return call.unknown(reason_among(call.arguments()));
  if (is_text) return part == Part::Taken ? taken_text(call, count) : skipped_text(call, count);
  const Value value = as_collection(call[0], call.dialect());
  if (!value.is_array()) return refused(call, "a string or an array");
  return part_of_array(call, value.as_array(), count, part);
}

Value take(const FunctionCall& call) { return part_of(call, Part::Taken, take); }
Value skip(const FunctionCall& call) { return part_of(call, Part::Skipped, skip); }

Value unknown_index(const FunctionCall& call) {
  Unknown unknown = make_unknown(reason_among(call.arguments()), call.text());
  unknown.bounds.low = -1;
  return Value::unknown(std::move(unknown));
}

Value index_in_array(const FunctionCall& call, const Array& array, End end) {
  for (std::size_t step = 0; step < array.size(); ++step) {
    const std::size_t i = end == End::Front ? step : array.size() - 1 - step;
    const Truth equal = equals(array.members[i], call[1], call.dialect().text);
    if (equal == Truth::Unknown || !array.is_exact()) return unknown_index(call);
    if (equal == Truth::True) return Value::integer(static_cast<std::int64_t>(i));
  }
  return array.is_exact() ? Value::integer(-1) : unknown_index(call);
}

Value index_in_text(const FunctionCall& call, End end) {
  const std::string text = to_lower(call[0].as_string());
  const std::string part = to_lower(value_text(call[1], TextForm::Json));
  if (!is_decided(call[0]) || !is_decided(call[1])) return unknown_index(call);
  const std::size_t found = end == End::Front ? text.find(part) : text.rfind(part);
  if (found == std::string::npos) return Value::integer(-1);
  return Value::integer(static_cast<std::int64_t>(unit_of(text, found)));
}

Value index_from(const FunctionCall& call, End end, Value (*self)(const FunctionCall&)) {
  const bool rules = call.dialect().is_rules();
  if (has_candidates(call.arguments())) return over_cases(call, self);
  if (call[0].is_unknown()) return unknown_index(call);
  const Value value = as_collection(call[0], call.dialect());
  if (value.is_array()) return index_in_array(call, value.as_array(), end);
  if (!value.is_string()) return refused(call, "a string or an array");
  if (call[1].is_null()) return rules ? not_written(call) : refused(call, "a string", 1);
  if (call[1].is_unknown()) return unknown_index(call);
  if (call[1].is_array() || call[1].is_object()) return refused(call, "a string", 1);
  return index_in_text(call, end);
}

Value index_of(const FunctionCall& call) { return index_from(call, End::Front, index_of); }
Value last_index_of(const FunctionCall& call) { return index_from(call, End::Back, last_index_of); }

constexpr std::array kFunctions = {
    FunctionEntry{"length", 1, 1, Raw, Availability::Both, length},
    FunctionEntry{"empty", 1, 1, Raw, Availability::Both, empty},
    FunctionEntry{"contains", 2, 2, Raw, Availability::Both, contains},
    FunctionEntry{"first", 1, 1, Raw, Availability::Both, first},
    FunctionEntry{"last", 1, 1, Raw, Availability::Both, last},
    FunctionEntry{"take", 2, 2, Raw, Availability::Both, take},
    FunctionEntry{"skip", 2, 2, Raw, Availability::Both, skip},
    FunctionEntry{"indexOf", 2, 2, Raw, Availability::Both, index_of},
    FunctionEntry{"lastIndexOf", 2, 2, Raw, Availability::Both, last_index_of},
};

}  // namespace

std::span<const FunctionEntry> sequence_functions() { return kFunctions; }

}  // namespace exr
