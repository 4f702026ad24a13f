// Functions that put texts together: what is unknown of the parts stays a piece of the result.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "expression/functions/arguments.h"
#include "expression/functions/number_format.h"
#include "expression/functions/table.h"
#include "expression/functions/text_form.h"
#include "expression/functions/text_units.h"
#include "value/print.h"

namespace exr {

namespace {

using enum Treatment;

void append_pieces(std::vector<TextPiece>& pieces, std::vector<TextPiece> more) {
  for (TextPiece& piece : more) pieces.push_back(std::move(piece));
}

std::size_t size_of(const std::vector<TextPiece>& pieces) {
  std::size_t size = 0;
  for (const TextPiece& piece : pieces) size += piece.text.size();
  return size;
}

// One `{index[,alignment][:format]}` of .NET's composite format.
struct Hole {
  std::size_t index = 0;
  int alignment = 0;
  std::string format;
  // as written between the braces
  std::string text;
};

std::optional<Hole> parse_hole(std::string_view text) {
  Hole hole;
  hole.text = text;
  const char* end = text.data() + text.size();
  const auto index = std::from_chars(text.data(), end, hole.index);
  if (index.ec != std::errc()) return std::nullopt;
  const char* at = index.ptr;
  const auto skip_spaces = [&] {
    while (at != end && *at == ' ') ++at;
  };
  skip_spaces();
  if (at != end && *at == ',') {
    ++at;
    skip_spaces();
    const auto alignment = std::from_chars(at, end, hole.alignment);
    if (alignment.ec != std::errc()) return std::nullopt;
    at = alignment.ptr;
    skip_spaces();
  }
  if (at != end && *at == ':') {
    hole.format.assign(at + 1, end);
    at = end;
  }
  return at == end ? std::optional(std::move(hole)) : std::nullopt;
}

std::string aligned(std::string text, int alignment) {
  const std::size_t units = unit_count(text);
  const auto width = static_cast<std::size_t>(std::abs(alignment));
  if (units >= width) return text;
  const std::string padding(width - units, ' ');
  return alignment < 0 ? text + padding : padding + text;
}

// False if the format is none that numbers take.
bool append_hole(std::vector<TextPiece>& pieces, const Hole& hole, const Value& value) {
  if (hole.alignment == 0 && hole.format.empty()) {
    append_pieces(pieces, pieces_in_text(value));
    return true;
  }
  FormattedNumber shown;
  if (!is_complete(value)) {
    shown.kind = FormattedNumber::Kind::NotComputed;
  } else if (value.is_number() && !hole.format.empty()) {
    shown = formatted_number(value, hole.format);
  } else {
    shown.text = value_text(value, TextForm::Interpolated);
  }
  if (shown.kind == FormattedNumber::Kind::Refused) return false;
  const bool known = shown.kind == FormattedNumber::Kind::Text;
  pieces.push_back(
      {known ? aligned(std::move(shown.text), hole.alignment)
             : bounded_text("format('{" + hole.text + "}'," + canonical_text(value) + ")"),
       known});
  return true;
}

std::string hole_problem(const FunctionCall& call, const std::string& text,
                         std::optional<std::size_t> index) {
  if (!index) return "`format` cannot read `{" + text + "}` in its format string";
  return "`format` has no argument " + std::to_string(*index) + " for `{" + text + "}`, only " +
         std::to_string(call.size() - 1);
}

// The format string cut at its holes. Empty after a failure, whose message is in `problem`.
std::optional<std::vector<TextPiece>> composed(const FunctionCall& call, std::string& problem) {
  constexpr int kWidest = 1000;
  const std::string& form = call[0].as_string();
  std::vector<TextPiece> pieces;
  for (std::size_t at = 0; at < form.size();) {
    const std::size_t brace = std::min(form.find_first_of("{}", at), form.size());
    pieces.push_back({form.substr(at, brace - at), true});
    if (brace == form.size()) break;
    if (brace + 1 < form.size() && form[brace + 1] == form[brace]) {
      pieces.push_back({std::string(1, form[brace]), true});
      at = brace + 2;
      continue;
    }
    const std::size_t close = form.find('}', brace);
    const std::string inside =
        close == std::string::npos ? "" : form.substr(brace + 1, close - brace - 1);
    const std::optional<Hole> hole = form[brace] == '{' ? parse_hole(inside) : std::nullopt;
    const bool known_index = hole && hole->index + 1 < call.size();
    const bool readable = hole && std::abs(hole->alignment) <= kWidest;
    if (!known_index || !readable || !append_hole(pieces, *hole, call[hole->index + 1])) {
      problem = hole_problem(call, inside,
                             readable && !known_index ? std::optional(hole->index) : std::nullopt);
      return std::nullopt;
    }
    at = close + 1;
    if (!fits(call, size_of(pieces))) return pieces;
  }
  return pieces;
}

Value format(const FunctionCall& call) {
  for (const Value& value : call.arguments()) {
    if (value.is_null() && call.dialect().is_rules())
      return call.unknown(UnknownReason::NotWritten);
  }
  if (has_candidates(call.arguments())) return over_cases(call, format);
  if (call[0].is_unknown()) return call.unknown(reason_among(call.arguments()));
  if (!call[0].is_string()) return refused(call, "a string");
  std::string problem;
  std::optional<std::vector<TextPiece>> pieces = composed(call, problem);
  if (!pieces) return call.fail(std::move(problem), 0);
  if (!fits(call, size_of(*pieces))) return too_large(call);
  return text_of_pieces(std::move(*pieces), call.arguments());
}

Value concat_arrays(const FunctionCall& call) {
  Array result;
  for (std::size_t i = 0; i < call.size(); ++i) {
    const Value part = as_collection(call[i], call.dialect());
    if (!part.is_array()) return refused(call, "an array like the others", i);
    const Array& array = part.as_array();
    for (std::size_t m = 0; m < array.size(); ++m)
      result.add(array.members[m], array.is_certain(m));
    result.open = result.open || array.open;
  }
  if (result.open) result.open_text = call.text();
  return Value::array(std::move(result));
}

Value concat(const FunctionCall& call) {
  if (has_candidates(call.arguments())) return over_cases(call, concat);
  const auto& values = call.arguments();
  if (std::any_of(values.begin(), values.end(),
                  [](const Value& value) { return value.is_array(); })) {
    return concat_arrays(call);
  }
  const bool wholly_unknown = std::all_of(values.begin(), values.end(), is_wholly_unknown);
  if (values.size() == 1 && wholly_unknown) return values[0];
  if (wholly_unknown) return call.unknown(reason_among(values));
  std::vector<TextPiece> pieces;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].is_null() && call.dialect().is_rules())
      return call.unknown(UnknownReason::NotWritten);
    if (values[i].is_object() || values[i].is_resource())
      return refused(call, "strings or arrays", i);
    append_pieces(pieces, pieces_in_text(values[i]));
  }
  if (!fits(call, size_of(pieces))) return too_large(call);
  return text_of_pieces(std::move(pieces), values);
}

