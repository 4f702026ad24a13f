#include "frontends/terraform/written_expressions.h"

#include <algorithm>

#include "frontends/terraform/planned_value.h"
#include "value/compare.h"
#include "value/containers.h"

namespace exr {

namespace {

const Value* find_member(const Value& value, const PlanStep& step) {
  if (const auto* name = std::get_if<std::string>(&step))
    return value.is_object() ? value.as_object().find(*name) : nullptr;
  if (!value.is_array()) return nullptr;
  const auto index = static_cast<std::size_t>(std::get<std::int64_t>(step));
  const Array& array = value.as_array();
  return index < array.size() ? &array.members[index] : nullptr;
}

// Whether a block may be the planned one: no constant of it is another one there. One level is
// enough to tell blocks apart, since those with names have them there.
bool may_be(const Value& block, const Value& planned) {
  if (!block.is_object() || !planned.is_object()) return true;
  const auto& properties = block.as_object().properties();
  return std::all_of(properties.begin(), properties.end(), [&](const Object::Property& property) {
    const Value* constant = find_constant(property.value);
    const Value* value = planned.as_object().find(property.name);
    return constant == nullptr || value == nullptr ||
           equals(*constant, *value, TextComparison::Exact) != Truth::False;
  });
}

const Value* find_block(const Array& blocks, const Array& planned, std::size_t index) {
  if (index >= planned.size()) return nullptr;
  const bool is_same_order = blocks.size() == planned.size();
  if (is_same_order && may_be(blocks.members[index], planned.members[index]))
    return &blocks.members[index];
  const Value* found = nullptr;
  for (const Value& block : blocks.members) {
    if (!may_be(block, planned.members[index])) continue;
    if (found != nullptr) return nullptr;
    found = &block;
  }
  return found;
}

}  // namespace

const Value& WrittenExpressions::at(Span span) {
  static const Value nothing{};
  if (!span.valid()) return nothing;
  const auto [place, is_new] = decoded_.try_emplace(span.begin);
  if (is_new) place->second = plan_json(span, sources_, limits_, names_);
  return place->second;
}

bool is_expression(const Value& value) {
  if (!value.is_object()) return false;
  const auto& properties = value.as_object().properties();
  return std::all_of(properties.begin(), properties.end(), [](const Object::Property& property) {
    return property.name == "references" || property.name == "constant_value";
  });
}

const Value* find_constant(const Value& expression) {
  return is_expression(expression) ? expression.as_object().find("constant_value") : nullptr;
}

std::vector<std::string_view> references_in(const Value& expression) {
  std::vector<std::string_view> references;
  const Value* written =
      expression.is_object() ? expression.as_object().find("references") : nullptr;
  if (written == nullptr || !written->is_array()) return references;
  for (const Value& reference : written->as_array().members) {
    if (reference.is_string()) references.push_back(reference.as_string());
  }
  return longest_references(references);
}

bool WrittenExpression::is_known() const {
  return value != nullptr && is_expression(*value) && !value->as_object().empty();
}

WrittenExpression find_written_at(const WrittenExpression& written, const Value& planned,
                                  const PlanStep& step) {
  if (written.value == nullptr) return {};
  if (written.is_known()) return {.value = written.value, .is_part = true};
  const auto* index = std::get_if<std::int64_t>(&step);
  if (index == nullptr) return {.value = find_member(*written.value, step)};
  // a block that may stand only once
  if (written.value->is_object()) return written;
  if (!written.value->is_array() || !planned.is_array() || *index < 0) return {};
  return {.value = find_block(written.value->as_array(), planned.as_array(),
                              static_cast<std::size_t>(*index))};
}

WrittenExpression find_written(const Value& expressions, const Value& planned,
                               const PlanPath& path) {
  static const Value nothing{};
  WrittenExpression written{.value = &expressions};
  const Value* value = &planned;
  for (const PlanStep& step : path) {
    written = find_written_at(written, *value, step);
    value = find_member(*value, step);
    if (value == nullptr) value = &nothing;
  }
  return written;
}

}  // namespace exr
