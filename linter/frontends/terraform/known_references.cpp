#include "frontends/terraform/known_references.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "value/containers.h"

namespace exr {

namespace {

using Kind = PlanReference::Kind;

// As deep as modules may be called, and a little more for `each.value` on the way.
constexpr std::uint32_t kDeepest = 160;

Value key_value(const InstanceKey& key) {
  if (const auto* number = std::get_if<std::int64_t>(&key)) return Value::integer(*number);
  if (const auto* text = std::get_if<std::string>(&key)) return Value::string(*text);
  return {};
}

Value at_path(Value value, const PlanPath& path) {
  for (const PlanStep& step : path) {
    const Value* member = nullptr;
    if (const auto* name = std::get_if<std::string>(&step)) {
      if (value.is_object()) member = value.as_object().find(*name);
    } else if (value.is_array()) {
      const auto index = static_cast<std::size_t>(std::get<std::int64_t>(step));
      if (index < value.as_array().size()) member = &value.as_array().members[index];
    }
    if (member == nullptr) return {};
    value = Value(*member);
  }
  return value;
}

}  // namespace

Value KnownReferences::value(const PlanReference& reference, const ExpressionSite& site) const {
  return value_within(reference, site, 0);
}

InstanceKey KnownReferences::key(const PlanReference& reference, const ExpressionSite& site) const {
  const Value known = value(reference, site);
  if (known.is_string()) return known.as_string();
  if (known.is_int()) return known.as_int();
  return {};
}

Value KnownReferences::value_within(const PlanReference& reference, const ExpressionSite& site,
                                    std::uint32_t depth) const {
  if (depth > kDeepest) return {};
  switch (reference.kind) {
    case Kind::EachKey:
    case Kind::CountIndex:
      return key_value(site.key);
    case Kind::EachValue:
      return at_path(each_value(site, depth), reference.path);
    case Kind::Variable:
      return at_path(variable(reference.name, site, depth), reference.path);
    default:
      return {};
  }
}

// Of an expression with a single reference the configuration does not say whether it is more than
// that reference: who uses the value checks that it fits.
Value KnownReferences::expression_value(const Value& expression, const ExpressionSite& site,
                                        std::uint32_t depth) const {
  if (const Value* constant = find_constant(expression)) return *constant;
  const std::vector<std::string_view> references = references_in(expression);
  if (references.size() != 1) return {};
  const auto reference = parse_reference(references.front());
  return reference ? value_within(*reference, site, depth + 1) : Value();
}

Value KnownReferences::variable(std::string_view name, const ExpressionSite& site,
                                std::uint32_t depth) const {
  const PlannedModule& module = instances_.module(site.module);
  if (site.module == 0) {
    const auto& variables = instances_.plan().variables;
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [&](const PlannedVariable& each) { return each.name == name; });
    return found == variables.end() ? Value() : expressions_.at(found->value);
  }
  if (module.call != nullptr) {
    const Value& arguments = expressions_.at(module.call->expressions);
    const Value* given = arguments.is_object() ? arguments.as_object().find(name) : nullptr;
    if (given != nullptr) {
      return expression_value(*given,
                              {.module = module.parent,
                               .for_each = module.call->for_each_expression,
                               .key = module.step.key},
                              depth);
    }
  }
  const ConfiguredVariable* declared =
      instances_.plan().configuration.find_variable(module.configured, name);
  return declared == nullptr ? Value() : expressions_.at(declared->default_value);
}

Value KnownReferences::each_value(const ExpressionSite& site, std::uint32_t depth) const {
  const auto* key = std::get_if<std::string>(&site.key);
  if (key == nullptr || !site.for_each.valid()) return {};
  const Value all = expression_value(expressions_.at(site.for_each), site, depth);
  // of a set the value is the key
  if (all.is_array()) return Value::string(*key);
  return at_path(all, {*key});
}

}  // namespace exr
