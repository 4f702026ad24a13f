#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "formats/json_path_text.h"
#include "value/value.h"

namespace exr {

/// The condition of a filter in a JSON path: `@.tier == 'Premium'`, `@.name`, several joined by
/// `&&` or by `||`.
class JsonFilter {
 public:
  /// Reads one up to its closing parenthesis; empty if it is not understood.
  static std::optional<JsonFilter> read(JsonPathText& text);

  /// Whether a value fits; empty where values are compared whose order nobody knows.
  std::optional<bool> fits(const Value& value) const;

 private:
  enum class Operator : std::uint8_t {
    Exists,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    More,
    MoreOrEqual
  };
  // `@.a.b`, or a literal.
  struct Operand {
    std::optional<Value> literal;
    std::vector<std::string> names;
  };
  struct Comparison {
    Operand left;
    Operator operation = Operator::Exists;
    Operand right;
  };

  static std::optional<Operand> read_operand(JsonPathText& text);
  static std::optional<Operator> read_operator(JsonPathText& text);
  static std::optional<Comparison> read_comparison(JsonPathText& text);
  static std::optional<Value> value_of(const Operand& operand, const Value& value);
  static std::optional<bool> compare(const Value& left, Operator operation, const Value& right);
  static std::optional<bool> holds(const Comparison& comparison, const Value& value);

  std::vector<Comparison> comparisons_;
  bool all_ = true;
};

}  // namespace exr
