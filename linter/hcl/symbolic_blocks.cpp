#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hcl/symbolic_access.h"
#include "hcl/symbolic_evaluator.h"

namespace exr {

namespace {

// One block that there will be: one that is written, or one turn of a `dynamic` one.
struct PlannedBlock {
  const HclBody* body = nullptr;
  std::string_view iterator;
  // of a turn: an object of `key` and `value`
  SymbolicValue turn;
  bool maybe = false;
};

struct PlannedBlocks {
  std::vector<PlannedBlock> list;
  // there may be others before, between or behind them
  bool has_others = false;
  // nobody knows what is in those others
  bool is_unknown = false;
};

bool is_dynamic(const HclBlock& block, const std::string& type) {
  return block.type == "dynamic" && !block.labels.empty() && block.labels[0] == type;
}

std::string_view iterator_of(const HclBlock& block, const HclExpressions& expressions) {
  const HclAttribute* iterator = block.body.find_attribute("iterator");
  return iterator == nullptr ? std::string_view(block.labels[0])
                             : std::string_view(expressions.at(iterator->value).text);
}

SymbolicValue turn_value(const SymbolicValue& key, const SymbolicValue& value) {
  SymbolicValue::Members members;
  members.add("key", key);
  members.add("value", value);
  return SymbolicValue::object(std::move(members));
}

void add_turns(PlannedBlocks& blocks, const HclBlock& dynamic, std::string_view iterator,
               const SymbolicValue& repeated) {
  const HclBlock* content = dynamic.body.find_block("content");
  const std::vector<SymbolicValue> alternatives = repeated.alternatives();
  for (const SymbolicValue& one : alternatives) {
    const SymbolicIteration iteration = iterate(one);
    if (content == nullptr) continue;
    for (const SymbolicIteration::Turn& turn : iteration.turns) {
      const bool maybe = turn.maybe || alternatives.size() > 1;
      blocks.list.push_back({&content->body, iterator, turn_value(turn.key, turn.value), maybe});
      blocks.has_others = blocks.has_others || maybe;
    }
    if (!iteration.rest && !iteration.is_unknown) continue;
    blocks.list.push_back(
        {&content->body, iterator, turn_value({}, iteration.rest.value_or(SymbolicValue())), true});
    blocks.has_others = true;
  }
}

}  // namespace

std::optional<SymbolicValue> SymbolicEvaluator::value_at(const SourceInstance& instance,
                                                         const SourcePath& path) {
  SymbolicModule& module = module_at(instance.module);
  const HclBlock* block =
      module.module == nullptr
          ? nullptr
          : module.module->find_resource(instance.is_data, instance.type, instance.name);
  if (block == nullptr) return SymbolicValue();
  return value_in(block->body, path, 0,
                  {.module = &module, .repeated = block, .key = instance.key});
}

std::optional<SymbolicValue> SymbolicEvaluator::value_in(const HclBody& body,
                                                         const SourcePath& path, std::size_t at,
                                                         const SymbolicScope& scope) {
  if (!may_go_on()) return SymbolicValue();
  if (at >= path.size()) return std::nullopt;
  const auto* name = std::get_if<std::string>(&path[at]);
  if (name == nullptr) return std::nullopt;
  if (const HclAttribute* attribute = body.find_attribute(*name))
    return value_of(*attribute, path, at + 1, scope);
  return value_in_blocks(body, path, at, scope);
}

std::optional<SymbolicValue> SymbolicEvaluator::value_in_blocks(const HclBody& body,
                                                                const SourcePath& path,
                                                                std::size_t at,
                                                                const SymbolicScope& scope) {
  const auto& type = *std::get_if<std::string>(&path[at]);
  PlannedBlocks blocks;
  for (const HclBlock& block : body.blocks) {
    if (block.type == type) blocks.list.push_back({.body = &block.body});
    if (!is_dynamic(block, type)) continue;
    const HclAttribute* repeated = block.body.find_attribute("for_each");
    add_turns(blocks, block, iterator_of(block, expressions()),
              repeated == nullptr ? SymbolicValue() : evaluate(repeated->value, scope));
  }
  const auto* index = at + 1 < path.size() ? std::get_if<std::int64_t>(&path[at + 1]) : nullptr;
  const bool is_exact = index != nullptr && *index != kAnyIndex && !blocks.has_others;
  std::vector<SymbolicValue> values;
  for (std::size_t i = 0; i < blocks.list.size(); ++i) {
    if (is_exact && static_cast<std::size_t>(*index) != i) continue;
    const PlannedBlock& block = blocks.list[i];
    const SymbolicBinding binding{scope.bindings, block.iterator, block.turn};
    SymbolicScope inner = scope;
    if (!block.iterator.empty()) inner.bindings = &binding;
    if (const auto value = value_in(*block.body, path, at + (index == nullptr ? 1 : 2), inner))
      values.push_back(*value);
  }
  return values.empty() ? std::nullopt : std::optional(SymbolicValue::choice(values));
}

// `jsonencode(...)` is transparent where a path goes on.
SymbolicValue SymbolicEvaluator::value_of(const HclAttribute& attribute, const SourcePath& path,
                                          std::size_t at, const SymbolicScope& scope) {
  const HclExpression& written = expressions().at(attribute.value);
  const bool is_encoded = written.kind == HclExpressionKind::Call && written.text == "jsonencode" &&
                          written.parts.size() == 1;
  SymbolicValue value =
      evaluate(is_encoded && at < path.size() ? written.parts[0] : attribute.value, scope);
  for (; at < path.size(); ++at) value = member(value, path[at]);
  return value;
}

}  // namespace exr
