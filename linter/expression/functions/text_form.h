#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "value/unknown.h"
#include "value/value.h"

namespace exr {

/// How objects and arrays are written as text: as JSON with double quotes (`string()`), or with
/// single quotes (inside an interpolation and `format()`).
enum class TextForm : std::uint8_t { Json, Interpolated };

/// The text of a value in which nothing is Unknown: `True`, `5`, JSON without spaces, null as
/// nothing.
std::string value_text(const Value& value, TextForm form);
/// The pieces of any value as part of a text; what is Unknown inside an array or object makes all
/// of it one unknown piece.
std::vector<TextPiece> pieces_in_text(const Value& value, TextForm form = TextForm::Interpolated);
/// The pieces of a string or an Unknown, where each placeholder (`{subscriptionId}`) is an unknown
/// piece too.
std::vector<TextPiece> pieces_apart(const Value& value);
/// The joined pieces, with the reason of the first Unknown among `sources`.
Value text_of_pieces(std::vector<TextPiece> pieces, std::span<const Value> sources);

}  // namespace exr
