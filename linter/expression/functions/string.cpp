#include <algorithm>
#include <array>

#include "expression/functions/arguments.h"
#include "expression/functions/letter_case.h"
#include "expression/functions/table.h"
#include "expression/functions/text_form.h"
#include "expression/functions/text_units.h"
#include "support/text.h"
#include "value/print.h"

namespace exr {

namespace {

using enum Treatment;

bool is_scalar(const Value& value) {
  return value.is_string() || value.is_number() || value.is_bool();
}
bool is_textual(const Value& value) { return value.is_string() || value.is_unknown(); }

Value string(const FunctionCall& call) {
  const Value& value = call[0];
  if (value.is_string() || (value.is_unknown() && !is_wholly_unknown(value))) return value;
  if (value.is_null() && call.dialect().is_rules()) return call.unknown(UnknownReason::NotWritten);
  if (has_candidates(call.arguments())) return over_cases(call, string);
  if (!is_complete(value) || value.is_resource())
    return call.unknown(reason_among(call.arguments()));
  return Value::string(value_text(value, TextForm::Json));
}

// `wrapped` applies a function to the text of an unknown piece, once.
std::string wrapped(std::string_view function, const std::string& text) {
  const std::string start = std::string(function) + "(";
  return text.starts_with(start) ? text : bounded_text(start + text + ")");
}

Value in_case(const FunctionCall& call, LetterCase wanted, Value (*self)(const FunctionCall&)) {
  if (call[0].is_null() && call.dialect().is_rules())
    return call.unknown(UnknownReason::NotWritten);
  if (has_candidates(call.arguments())) return over_cases(call, self);
  if (!is_textual(call[0])) return refused(call, "a string");
  if (is_wholly_unknown(call[0])) return call.unknown(reason_among(call.arguments()));
  std::vector<TextPiece> pieces = pieces_of(call[0]);
  for (TextPiece& piece : pieces) {
    std::optional<std::string> changed =
        piece.known ? in_letter_case(piece.text, wanted) : std::nullopt;
    if (!changed && piece.known) piece.text = canonical_text(Value::string(piece.text));
    piece = changed ? TextPiece{std::move(*changed), true}
                    : TextPiece{wrapped(call.name(), piece.text), false};
  }
  return text_of_pieces(std::move(pieces), call.arguments());
}

Value lower(const FunctionCall& call) { return in_case(call, LetterCase::Lower, lower); }
Value upper(const FunctionCall& call) { return in_case(call, LetterCase::Upper, upper); }

constexpr std::string_view kSpace = " \t\r\n\v\f";

Value trim(const FunctionCall& call) {
  if (call[0].is_null() && call.dialect().is_rules())
    return call.unknown(UnknownReason::NotWritten);
  if (has_candidates(call.arguments())) return over_cases(call, trim);
  if (!is_textual(call[0])) return refused(call, "a string");
  std::vector<TextPiece> pieces = pieces_of(call[0]);
  if (!pieces.front().known || !pieces.back().known)
    return call.unknown(reason_among(call.arguments()));
  const std::size_t begin =
      std::min(pieces.front().text.find_first_not_of(kSpace), pieces.front().text.size());
  pieces.front().text.erase(0, begin);
  pieces.back().text.erase(pieces.back().text.find_last_not_of(kSpace) + 1);
  // an outer piece of nothing but space leaves open where the text begins or ends
  const bool open =
      pieces.size() > 1 && (pieces.front().text.empty() || pieces.back().text.empty());
  if (open) return call.unknown(reason_among(call.arguments()));
  return text_of_pieces(std::move(pieces), call.arguments());
}

// Whether a text that goes on after `piece` (or begins before it) could have an occurrence of
// `part` across the border.
bool may_straddle(std::string_view piece, std::string_view part) {
  for (std::size_t size = 1; size < part.size(); ++size) {
    if (piece.ends_with(part.substr(0, size)) || piece.starts_with(part.substr(size))) return true;
  }
  return piece.size() < part.size() && part.find(piece) != std::string_view::npos &&
         part.size() > 1;
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

Value replaced(const FunctionCall& call) {
  const std::string& from = call[1].as_string();
  const std::string& to = call[2].as_string();
  std::vector<TextPiece> pieces = pieces_apart(call[0]);
  const std::string arguments = "," + canonical_text(call[1]) + "," + canonical_text(call[2]);
  for (TextPiece& piece : pieces) {
    if (!piece.known) {
      piece.text = bounded_text("replace(" + piece.text + arguments + ")");
      continue;
    }
    if (pieces.size() > 1 && may_straddle(piece.text, from))
      return call.unknown(reason_among(call.arguments()));
    if (!fits(call, piece.text.size() + occurrences(piece.text, from) * to.size()))
      return too_large(call);
    piece.text = replace_all(piece.text, from, to);
  }
  return text_of_pieces(std::move(pieces), call.arguments());
}

Value replace(const FunctionCall& call) {
  for (std::size_t i = 0; i < 3; ++i) {
    if (call[i].is_null() && call.dialect().is_rules())
      return call.unknown(UnknownReason::NotWritten);
    if (!is_textual(call[i])) return refused(call, "a string", i);
  }
  if (has_candidates(call.arguments())) return over_cases(call, replace);
  const bool undecided = is_wholly_unknown(call[0]) || !is_decided(call[1]) || call[2].is_unknown();
  if (undecided) return call.unknown(reason_among(call.arguments()));
  if (call[1].as_string().empty()) return call.fail("`replace` cannot look for an empty string", 1);
  return replaced(call);
}

// An ID is split between its names, in which no slash stands; of any other text an unknown part may
// hold the delimiter.
std::optional<std::vector<TextPiece>> pieces_to_split(const FunctionCall& call) {
  if (call[0].is_string()) return std::vector<TextPiece>{{call[0].as_string(), true}};
  const bool is_id =
      known_prefix(call[0]).starts_with('/') && call[1].is_string() && call[1].as_string() == "/";
  if (!is_id) return std::nullopt;
  return pieces_of(call[0]);
}

// Finds delimiters in a text from its beginning to its end. Each is looked for once in each part of
// the text, however many there are of the others.
class DelimiterSearch {
 public:
  DelimiterSearch(std::string_view text, std::span<const std::string> delimiters) : text_(text) {
    for (const std::string& delimiter : delimiters) {
      if (!delimiter.empty()) next_.push_back({delimiter, text.find(delimiter)});
    }
  }

  struct Place {
    std::string_view delimiter;
    std::size_t at = std::string_view::npos;
  };
  /// The first delimiter from `begin` on, the longest of those at one place.
  Place find(std::size_t begin) {
    Place first;
    for (Place& next : next_) {
      if (next.at != std::string_view::npos && next.at < begin)
        next.at = text_.find(next.delimiter, begin);
      const bool is_longer = next.delimiter.size() > first.delimiter.size();
      if (next.at < first.at || (next.at == first.at && is_longer)) first = next;
    }
    return first;
  }

 private:
  std::string_view text_;
  std::vector<Place> next_;
};

Value split_at(const FunctionCall& call, const std::vector<TextPiece>& pieces,
               std::span<const std::string> delimiters) {
  Array parts;
  std::vector<TextPiece> part;
  const auto finish = [&] { parts.add(text_of_pieces(std::exchange(part, {}), call.arguments())); };
  for (const TextPiece& piece : pieces) {
    const std::string_view text = piece.text;
    std::size_t begin = 0;
    DelimiterSearch search(piece.known ? text : std::string_view(), delimiters);
    for (auto place = search.find(0); place.at != std::string_view::npos;
         place = search.find(begin)) {
      part.push_back({std::string(text.substr(begin, place.at - begin)), true});
      finish();
      if (parts.size() > most_members(call)) return too_large(call);
      begin = place.at + place.delimiter.size();
    }
    part.push_back({std::string(text.substr(begin)), piece.known});
  }
  finish();
  return Value::array(std::move(parts));
}

Value split(const FunctionCall& call) {
  for (std::size_t i = 0; i < 2; ++i) {
    if (call[i].is_null() && call.dialect().is_rules())
      return call.unknown(UnknownReason::NotWritten);
  }
  if (!is_textual(call[0])) return refused(call, "a string");
  if (has_candidates(call.arguments())) return over_cases(call, split);
  if (!is_complete(call[1])) return call.unknown(reason_among(call.arguments()));
  std::vector<std::string> delimiters;
  if (call[1].is_string()) delimiters.push_back(call[1].as_string());
  if (call[1].is_array()) {
    for (const Value& member : call[1].as_array().members)
      delimiters.push_back(value_text(member, TextForm::Json));
  }
  if (delimiters.empty()) return refused(call, "a string or an array of strings", 1);
  const auto pieces = pieces_to_split(call);
  if (!pieces) return call.unknown(reason_among(call.arguments()));
  return split_at(call, *pieces, delimiters);
}

Value substring(const FunctionCall& call) {
  if (call[0].is_null() && call.dialect().is_rules())
    return call.unknown(UnknownReason::NotWritten);
  if (has_candidates(call.arguments())) return over_cases(call, substring);
  if (!is_textual(call[0])) return refused(call, "a string");
  for (std::size_t i = 1; i < call.size(); ++i) {
    if (call[i].is_unknown()) return call.unknown(reason_among(call.arguments()));
    if (!call[i].is_int() || call[i].as_int() < 0) return refused(call, "an integer from 0", i);
  }
  const auto begin = static_cast<std::size_t>(call[1].as_int());
  const std::vector<TextPiece> pieces = pieces_apart(call[0]);
  const bool known = pieces.empty() || (pieces.size() == 1 && pieces[0].known);
  const std::string_view text =
      !pieces.empty() && pieces[0].known ? std::string_view(pieces[0].text) : "";
  const std::size_t units = unit_count(text);
  const std::size_t end =
      call.size() > 2 ? begin + static_cast<std::size_t>(call[2].as_int()) : units;
  const bool inside = begin <= units && end <= units;
  if (known && inside) return Value::string(std::string(unit_slice(text, begin, end - begin)));
  if (known)
    return call.fail(
        "`substring` reaches past the end of a string of " + std::to_string(units) + " characters",
        begin > units ? 1 : 2);
  if (inside && call.size() > 2)
    return Value::string(std::string(unit_slice(text, begin, end - begin)));
  return call.unknown(reason_among(call.arguments()));
}

Value pad_left(const FunctionCall& call) {
  if (!is_scalar(call[0])) return refused(call, "a string or an integer");
  if (!call[1].is_int()) return refused(call, "an integer", 1);
  const std::string text = value_text(call[0], TextForm::Json);
  const std::string padding = call.size() > 2 ? value_text(call[2], TextForm::Json) : " ";
  if (unit_count(padding) != 1) return call.fail("`padLeft` takes one character to pad with", 2);
  const auto width = static_cast<std::size_t>(std::max<std::int64_t>(0, call[1].as_int()));
  const std::size_t units = unit_count(text);
  if (units >= width) return Value::string(text);
  if (!fits(call, width)) return too_large(call);
  std::string result;
  for (std::size_t i = units; i < width; ++i) result += padding;
  return Value::string(result + text);
}

enum class Edge : std::uint8_t { Begin, End };

// Whether the text begins (ends) with the other, as far as its known pieces say. Azure ignores the
// case here.
Truth edge_is(const Value& text, const std::string& wanted, Edge edge) {
  const std::vector<TextPiece> pieces = pieces_apart(text);
  const bool known = pieces.size() <= 1 && (pieces.empty() || pieces[0].known);
  if (known && pieces.empty()) return truth_of(wanted.empty());
  const TextPiece& piece = edge == Edge::Begin ? pieces.front() : pieces.back();
  if (!piece.known) return wanted.empty() ? Truth::True : Truth::Unknown;
  const std::size_t size = std::min(piece.text.size(), wanted.size());
  const std::string_view here(piece.text);
  const std::string_view want(wanted);
  const bool agrees =
      edge == Edge::Begin
          ? equal_ignoring_case(here.substr(0, size), want.substr(0, size))
          : equal_ignoring_case(here.substr(here.size() - size), want.substr(want.size() - size));
  if (!agrees) return Truth::False;
  if (size == wanted.size()) return Truth::True;
  return known ? Truth::False : Truth::Unknown;
}

Value edge_test(const FunctionCall& call, Edge edge, Value (*self)(const FunctionCall&)) {
  for (std::size_t i = 0; i < 2; ++i) {
    if (call[i].is_null() && call.dialect().is_rules())
      return call.unknown(UnknownReason::NotWritten);
    if (!is_textual(call[i])) return refused(call, "a string", i);
  }
  if (has_candidates(call.arguments())) return over_cases(call, self);
  if (call[1].is_unknown() || is_wholly_unknown(call[0])) return truth_result(call, Truth::Unknown);
  // a placeholder in what is looked for equals itself
  if (has_placeholder(call[1].as_string()) && call[0].is_string()) {
    const bool same = edge == Edge::Begin
                          ? starts_with_ignoring_case(call[0].as_string(), call[1].as_string())
                          : ends_with_ignoring_case(call[0].as_string(), call[1].as_string());
    return truth_result(call, same ? Truth::True : Truth::Unknown);
  }
  return truth_result(call, edge_is(call[0], call[1].as_string(), edge));
}

Value starts_with(const FunctionCall& call) { return edge_test(call, Edge::Begin, starts_with); }
Value ends_with(const FunctionCall& call) { return edge_test(call, Edge::End, ends_with); }

Value like(const FunctionCall& call) {
  if (!call[0].is_string() || !call[1].is_string()) return call.fail("`like` takes two strings");
  return Value::boolean(
      matches_wildcards(to_lower(call[0].as_string()), to_lower(call[1].as_string())));
}

constexpr std::array kFunctions = {
    FunctionEntry{"string", 1, 1, Raw, Availability::Both, string},
    FunctionEntry{"toLower", 1, 1, Raw, Availability::Both, lower},
    FunctionEntry{"toUpper", 1, 1, Raw, Availability::Both, upper},
    FunctionEntry{"trim", 1, 1, Raw, Availability::Both, trim},
    FunctionEntry{"replace", 3, 3, Raw, Availability::Both, replace},
    FunctionEntry{"split", 2, 2, Raw, Availability::Both, split},
    FunctionEntry{"substring", 2, 3, Raw, Availability::Both, substring},
    FunctionEntry{"padLeft", 2, 3, Scalar, Availability::Both, pad_left},
    FunctionEntry{"startsWith", 2, 2, Raw, Availability::Both, starts_with},
    FunctionEntry{"endsWith", 2, 2, Raw, Availability::Both, ends_with},
    FunctionEntry{"like", 2, 2, Scalar, Availability::Both, like},
};

}  // namespace

std::span<const FunctionEntry> string_functions() { return kFunctions; }

}  // namespace exr
