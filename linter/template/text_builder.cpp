#include "template/text_builder.h"

#include <span>
#include <string>
#include <utility>

#include "expression/functions/arguments.h"
#include "expression/operators.h"
#include "value/joined_text.h"
#include "value/joined_trail.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

Value joined_text(std::span<const Value> parts) {
  JoinedText text;
  text.reserve(parts);
  for (const Value& part : parts) {
    // as `format` has it
    if (!part.is_null()) text.add(part);
  }
  return text.take(reason_among(parts));
}

}  // namespace

TextBuilder& TextBuilder::add(std::string_view text) {
  parts_.push_back(Value::string(std::string(text)));
  return *this;
}

TextBuilder& TextBuilder::add(const Value& part) {
  parts_.push_back(part);
  return *this;
}

Value TextBuilder::text() const {
  Value result = joined_text(parts_);
  if (result.is_unknown() && has_candidates(parts_)) {
    const Value cases = over_candidates(parts_, result.as_unknown().text, joined_text);
    if (!cases.is_unknown()) {
      result = cases;
    } else {
      Unknown unknown = result.as_unknown();
      unknown.candidates = cases.as_unknown().candidates;
      result = Value::unknown(std::move(unknown));
    }
  }
  return result.with_trail(joined_trail(parts_.data(), parts_.data() + parts_.size()));
}

SharedText plain_text(const Value& text) {
  if (text.is_string()) return text.shared_string();
  if (text.is_unknown()) {
    const Unknown& unknown = text.as_unknown();
    return unknown.pieces.empty() ? "${" + unknown.text + "}" : unknown.text;
  }
  return canonical_text(text);
}

std::vector<Value> slash_segments(const Value& text) {
  const UnknownReason reason =
      text.is_unknown() ? text.as_unknown().reason : UnknownReason::Undecided;
  std::vector<std::vector<TextPiece>> segments(1);
  for (const TextPiece& piece : pieces_of(text)) {
    if (!piece.known) {
      segments.back().push_back(piece);
      continue;
    }
    std::size_t begin = 0;
    for (std::size_t slash = piece.text.find('/'); slash != std::string::npos;
         slash = piece.text.find('/', begin)) {
      segments.back().push_back({piece.text.substr(begin, slash - begin), true});
      segments.emplace_back();
      begin = slash + 1;
    }
    segments.back().push_back({piece.text.substr(begin), true});
  }
  // a segment that is all of the text keeps its candidates
  if (segments.size() == 1) return {text};
  std::vector<Value> values;
  for (std::vector<TextPiece>& pieces : segments)
    values.push_back(
        text_from_pieces(std::move(pieces), reason, text.origin()).with_trail(text.trail()));
  return values;
}

}  // namespace exr
