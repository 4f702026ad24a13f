#include "template/parameter_values.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "template/parameter_types.h"
#include "value/compare.h"
#include "value/containers.h"
#include "value/trail.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr std::uint32_t kDeepest = 256;

// The parts of lighter values get a history of their own; those of heavier ones get it when they
// are read.
constexpr std::uint32_t kHeaviestWithHistories = 128U << 10U;

// Hands a value and all its parts through a parameter.
class Passage {
 public:
  explicit Passage(const ParameterStep& step) {
    step_.kind = Trail::Kind::Parameter;
    step_.given = step.given;
    step_.name = step.name;
    step_.type = step.type;
    step_.secure = step.secure;
    if (!step.default_value.is_null())
      step_.default_value = Shared<Value>::make(step.default_value);
  }

  // The parts stay as they are.
  Value pass_whole(const Value& value) const {
    Trail trail = step_;
    trail.span = value.origin();
    trail.secure = step_.secure || is_secure(value.trail());
    return value.with_trail(TrailPointer::make(std::move(trail)));
  }

  Value pass(const Value& value, Span around, std::uint32_t depth) const {
    const Span place = place_inside(value.origin(), around);
    if (value.is_array() && depth < kDeepest) {
      Array array = value.as_array();
      for (Value& member : array.members) member = pass(member, place, depth + 1);
      return Value::array(std::move(array), value.origin()).with_trail(trail_of(value, place));
    }
    if (value.is_object() && depth < kDeepest) {
      Object object = value.as_object();
      for (const Object::Property& property : value.as_object().properties())
        object.set(property.name, pass(property.value, place, depth + 1), property.name_span);
      return Value::object(std::move(object), value.origin()).with_trail(trail_of(value, place));
    }
    return value.with_trail(trail_of(value, place));
  }

 private:
  TrailPointer trail_of(const Value& value, Span place) const {
    Trail trail = step_;
    trail.span = place;
    const bool is_container = value.is_array() || value.is_object();
    if (value.trail() != nullptr && step_.given != Given::Vault) {
      trail.from = {value.trail()};
    } else if (value.trail() == nullptr && is_container && value.origin().valid()) {
      Trail literal;
      literal.span = value.origin();
      trail.from = {TrailPointer::make(std::move(literal))};
    }
    trail.secure = step_.secure || is_secure(value.trail());
    return TrailPointer::make(std::move(trail));
  }

  Trail step_;
};

// The values that a literal type or a union of literals allows; empty if it allows others too.
std::optional<std::vector<Value>> values_of_type(Expansion& expansion, const TypeSite& site,
                                                 std::uint32_t depth) {
  const Type* type = site.type;
  if (type == nullptr || depth > 8) return std::nullopt;
  std::vector<Value> values;
  if (type->kind == Type::Kind::Bool) {
    values = {Value::boolean(true), Value::boolean(false)};
  } else if (type->kind == Type::Kind::Literal) {
    values = {constant_value(expansion, *site.home, type->literal)};
  } else if (type->kind == Type::Kind::Union) {
    for (const TypeId member : type->members) {
      const auto some =
          values_of_type(expansion, resolve_type(expansion, *site.home, member), depth + 1);
      if (!some) return std::nullopt;
      values.insert(values.end(), some->begin(), some->end());
    }
  } else {
    return std::nullopt;
  }
  if (site.nullable) values.push_back(Value::null());
  return values;
}

std::vector<Value> possible_values(Expansion& expansion, const TemplateInstance& instance,
                                   const ParameterDeclaration& parameter) {
  const Template& home = *instance.lowered;
  const TypeSite type = resolve_type(expansion, home, parameter.type);
  if (parameter.constraints.allowed != NodeId::kNone) {
    const Value allowed = constant_value(expansion, home, parameter.constraints.allowed);
    // of an array parameter they are what its members may be
    const bool is_array = type.type != nullptr && type.type->kind == Type::Kind::Array;
    if (allowed.is_array() && !is_array) return allowed.as_array().members;
    return {};
  }
  return values_of_type(expansion, type, 0).value_or(std::vector<Value>());
}

std::optional<double> limit(Expansion& expansion, const Template& home, NodeId node) {
  if (node == NodeId::kNone) return std::nullopt;
  const Value value = constant_value(expansion, home, node);
  if (!value.is_number()) return std::nullopt;
  return value.as_number();
}

// The limits of a number, those of the types that it is declared with included.
Bounds bounds_of(Expansion& expansion, const Template& home,
                 const ParameterDeclaration& parameter) {
  TypeSite site = resolve_type(expansion, home, parameter.type);
  site.constraints.emplace_back(&home, &parameter.constraints);
  Bounds bounds;
  for (const auto& [owner, constraints] : site.constraints) {
    const auto low = limit(expansion, *owner, constraints->min_value);
    const auto high = limit(expansion, *owner, constraints->max_value);
    if (low) bounds.low = std::max(*low, bounds.low.value_or(*low));
    if (high) bounds.high = std::min(*high, bounds.high.value_or(*high));
  }
  return bounds;
}

}  // namespace

Span place_inside(Span part, Span argument) {
  if (!argument.valid()) return part;
  return part.valid() && argument.contains(part) ? part : argument;
}

Value passed_through(const Value& value, const ParameterStep& step) {
  if (value.weight() > kHeaviestWithHistories) return Passage(step).pass_whole(value);
  return Passage(step).pass(value, step.place, 0);
}

Value parameter_without_value(Expansion& expansion, TemplateInstance& instance,
                              const ParameterDeclaration& parameter) {
  const std::string text = "param:" + instance.qualified(parameter.name, '.');
  Unknown unknown = make_unknown(UnknownReason::ParameterWithoutValue, text);
  const std::vector<Value> values = possible_values(expansion, instance, parameter);
  if (values.size() == 1) return values.front();
  if (values.size() <= kMostCandidates) {
    for (std::uint32_t i = 0; i < values.size(); ++i)
      unknown.candidates.push_back({.choices = {{unknown.text, i}}, .value = values[i]});
  }
  unknown.bounds = bounds_of(expansion, *instance.lowered, parameter);
  return Value::unknown(std::move(unknown));
}

}  // namespace exr
