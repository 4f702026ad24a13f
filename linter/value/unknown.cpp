#include "value/unknown.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "value/joined_text.h"
#include "value/print.h"

namespace exr {

std::string_view reason_name(UnknownReason reason) {
  switch (reason) {
    case UnknownReason::ParameterWithoutValue:
      return "parameter without value";
    case UnknownReason::RuntimeFunction:
      return "known at run time only";
    case UnknownReason::UnreadableModule:
      return "module that could not be read";
    case UnknownReason::KnownAfterApply:
      return "known after apply";
    case UnknownReason::UnsupportedSyntax:
      return "syntax that could not be read";
    case UnknownReason::External:
      return "declared elsewhere";
    case UnknownReason::NotWritten:
      return "not written";
    case UnknownReason::Undecided:
      return "depends on something unknown";
    case UnknownReason::Invalid:
      return "not valid";
  }
  return "unknown";
}

Unknown make_unknown(UnknownReason reason, std::string text) {
  Unknown unknown;
  unknown.reason = reason;
  unknown.text = bounded_text(std::move(text));
  return unknown;
}

std::string bounded_text(std::string text) {
  if (text.size() <= kLongestCanonicalText) return text;
  const std::size_t hash = std::hash<std::string>{}(text);
  std::size_t cut = kLongestCanonicalText;
  // not inside a UTF-8 sequence
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  text.resize(cut);
  return text + "...#" + std::to_string(hash);
}

Value text_from_pieces(std::vector<TextPiece> pieces, UnknownReason reason, Span origin) {
  JoinedText joined;
  for (TextPiece& piece : pieces) joined.add(std::move(piece));
  return joined.take(reason, origin);
}

std::vector<TextPiece> pieces_of(const Value& value) {
  if (value.is_string()) return {{.text = value.as_string(), .known = true}};
  if (!value.is_unknown()) return {{.text = canonical_text(value), .known = true}};
  const Unknown& unknown = value.as_unknown();
  if (!unknown.pieces.empty()) return unknown.pieces;
  return {{.text = unknown.text, .known = false}};
}

std::string_view known_prefix(const Value& value) {
  if (value.is_string()) return value.as_string();
  if (!value.is_unknown() || value.as_unknown().pieces.empty()) return {};
  const TextPiece& first = value.as_unknown().pieces.front();
  return first.known ? std::string_view(first.text) : std::string_view();
}

std::string_view known_suffix(const Value& value) {
  if (value.is_string()) return value.as_string();
  if (!value.is_unknown() || value.as_unknown().pieces.empty()) return {};
  const TextPiece& last = value.as_unknown().pieces.back();
  return last.known ? std::string_view(last.text) : std::string_view();
}

bool agree(const std::vector<Choice>& a, const std::vector<Choice>& b) {
  return std::all_of(a.begin(), a.end(), [&](const Choice& mine) {
    return std::all_of(b.begin(), b.end(), [&](const Choice& theirs) {
      return mine.source != theirs.source || mine.option == theirs.option;
    });
  });
}

std::vector<Choice> merged(const std::vector<Choice>& a, const std::vector<Choice>& b) {
  std::vector<Choice> result = a;
  for (const Choice& choice : b) {
    if (std::find(result.begin(), result.end(), choice) == result.end()) result.push_back(choice);
  }
  return result;
}

}  // namespace exr
