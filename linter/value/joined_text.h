#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "value/unknown.h"

namespace exr {

/// Puts a text together from known and unknown pieces. Neighbours that are known become one piece.
class JoinedText {
 public:
  /// Makes room for texts that are added next, as far as they are known.
  void reserve(std::span<const Value> values);
  void add(std::string_view known);
  void add(TextPiece piece);
  void add(const std::vector<TextPiece>& pieces);
  /// The pieces of a value as part of a text, as pieces_of() has them.
  void add(const Value& value);

  /// How many bytes the pieces have so far.
  std::size_t size() const { return size_; }
  /// A String if all pieces are known, else a partly known one. Nothing is left here.
  Value take(UnknownReason reason, Span origin = {});

 private:
  void end_known();

  // those before `known_`
  std::vector<TextPiece> pieces_;
  std::string known_;
  std::size_t size_ = 0;
};

}  // namespace exr
