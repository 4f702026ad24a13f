#include "frontends/bicep/compile_time_constants.h"

#include <string>
#include <utility>

#include "value/containers.h"

namespace exr {

namespace {

// a path of the disk is shorter
constexpr std::size_t kLongestText = 4096;

}  // namespace

CompileTimeConstants::CompileTimeConstants(const Template& lowered, ValueOfCall value_of_call)
    : tree_(lowered.tree), value_of_call_(std::move(value_of_call)) {
  for (const VariableDeclaration& variable : lowered.variables)
    variables_.emplace(variable.name, variable.value);
  // what a loop or a lambda binds may hide a variable, and is no constant
  for (std::size_t i = 0; i < tree_.size(); ++i) {
    const Node& node = tree_.node(static_cast<NodeId>(i));
    if (node.kind == NodeKind::Loop) {
      variables_.erase(tree_.text(node.payload));
      if (node.second != kNoText) variables_.erase(tree_.text(node.second));
    }
    for (std::uint32_t j = 0; node.kind == NodeKind::Lambda && j + 1 < node.child_count; ++j)
      variables_.erase(tree_.text(tree_.node(tree_.child(node, j)).payload));
  }
}

std::optional<Value> CompileTimeConstants::find(NodeId id) {
  if (id == NodeId::kNone) return std::nullopt;
  const Node& node = tree_.node(id);
  switch (node.kind) {
    case NodeKind::String:
      return Value::string(std::string(tree_.text(node.payload)));
    case NodeKind::Integer:
      return Value::integer(tree_.integer(node));
    case NodeKind::Interpolation:
      return find_text(id);
    case NodeKind::Group:
      return find(tree_.child(node, 0));
    case NodeKind::Name:
      return find_variable(tree_.text(node.payload));
    case NodeKind::Member:
    case NodeKind::Index:
      return find_part(id);
    case NodeKind::Call:
      return value_of_call_(id);
    default:
      return std::nullopt;
  }
}

std::optional<Value> CompileTimeConstants::find_variable(std::string_view name) {
  const auto declared = variables_.find(name);
  if (declared == variables_.end()) return std::nullopt;
  const auto [known, is_new] = found_.try_emplace(name, std::nullopt);
  if (!is_new) return known->second;
  const std::optional<Value> value = find(declared->second);
  found_[name] = value;
  return value;
}

std::optional<Value> CompileTimeConstants::find_text(NodeId id) {
  const Node& node = tree_.node(id);
  std::string text;
  for (std::uint32_t i = 0; i < node.child_count; ++i) {
    const auto piece = find(tree_.child(node, i));
    if (!piece || (!piece->is_string() && !piece->is_int())) return std::nullopt;
    text += piece->is_int() ? std::to_string(piece->as_int()) : piece->as_string();
    if (text.size() > kLongestText) return std::nullopt;
  }
  return Value::string(std::move(text));
}

std::optional<Value> CompileTimeConstants::find_part(NodeId id) {
  const Node& node = tree_.node(id);
  const auto whole = find(tree_.child(node, 0));
  if (!whole) return std::nullopt;
  if (node.kind == NodeKind::Member) {
    const Value* part =
        whole->is_object() ? whole->as_object().find(tree_.text(node.payload)) : nullptr;
    return part == nullptr ? std::nullopt : std::optional(*part);
  }
  const auto index = find(tree_.child(node, 1));
  if (!index || !index->is_int() || !whole->is_array() || node.flags != 0) return std::nullopt;
  const std::vector<Value>& members = whole->as_array().members;
  const auto place = static_cast<std::uint64_t>(index->as_int());
  return place < members.size() ? std::optional(members[place]) : std::nullopt;
}

}  // namespace exr