Value join(const FunctionCall& call) {
  if (!call[0].is_array()) return refused(call, "an array");
  if (call[1].is_null() && call.dialect().is_rules())
    return call.unknown(UnknownReason::NotWritten);
  if (has_candidates(call.arguments())) return over_cases(call, join);
  if (!call[1].is_string() && !call[1].is_unknown()) return refused(call, "a string", 1);
  const Array& array = call[0].as_array();
  if (!array.is_exact() || is_wholly_unknown(call[1]))
    return call.unknown(reason_among(call.arguments()));
  std::vector<TextPiece> pieces;
  std::size_t size = 0;
  for (std::size_t i = 0; i < array.size(); ++i) {
    if (i > 0) append_pieces(pieces, pieces_of(call[1]));
    std::vector<TextPiece> part = pieces_in_text(array.members[i], TextForm::Json);
    size += size_of(part) + known_prefix(call[1]).size();
    if (!fits(call, size)) return too_large(call);
    append_pieces(pieces, std::move(part));
  }
  return text_of_pieces(std::move(pieces), array.members);
}

constexpr std::array kFunctions = {
    FunctionEntry{"format", 1, kAnyNumber, Raw, Availability::Both, format},
    FunctionEntry{"concat", 1, kAnyNumber, Raw, Availability::Both, concat},
    FunctionEntry{"join", 2, 2, Collection, Availability::Both, join},
};

}  // namespace

std::span<const FunctionEntry> format_functions() { return kFunctions; }

}  // namespace exr
