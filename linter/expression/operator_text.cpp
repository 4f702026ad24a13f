#include "expression/operator_text.h"

#include <array>

#include "support/text.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

struct OperatorNames {
  std::string_view sign;
  std::string_view function;
};

// in the order of BinaryOperator
constexpr std::array<OperatorNames, 16> kNames = {{{"??", "coalesce"},
                                                   {"||", "or"},
                                                   {"&&", "and"},
                                                   {"==", "equals"},
                                                   {"!=", "equals"},
                                                   {"=~", "equals"},
                                                   {"!~", "equals"},
                                                   {"<", "less"},
                                                   {"<=", "lessOrEquals"},
                                                   {">", "greater"},
                                                   {">=", "greaterOrEquals"},
                                                   {"+", "add"},
                                                   {"-", "sub"},
                                                   {"*", "mul"},
                                                   {"/", "div"},
                                                   {"%", "mod"}}};

const OperatorNames& names_of(BinaryOperator operation) {
  return kNames.at(static_cast<std::size_t>(operation));
}

// As the function `toLower` gives it.
std::string lower_text(const Value& value) {
  if (value.is_string()) return canonical_text(Value::string(to_lower(value.as_string())));
  if (!value.is_unknown() || value.as_unknown().pieces.empty())
    return "toLower(" + canonical_text(value) + ")";
  std::vector<TextPiece> pieces = value.as_unknown().pieces;
  for (TextPiece& piece : pieces)
    piece.text = piece.known ? to_lower(piece.text) : "toLower(" + piece.text + ")";
  return canonical_text(text_from_pieces(std::move(pieces), value.as_unknown().reason));
}

}  // namespace

std::string_view operator_sign(BinaryOperator operation) { return names_of(operation).sign; }

std::string operator_text(BinaryOperator operation, const Value& left, const Value& right) {
  const bool lowers = operation == BinaryOperator::EqualIgnoringCase ||
                      operation == BinaryOperator::NotEqualIgnoringCase;
  const bool negates =
      operation == BinaryOperator::NotEqual || operation == BinaryOperator::NotEqualIgnoringCase;
  std::string text = std::string(names_of(operation).function) + "(";
  text += lowers ? lower_text(left) : canonical_text(left);
  text += ",";
  text += lowers ? lower_text(right) : canonical_text(right);
  text += ")";
  return bounded_text(negates ? "not(" + text + ")" : text);
}

}  // namespace exr
