#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hcl/symbolic_access.h"
#include "hcl/symbolic_evaluator.h"
#include "value/containers.h"

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

// What is planned of blocks, by their index: null where nobody knows.
const Value* planned_block(const Value* planned, const std::string& type, std::size_t index) {
  const Value* list =
      planned != nullptr && planned->is_object() ? planned->as_object().find(type) : nullptr;
  const bool is_there = list != nullptr && list->is_array() && index < list->as_array().size();
  return is_there ? &list->as_array().members[index] : nullptr;
}

SymbolicScope scope_in(const PlannedBlock& block, SymbolicScope scope,
                       const SymbolicBinding& binding) {
  if (!block.iterator.empty()) scope.bindings = &binding;
  return scope;
}

// The blocks of one type in a body, compared with those of the plan.
class BlockChoice {
 public:
  BlockChoice(SymbolicEvaluator& evaluator, const SymbolicScope& scope, const PlannedBlocks& blocks)
      : evaluator_(evaluator), scope_(scope), blocks_(blocks) {}

  // Those that may be the one with an index. A set has an order of its own: where what is known of
  // the plan's blocks is not what is written in that order, it is those with the same content.
  std::vector<std::size_t> with_index(std::size_t index, const Value* planned,
                                      const std::string& type) {
    const std::size_t count = blocks_.list.size();
    bool is_in_order = !blocks_.has_others;
    for (std::size_t i = 0; is_in_order && i < count && count > 1; ++i)
      is_in_order = may_be(i, planned_block(planned, type, i));
    std::vector<std::size_t> chosen;
    if (is_in_order && index < count) chosen.push_back(index);
    if (is_in_order) return chosen;
    for (std::size_t i = 0; i < count; ++i) {
      if (may_be(i, planned_block(planned, type, index))) chosen.push_back(i);
    }
    // the provider has changed what was written
    if (chosen.empty()) {
      chosen.resize(count);
      std::iota(chosen.begin(), chosen.end(), 0);
    }
    return chosen;
  }

 private:
  // Whether no attribute that both know is different.
  bool may_be(std::size_t index, const Value* planned) {
    if (planned == nullptr || !planned->is_object()) return true;
    const PlannedBlock& block = blocks_.list[index];
    const SymbolicBinding binding{scope_.bindings, block.iterator, block.turn};
    const SymbolicScope inner = scope_in(block, scope_, binding);
    return std::all_of(
        block.body->attributes.begin(), block.body->attributes.end(),
        [&](const HclAttribute& attribute) {
          const Value* value = planned->as_object().find(attribute.name);
          if (value == nullptr) return true;
          const auto known = SymbolicValue::from(*value).find_text();
          if (!known) return true;
          const auto text =
              evaluator_.settled(evaluator_.evaluate(attribute.value, inner)).find_text();
          return !text || *text == *known;
        });
  }

  SymbolicEvaluator& evaluator_;
  const SymbolicScope& scope_;
  const PlannedBlocks& blocks_;
};

PlannedBlocks blocks_in(const HclBody& body, const std::string& type, SymbolicEvaluator& evaluator,
                        const SymbolicScope& scope) {
  PlannedBlocks blocks;
  for (const HclBlock& block : body.blocks) {
    if (block.type == type) blocks.list.push_back({.body = &block.body});
    if (!is_dynamic(block, type)) continue;
    const HclAttribute* repeated = block.body.find_attribute("for_each");
    add_turns(blocks, block, iterator_of(block, evaluator.expressions()),
              repeated == nullptr ? SymbolicValue() : evaluator.evaluate(repeated->value, scope));
  }
  return blocks;
}

}  // namespace

std::optional<SymbolicValue> SymbolicEvaluator::value_at(const SourceInstance& instance,
                                                         const SourcePath& path,
                                                         const Value* planned, JsonTexts texts) {
  SymbolicModule& module = module_at(instance.module);
  const HclBlock* block =
      module.module == nullptr
          ? nullptr
          : module.module->find_resource(instance.is_data, instance.type, instance.name);
  if (block == nullptr) return SymbolicValue();
  return value_in(block->body, {path, 0, planned, texts},
                  {.module = &module, .repeated = block, .key = instance.key});
}

std::optional<SymbolicValue> SymbolicEvaluator::value_in(const HclBody& body,
                                                         const PathInBlocks& path,
                                                         const SymbolicScope& scope) {
  if (!may_go_on()) return SymbolicValue();
  if (path.at >= path.steps.size()) return std::nullopt;
  const auto* name = std::get_if<std::string>(&path.steps[path.at]);
  if (name == nullptr) return std::nullopt;
  if (const HclAttribute* attribute = body.find_attribute(*name))
    return value_of(*attribute, path, scope);
  return value_in_blocks(body, path, scope);
}

std::optional<SymbolicValue> SymbolicEvaluator::value_in_blocks(const HclBody& body,
                                                                const PathInBlocks& path,
                                                                const SymbolicScope& scope) {
  const auto& type = *std::get_if<std::string>(&path.steps[path.at]);
  const PlannedBlocks blocks = blocks_in(body, type, *this, scope);
  const bool has_index = path.at + 1 < path.steps.size() &&
                         std::holds_alternative<std::int64_t>(path.steps[path.at + 1]);
  const std::int64_t index =
      has_index ? *std::get_if<std::int64_t>(&path.steps[path.at + 1]) : kAnyIndex;
  PathInBlocks rest{path.steps, path.at + (has_index ? 2 : 1), nullptr, path.texts};
  std::vector<std::size_t> chosen(blocks.list.size());
  std::iota(chosen.begin(), chosen.end(), 0);
  if (index != kAnyIndex) {
    const auto wanted = static_cast<std::size_t>(index);
    rest.planned = planned_block(path.planned, type, wanted);
    chosen = BlockChoice(*this, scope, blocks).with_index(wanted, path.planned, type);
  }
  std::vector<SymbolicValue> values;
  for (const std::size_t i : chosen) {
    const PlannedBlock& block = blocks.list[i];
    const SymbolicBinding binding{scope.bindings, block.iterator, block.turn};
    if (const auto value = value_in(*block.body, rest, scope_in(block, scope, binding)))
      values.push_back(*value);
  }
  return values.empty() ? std::nullopt : std::optional(SymbolicValue::choice(values));
}

// `jsonencode(...)` is transparent where a path goes on.
SymbolicValue SymbolicEvaluator::value_of(const HclAttribute& attribute, const PathInBlocks& path,
                                          const SymbolicScope& scope) {
  const HclExpression& written = expressions().at(attribute.value);
  const bool is_encoded = written.kind == HclExpressionKind::Call && written.text == "jsonencode" &&
                          written.parts.size() == 1;
  std::size_t at = path.at + 1;
  const bool is_opened = at < path.steps.size() || path.texts == JsonTexts::Opened;
  SymbolicValue value =
      evaluate(is_encoded && is_opened ? written.parts[0] : attribute.value, scope);
  for (; at < path.steps.size(); ++at) value = member(value, path.steps[at]);
  return value;
}

}  // namespace exr
