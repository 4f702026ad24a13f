#include "value/joined_text.h"

#include <utility>

#include "value/print.h"

namespace exr {

void JoinedText::reserve(std::span<const Value> values) {
  std::size_t size = known_.size();
  for (const Value& value : values) {
    if (value.is_string()) size += value.as_string().size();
  }
  known_.reserve(size);
}

void JoinedText::add(std::string_view known) {
  known_ += known;
  size_ += known.size();
}

void JoinedText::add(TextPiece piece) {
  if (piece.known) return add(std::string_view(piece.text));
  end_known();
  size_ += piece.text.size();
  pieces_.push_back(std::move(piece));
}

void JoinedText::add(const std::vector<TextPiece>& pieces) {
  for (const TextPiece& piece : pieces) add(piece);
}

void JoinedText::add(const Value& value) {
  if (value.is_string()) return add(std::string_view(value.as_string()));
  if (!value.is_unknown()) return add(std::string_view(canonical_text(value)));
  const Unknown& unknown = value.as_unknown();
  if (!unknown.pieces.empty()) return add(unknown.pieces);
  add(TextPiece{.text = unknown.text, .known = false});
}

Value JoinedText::take(UnknownReason reason, Span origin) {
  if (pieces_.empty()) return Value::string(std::move(known_), origin);
  end_known();
  std::string text;
  for (const TextPiece& piece : pieces_) text += piece.known ? piece.text : "${" + piece.text + "}";
  Unknown unknown = make_unknown(reason, std::move(text));
  unknown.pieces = std::move(pieces_);
  return Value::unknown(std::move(unknown), origin);
}

void JoinedText::end_known() {
  if (known_.empty()) return;
  pieces_.push_back({.text = std::exchange(known_, {}), .known = true});
}

}  // namespace exr
