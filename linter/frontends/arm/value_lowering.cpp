#include "frontends/arm/value_lowering.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "value/print.h"

namespace exr {

namespace {

NodeId add(ArmExpressionSite& site, NodeKind kind, std::span<const NodeId> children, Span span) {
  return site.tree.add({.kind = kind, .begin = span.begin, .end = span.end}, children);
}

NodeId lower_array(const Value& array, ArmExpressionSite& site) {
  std::vector<NodeId> members;
  members.reserve(array.as_array().size());
  for (const Value& member : array.as_array().members)
    members.push_back(lower_arm_value(member, site));
  return add(site, NodeKind::Array, members, array.origin());
}

// Keys may be expressions.
NodeId lower_key(const Object::Property& property, ArmExpressionSite& site) {
  const NodeId key = lower_arm_string(Value::string(property.name, property.name_span), site);
  if (site.tree.node(key).kind == NodeKind::String) return key;
  return add(site, NodeKind::Interpolation, std::array{key}, property.name_span);
}

NodeId add_property(NodeId key, NodeId value, Span span, ArmExpressionSite& site) {
  return add(site, NodeKind::Property, std::array{key, value}, span);
}

// `copy: [{ name, count, input }]`: each entry is a property.
void lower_copies(const Array& copies, ArmExpressionSite& site, std::vector<NodeId>& entries) {
  for (const Value& copy : copies.members) {
    const Value* name = copy.as_object().find("name");
    const NodeId key = site.tree.add_string(name->as_string(), name->origin());
    const NodeId loop = lower_arm_copy(name->as_string(), copy, CopyLoop::Kind::Property, site);
    entries.push_back(add_property(key, loop, copy.origin(), site));
  }
}

bool is_copy_entry(const Value& entry) {
  if (!entry.is_object()) return false;
  const Value* name = entry.as_object().find("name");
  return name != nullptr && name->is_string() && entry.as_object().find("count") != nullptr &&
         entry.as_object().find("input") != nullptr;
}

}  // namespace

const Array* find_copies(const Object::Property& property) {
  if (!equal_ignoring_case(property.name, "copy") || !property.value.is_array()) return nullptr;
  const auto& members = property.value.as_array().members;
  const bool all_copies = std::all_of(members.begin(), members.end(), is_copy_entry);
  return all_copies ? &property.value.as_array() : nullptr;
}

const Object* find_object(const Object& object, std::string_view name) {
  const Value* value = object.find(name);
  return value != nullptr && value->is_object() ? &value->as_object() : nullptr;
}

bool is_true(const Object& object, std::string_view name) {
  const Value* value = object.find(name);
  return value != nullptr && value->is_bool() && value->as_bool();
}

std::string plain_text_of(const Object& object, std::string_view name) {
  const Value* value = object.find(name);
  if (value == nullptr || !value->is_string() || is_arm_expression(value->as_string())) return {};
  return value->as_string();
}

NodeId lower_arm_copy(const std::string& name, const Value& entry, CopyLoop::Kind kind,
                      ArmExpressionSite& site) {
  const Value* count = entry.is_object() ? entry.as_object().find("count") : nullptr;
  const Value* input = entry.is_object() ? entry.as_object().find("input") : nullptr;
  if (count == nullptr || input == nullptr) return site.tree.add_error(entry.origin());
  ArmCount rounds = lower_arm_count(*count, site);
  site.loops.push_back({.name = name, .kind = kind, .counted = std::move(rounds.counted)});
  const NodeId body = lower_arm_value(*input, site);
  Node loop{.kind = NodeKind::Loop, .begin = entry.origin().begin, .end = entry.origin().end};
  loop.payload = site.tree.add_text(site.loops.back().item());
  loop.second = site.tree.add_text(site.loops.back().index());
  site.loops.pop_back();
  return site.tree.add(loop, {rounds.iterable, body});
}

NodeId lower_arm_object(const Value& object, ArmExpressionSite& site,
                        std::span<const std::string_view> left_out) {
  std::vector<NodeId> entries;
  entries.reserve(object.as_object().size());
  for (const Object::Property& property : object.as_object().properties()) {
    const bool is_left_out = std::any_of(
        left_out.begin(), left_out.end(),
        [&](std::string_view name) { return equal_ignoring_case(name, property.name); });
    if (is_left_out) continue;
    const Array* copies = site.are_texts_plain ? nullptr : find_copies(property);
    if (copies != nullptr) {
      lower_copies(*copies, site, entries);
      continue;
    }
    const Span value = property.value.origin();
    const Span span{value.file, property.name_span.begin, value.end};
    const NodeId key = lower_key(property, site);
    entries.push_back(add_property(key, lower_arm_value(property.value, site), span, site));
  }
  return add(site, NodeKind::Object, entries, object.origin());
}

NodeId lower_arm_value(const Value& value, ArmExpressionSite& site) {
  switch (value.kind()) {
    case ValueKind::Null:
      return site.tree.add_null(value.origin());
    case ValueKind::Bool:
      return site.tree.add_boolean(value.as_bool(), value.origin());
    case ValueKind::Int:
      return site.tree.add_integer_node(value.as_int(), value.origin());
    case ValueKind::Double:
      return site.tree.add_call("json", {site.tree.add_string(to_json(value), value.origin())},
                                value.origin());
    case ValueKind::String:
      return lower_arm_string(value, site);
    case ValueKind::Array:
      return lower_array(value, site);
    case ValueKind::Object:
      return lower_arm_object(value, site, {});
    default:
      return site.tree.add_error(value.origin());
  }
}

}  // namespace exr
