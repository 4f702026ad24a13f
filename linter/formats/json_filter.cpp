#include "formats/json_filter.h"

#include <array>
#include <utility>

#include "value/containers.h"

namespace exr {

namespace {

template <typename T>
int order_of(const T& a, const T& b) {
  if (a < b) return -1;
  return b < a ? 1 : 0;
}

bool is_container(const Value& value) { return value.is_array() || value.is_object(); }

}  // namespace

std::optional<JsonFilter> JsonFilter::read(JsonPathText& text) {
  JsonFilter filter;
  std::string joined_by;
  for (;;) {
    auto comparison = read_comparison(text);
    if (!comparison) return std::nullopt;
    filter.comparisons_.push_back(std::move(*comparison));
    text.skip_spaces();
    std::string joint;
    if (text.take("&&")) joint = "&&";
    if (text.take("||")) joint = "||";
    if (joint.empty()) return filter;
    // which of the two binds closer is not ours to guess
    if (!joined_by.empty() && joined_by != joint) return std::nullopt;
    joined_by = joint;
    filter.all_ = joint == "&&";
  }
}

std::optional<JsonFilter::Comparison> JsonFilter::read_comparison(JsonPathText& text) {
  text.skip_spaces();
  auto left = read_operand(text);
  if (!left) return std::nullopt;
  text.skip_spaces();
  Comparison comparison{.left = std::move(*left), .operation = Operator::Exists, .right = {}};
  const auto operation = read_operator(text);
  if (!operation) return comparison;
  text.skip_spaces();
  auto right = read_operand(text);
  if (!right) return std::nullopt;
  comparison.operation = *operation;
  comparison.right = std::move(*right);
  return comparison;
}

std::optional<JsonFilter::Operator> JsonFilter::read_operator(JsonPathText& text) {
  static constexpr std::array<std::pair<const char*, Operator>, 7> kOperators = {
      {{"==", Operator::Equal},
       {"!=", Operator::NotEqual},
       {"<>", Operator::NotEqual},
       {"<=", Operator::LessOrEqual},
       {">=", Operator::MoreOrEqual},
       {"<", Operator::Less},
       {">", Operator::More}}};
  for (const auto& [written, operation] : kOperators) {
    if (text.take(written)) return operation;
  }
  return std::nullopt;
}

std::optional<JsonFilter::Operand> JsonFilter::read_operand(JsonPathText& text) {
  Operand operand;
  if (text.take("@")) {
    while (text.take(".")) operand.names.emplace_back(text.take_name());
    return operand;
  }
  if (auto quoted = text.take_quoted()) {
    operand.literal = Value::string(std::move(*quoted));
  } else if (text.take("true")) {
    operand.literal = Value::boolean(true);
  } else if (text.take("false")) {
    operand.literal = Value::boolean(false);
  } else if (text.take("null")) {
    operand.literal = Value::null();
  } else if (const auto number = text.take_number()) {
    operand.literal = Value::number(*number);
  } else {
    return std::nullopt;
  }
  return operand;
}

std::optional<Value> JsonFilter::value_of(const Operand& operand, const Value& value) {
  if (operand.literal) return operand.literal;
  Value part = value;
  for (const std::string& name : operand.names) {
    const Object::Property* property =
        part.is_object() ? part.as_object().find_property(name) : nullptr;
    if (property == nullptr || property->name != name) return std::nullopt;
    const Value next = property->value;
    part = next;
  }
  return part;
}

std::optional<bool> JsonFilter::compare(const Value& left, Operator operation, const Value& right) {
  if (is_container(left) || is_container(right)) return operation == Operator::NotEqual;
  const bool are_numbers = left.is_number() && right.is_number();
  const bool are_texts = left.is_string() && right.is_string();
  std::optional<int> order;
  if (are_numbers) order = order_of(left.as_number(), right.as_number());
  if (are_texts) order = order_of(left.as_string(), right.as_string());
  const bool are_equal =
      order ? *order == 0
            : (left.is_null() && right.is_null()) ||
                  (left.is_bool() && right.is_bool() && left.as_bool() == right.as_bool());
  if (operation == Operator::Equal) return are_equal;
  if (operation == Operator::NotEqual) return !are_equal;
  if (!order) return std::nullopt;
  switch (operation) {
    case Operator::Less:
      return *order < 0;
    case Operator::LessOrEqual:
      return *order <= 0;
    case Operator::More:
      return *order > 0;
    default:
      return *order >= 0;
  }
}

std::optional<bool> JsonFilter::holds(const Comparison& comparison, const Value& value) {
  const auto left = value_of(comparison.left, value);
  if (comparison.operation == Operator::Exists) return left.has_value();
  const auto right = value_of(comparison.right, value);
  if (!left || !right) return false;
  return compare(*left, comparison.operation, *right);
}

std::optional<bool> JsonFilter::fits(const Value& value) const {
  for (const Comparison& comparison : comparisons_) {
    const auto one = holds(comparison, value);
    if (!one) return std::nullopt;
    if (*one != all_) return *one;
  }
  return all_;
}

}  // namespace exr
