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

WrittenPart WrittenPart::of_attribute(const Object& block, std::string_view name) {
  const Value* expression = block.find(name);
  if (expression == nullptr) return {State::Nothing, nullptr};
  if (!expression->is_object()) return {State::Blocks, expression};
  const Object& object = expression->as_object();
  if (!is_leaf(object)) return {State::Blocks, expression};
  // `x = null` is not written
  const Value* constant = object.find(kConstant);
  if (constant != nullptr && constant->is_null()) return {State::Nothing, nullptr};
  return everything();
}

WrittenPart WrittenPart::of(std::string_view name) const {
  if (state_ != State::Blocks) return *this;
  if (blocks_->is_object()) return of_attribute(blocks_->as_object(), name);
  if (!blocks_->is_array()) return {State::Nothing, nullptr};
  for (const Value& block : blocks_->as_array().members) {
    if (!block.is_object()) continue;
    const WrittenPart part = of_attribute(block.as_object(), name);
    if (part.is_written()) return part;
  }
  return {State::Nothing, nullptr};
}

}  // namespace exr
