#include "value/compare.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "support/text.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

bool same_text(std::string_view a, std::string_view b, TextComparison comparison) {
  return comparison == TextComparison::Exact ? a == b : equal_ignoring_case(a, b);
}

// A text with placeholders as pieces, as though each placeholder were an unknown part.
std::vector<TextPiece> text_pieces(const Value& value) {
  if (!value.is_string() || !has_placeholder(value.as_string())) return pieces_of(value);
  std::vector<TextPiece> pieces;
  std::string_view rest = value.as_string();
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view inside = rest.substr(open, close - open + 1);
    if (has_placeholder(inside)) {
      pieces.push_back({std::string(rest.substr(0, open)), true});
      pieces.push_back({std::string(inside), false});
    } else {
      pieces.push_back({std::string(rest.substr(0, close + 1)), true});
    }
    rest.remove_prefix(close + 1);
  }
  pieces.push_back({std::string(rest), true});
  std::erase_if(pieces, [](const TextPiece& piece) { return piece.known && piece.text.empty(); });
  return pieces;
}

bool has_text_parts(const Value& value) {
  return value.is_string() || (value.is_unknown() && !value.as_unknown().pieces.empty());
}

std::string_view edge_text(const std::vector<TextPiece>& pieces, bool front) {
  if (pieces.empty()) return {};
  const TextPiece& piece = front ? pieces.front() : pieces.back();
  return piece.known ? std::string_view(piece.text) : std::string_view();
}

std::size_t least_length(const std::vector<TextPiece>& pieces) {
  std::size_t length = 0;
  for (const TextPiece& piece : pieces) length += piece.known ? piece.text.size() : 0;
  return length;
}

bool is_complete(const std::vector<TextPiece>& pieces) {
  return std::all_of(pieces.begin(), pieces.end(),
                     [](const TextPiece& piece) { return piece.known; });
}

// Whether two texts of which at least one is partly known can be equal at all.
bool texts_may_meet(const Value& a, const Value& b, TextComparison comparison) {
  const std::vector<TextPiece> left = text_pieces(a);
  const std::vector<TextPiece> right = text_pieces(b);
  const std::string_view prefix_a = edge_text(left, true);
  const std::string_view prefix_b = edge_text(right, true);
  const std::size_t prefix = std::min(prefix_a.size(), prefix_b.size());
  if (!same_text(prefix_a.substr(0, prefix), prefix_b.substr(0, prefix), comparison)) return false;
  const std::string_view suffix_a = edge_text(left, false);
  const std::string_view suffix_b = edge_text(right, false);
  const std::size_t suffix = std::min(suffix_a.size(), suffix_b.size());
  if (!same_text(suffix_a.substr(suffix_a.size() - suffix),
                 suffix_b.substr(suffix_b.size() - suffix), comparison)) {
    return false;
  }
  const bool a_too_short = is_complete(left) && least_length(left) < least_length(right);
  const bool b_too_short = is_complete(right) && least_length(right) < least_length(left);
  return !a_too_short && !b_too_short;
}

bool outside(const Bounds& bounds, double number) {
  return (bounds.low && number < *bounds.low) || (bounds.high && number > *bounds.high);
}

// Whether all candidates of `unknown` compare alike with `other`.
Truth equals_candidates(const Unknown& unknown, const Value& other, TextComparison comparison) {
  std::optional<Truth> all;
  for (const Candidate& candidate : unknown.candidates) {
    const Truth one = equals(candidate.value, other, comparison);
    if (all && *all != one) return Truth::Unknown;
    all = one;
  }
  return all.value_or(Truth::Unknown);
}

Truth equals_unknown(const Value& a, const Value& b, TextComparison comparison) {
  if (a.is_unknown() && b.is_unknown() && a.as_unknown().text == b.as_unknown().text)
    return Truth::True;
  if (a.is_unknown() && !a.as_unknown().candidates.empty()) {
    return equals_candidates(a.as_unknown(), b, comparison);
  }
  if (b.is_unknown() && !b.as_unknown().candidates.empty()) {
    return equals_candidates(b.as_unknown(), a, comparison);
  }
  if (has_text_parts(a) && has_text_parts(b)) {
    return texts_may_meet(a, b, comparison) ? Truth::Unknown : Truth::False;
  }
  const Value& unknown = a.is_unknown() ? a : b;
  const Value& other = a.is_unknown() ? b : a;
  // a text is never a number, an array, an object or null
  if (has_text_parts(unknown) && !other.is_unknown()) return Truth::False;
  if (other.is_number() && outside(unknown.as_unknown().bounds, other.as_number()))
    return Truth::False;
  return Truth::Unknown;
}

Truth equals_arrays(const Array& a, const Array& b, TextComparison comparison) {
  if (!a.is_exact() || !b.is_exact()) {
    const bool too_few =
        (!a.open && a.size() < b.certain_count()) || (!b.open && b.size() < a.certain_count());
    return too_few ? Truth::False : Truth::Unknown;
  }
  if (a.size() != b.size()) return Truth::False;
  Truth all = Truth::True;
  for (std::size_t i = 0; i < a.size() && all != Truth::False; ++i) {
    all = both(all, equals(a.members[i], b.members[i], comparison));
  }
  return all;
}

