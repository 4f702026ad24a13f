#include "mapping/written_part.h"

#include "value/containers.h"

namespace exr {

namespace {

constexpr std::string_view kConstant = "constant_value";
constexpr std::string_view kReferences = "references";

// The expression of an attribute, or a call of a function without arguments, which is `{}`.
bool is_leaf(const Object& expression) {
  return expression.empty() || expression.find(kConstant) != nullptr ||
         expression.find(kReferences) != nullptr;
}

}  // namespace

WrittenPart WrittenPart::of_block(const Value& expressions) {
  if (expressions.is_null()) return everything();
  return {State::Blocks, &expressions};
}

WrittenPart WrittenPart::of_expression(const Value& expression) {
  if (!expression.is_object()) return {State::Blocks, &expression};
  const Object& object = expression.as_object();
  if (!is_leaf(object)) return {State::Blocks, &expression};
  // `x = null` is not written
  const Value* constant = object.find(kConstant);
  if (constant != nullptr && constant->is_null()) return {State::Nothing, nullptr};
  return everything();
}

WrittenPart WrittenPart::of(std::string_view name) const {
  if (state_ != State::Blocks) return *this;
  if (blocks_->is_object()) {
    const Value* expression = blocks_->as_object().find(name);
    return expression == nullptr ? WrittenPart(State::Nothing, nullptr)
                                 : of_expression(*expression);
  }
  if (!blocks_->is_array()) return {State::Nothing, nullptr};
  for (const Value& block : blocks_->as_array().members) {
    const WrittenPart part = of_expression(block).of(name);
    if (part.is_written()) return part;
  }
  return {State::Nothing, nullptr};
}

}  // namespace exr
