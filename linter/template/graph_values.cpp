#include "template/graph_values.h"

#include <algorithm>
#include <utility>

#include "template/modules.h"
#include "template/readable_body.h"
#include "template/resources.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr std::uint32_t kDeepest = 256;

bool holds_resource(const Value& value, std::uint32_t depth) {
  if (value.is_resource()) return true;
  if (depth > kDeepest) return false;
  const auto in = [&](const Value& part) { return holds_resource(part, depth + 1); };
  if (value.is_array())
    return std::any_of(value.as_array().members.begin(), value.as_array().members.end(), in);
  if (value.is_object()) {
    const auto& properties = value.as_object().properties();
    return std::any_of(properties.begin(), properties.end(),
                       [&](const Object::Property& property) { return in(property.value); });
  }
  if (!value.is_unknown()) return false;
  const auto& candidates = value.as_unknown().candidates;
  return std::any_of(candidates.begin(), candidates.end(),
                     [&](const Candidate& candidate) { return in(candidate.value); });
}

Value outputs_object(Expansion& expansion, ModuleCall& call, Span place) {
  Object object;
  TemplateInstance* callee = module_callee(expansion, call, place);
  if (callee == nullptr) {
    object.set_open(module_address(call) + ".outputs");
    return Value::object(std::move(object), place);
  }
  for (const OutputDeclaration& output : callee->lowered->outputs)
    object.set(output.name, module_output(expansion, call, output.name, place));
  return Value::object(std::move(object), place);
}

Value seen(Expansion& expansion, const Value& value) {
  const Referent referent = expansion.referent(value.as_resource());
  if (const auto* outputs = std::get_if<ModuleOutputs>(&referent))
    return outputs_object(expansion, *outputs->call, value.origin());
  if (const auto* resource = std::get_if<ResourceInstance*>(&referent)) {
    const ReadProperty read{.symbol = declaration_of(**resource).symbol,
                            .id = resource_identity(expansion, **resource, value.origin()).id,
                            .name = "properties",
                            .existing = declaration_of(**resource).existing,
                            .place = value.origin()};
    return not_written(read).placed(value.origin());
  }
  if (const auto* view = std::get_if<DeploymentView>(&referent))
    return Value::unknown(make_unknown(UnknownReason::RuntimeFunction,
                                       "reference(" + module_address(*view->call) + ")"),
                          value.origin());
  const auto* call = std::get_if<ModuleCall*>(&referent);
  return Value::unknown(make_unknown(UnknownReason::RuntimeFunction,
                                     call == nullptr ? "namespace" : module_address(**call)),
                        value.origin());
}

Value replaced(Expansion& expansion, const Value& value, std::uint32_t depth) {
  if (depth > kDeepest) return value;
  if (value.is_resource()) {
    const Value visible = seen(expansion, value);
    // outputs may hold resources themselves
    return visible.is_object() ? replaced(expansion, visible, depth + 1) : visible;
  }
  if (!holds_resource(value, depth)) return value;
  if (value.is_array()) {
    Array array = value.as_array();
    for (Value& member : array.members) member = replaced(expansion, member, depth + 1);
    return Value::array(std::move(array), value.origin()).with_trail(value.trail());
  }
  if (value.is_object()) {
    Object object = value.as_object();
    for (const Object::Property& property : value.as_object().properties())
      object.set(property.name, replaced(expansion, property.value, depth + 1), property.name_span);
    return Value::object(std::move(object), value.origin()).with_trail(value.trail());
  }
  Unknown unknown = value.as_unknown();
  for (Candidate& candidate : unknown.candidates)
    candidate.value = replaced(expansion, candidate.value, depth + 1);
  return Value::unknown(std::move(unknown), value.origin()).with_trail(value.trail());
}

}  // namespace

Value graph_value(Expansion& expansion, const Value& value) {
  return holds_resource(value, 0) ? replaced(expansion, value, 0) : value;
}

}  // namespace exr