// Whether each property of `a` is in `b` with an equal value.
Truth contained(const Object& a, const Object& b, TextComparison comparison) {
  Truth all = Truth::True;
  for (const Object::Property& property : a.properties()) {
    const Value* other = b.find(property.name);
    const Truth one = other != nullptr ? equals(property.value, *other, comparison)
                                       : (b.is_open() ? Truth::Unknown : Truth::False);
    all = both(all, one);
  }
  return all;
}

Truth equals_objects(const Object& a, const Object& b, TextComparison comparison) {
  Truth all = both(contained(a, b, comparison), contained(b, a, comparison));
  if (a.is_open() || b.is_open()) all = both(all, Truth::Unknown);
  return all;
}

Truth equals_text(const Value& a, const Value& b, TextComparison comparison) {
  if (same_text(a.as_string(), b.as_string(), comparison)) return Truth::True;
  if (!has_placeholder(a.as_string()) && !has_placeholder(b.as_string())) return Truth::False;
  return texts_may_meet(a, b, comparison) ? Truth::Unknown : Truth::False;
}

double low_of(const Value& value) {
  if (value.is_number()) return value.as_number();
  return value.as_unknown().bounds.low.value_or(-std::numeric_limits<double>::infinity());
}

double high_of(const Value& value) {
  if (value.is_number()) return value.as_number();
  return value.as_unknown().bounds.high.value_or(std::numeric_limits<double>::infinity());
}

Truth less_numbers(const Value& a, const Value& b, bool or_equal) {
  if (or_equal ? high_of(a) <= low_of(b) : high_of(a) < low_of(b)) return Truth::True;
  if (or_equal ? low_of(a) > high_of(b) : low_of(a) >= high_of(b)) return Truth::False;
  return Truth::Unknown;
}

Truth compare_less(const Value& a, const Value& b, TextComparison comparison, bool or_equal) {
  const bool left_number = a.is_number() || a.is_unknown();
  const bool right_number = b.is_number() || b.is_unknown();
  if (left_number && right_number) {
    if (a.is_unknown() && b.is_unknown() && a.as_unknown().text == b.as_unknown().text)
      return truth_of(or_equal);
    return less_numbers(a, b, or_equal);
  }
  const auto found = order(a, b, comparison);
  if (!found) return Truth::Unknown;
  return truth_of(*found < 0 || (or_equal && *found == 0));
}

}  // namespace

Truth equals(const Value& a, const Value& b, TextComparison comparison) {
  if (a.same_payload(b) && !a.is_array() && !a.is_object()) return Truth::True;
  if (a.is_unknown() || b.is_unknown()) return equals_unknown(a, b, comparison);
  if (a.is_number() && b.is_number()) {
    if (a.is_int() && b.is_int()) return truth_of(a.as_int() == b.as_int());
    return truth_of(a.as_number() == b.as_number());
  }
  if (a.kind() != b.kind()) return Truth::False;
  switch (a.kind()) {
    case ValueKind::Bool:
      return truth_of(a.as_bool() == b.as_bool());
    case ValueKind::String:
      return equals_text(a, b, comparison);
    case ValueKind::Array:
      return equals_arrays(a.as_array(), b.as_array(), comparison);
    case ValueKind::Object:
      return equals_objects(a.as_object(), b.as_object(), comparison);
    case ValueKind::Resource:
      return truth_of(a.as_resource() == b.as_resource());
    default:
      return Truth::True;
  }
}

std::optional<std::partial_ordering> order(const Value& a, const Value& b,
                                           TextComparison comparison) {
  if (a.is_int() && b.is_int()) return a.as_int() <=> b.as_int();
  if (a.is_number() && b.is_number()) return a.as_number() <=> b.as_number();
  if (a.is_string() && b.is_string()) {
    if (comparison == TextComparison::Exact) return a.as_string() <=> b.as_string();
    if (equal_ignoring_case(a.as_string(), b.as_string())) return std::partial_ordering::equivalent;
    return less_ignoring_case(a.as_string(), b.as_string()) ? std::partial_ordering::less
                                                            : std::partial_ordering::greater;
  }
  return std::nullopt;
}

Truth less(const Value& a, const Value& b, TextComparison comparison) {
  return compare_less(a, b, comparison, false);
}

Truth less_or_equal(const Value& a, const Value& b, TextComparison comparison) {
  return compare_less(a, b, comparison, true);
}

std::string equality_key(const Value& value, TextComparison comparison) {
  if (value.is_number()) return number_text(value.as_number());
  std::string key = value.is_object() ? to_sorted_json(value) : canonical_text(value);
  return comparison == TextComparison::IgnoreCase && !value.is_unknown() ? to_lower(key) : key;
}

}  // namespace exr
