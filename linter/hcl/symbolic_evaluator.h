#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hcl/hcl_document.h"
#include "hcl/planned_facts.h"
#include "hcl/symbolic_value.h"
#include "hcl/terraform_sources.h"

namespace exr {

/// A module instance and what was read of it.
struct SymbolicModule {
  struct Memory {
    SymbolicValue value;
    bool is_known = false;
    bool is_open = false;
  };

  std::vector<CallStep> path;
  /// Null if its sources cannot be read.
  const TerraformModule* module = nullptr;
  /// By `local.x`, `var.x`, `output.x`, and the text of a block for what it is repeated by.
  std::map<std::string, Memory> memory;
};

/// A name that a `for` expression or a `dynamic` block binds; the outer ones are those around it.
struct SymbolicBinding {
  const SymbolicBinding* outer = nullptr;
  std::string_view name;
  SymbolicValue value;
};

/// Where an expression stands: what its names mean.
struct SymbolicScope {
  SymbolicModule* module = nullptr;
  /// The resource, data source or call whose `each` and `count` they are; null if there is none.
  const HclBlock* repeated = nullptr;
  SourceKey key;
  const SymbolicBinding* bindings = nullptr;
};

/// Whether an attribute that is `jsonencode(...)` as a whole is a text, or what it encodes.
enum class JsonTexts : std::uint8_t { Closed, Opened };

/// Evaluates expressions of a configuration without the values of resources. Never fails: what it
/// does not understand is Unknown.
class SymbolicEvaluator {
 public:
  /// `sources` outlives it.
  SymbolicEvaluator(TerraformSources& sources, const PlannedFacts& facts);

  /// Gives a new question its steps.
  void begin() {
    all_steps_ += steps_;
    steps_ = 0;
  }

  SymbolicModule& module_at(const std::vector<CallStep>& path);
  SymbolicValue evaluate(HclExpressionId id, const SymbolicScope& scope);
  /// `a.b` and `a["b"]`.
  SymbolicValue member(const SymbolicValue& object, const SymbolicValue& key);
  SymbolicValue member(const SymbolicValue& object, const SourceStep& step);
  /// The literal that a resource's attribute has, where the attribute is written; else the value
  /// itself.
  SymbolicValue settled(const SymbolicValue& value);
  /// What is written for the attribute of a reference; Unknown if nothing is, or nobody can say.
  SymbolicValue written(const SymbolicReference& reference);
  /// What is written at a path of an instance; empty if nothing is, Unknown if nobody can say.
  /// `planned`: the instance's attributes as the plan has them; null if they are not at hand.
  std::optional<SymbolicValue> value_at(const SourceInstance& instance, const SourcePath& path,
                                        const Value* planned = nullptr,
                                        JsonTexts texts = JsonTexts::Closed);
  /// The value of an output; Unknown if there is none.
  SymbolicValue output(const std::string& name, SymbolicModule& module);
  /// What the block of a scope is repeated by: the members of its `for_each`.
  SymbolicValue repeated_by(const SymbolicScope& scope);

  /// One step more, or several; false if there are no more.
  bool may_go_on(std::size_t steps = 1);
  const HclExpressions& expressions() const { return sources_.expressions(); }

 private:
  class Level;

  SymbolicValue evaluated(const HclExpression& expression, const SymbolicScope& scope);
  SymbolicValue part(const HclExpression& expression, std::size_t index,
                     const SymbolicScope& scope) {
    return evaluate(expression.parts[index], scope);
  }
  // operators and literals
  SymbolicValue text_of(const HclExpression& expression, const SymbolicScope& scope);
  SymbolicValue tuple(const HclExpression& expression, const SymbolicScope& scope);
  SymbolicValue object(const HclExpression& expression, const SymbolicScope& scope);
  SymbolicValue conditional(const HclExpression& expression, const SymbolicScope& scope);
  SymbolicValue binary(const HclExpression& expression, const SymbolicScope& scope);
  // loops
  SymbolicValue splat(const HclExpression& expression, const SymbolicScope& scope);
  SymbolicValue loop(const HclExpression& expression, const SymbolicValue& iterable,
                     const SymbolicScope& scope);
  // functions
  SymbolicValue call(const HclExpression& expression, const SymbolicScope& scope);
  SymbolicValue first_that_works(const HclExpression& expression, const SymbolicScope& scope);
  SymbolicValue settled_parts(const SymbolicValue& value);
  // names
  SymbolicValue named_member(const HclExpression& expression, const SymbolicScope& scope);
  SymbolicValue name(std::string_view space, const std::string& name, const SymbolicScope& scope);
  SymbolicValue each(const std::string& name, const SymbolicScope& scope);
  SymbolicValue local(const std::string& name, SymbolicModule& module);
  SymbolicValue variable(const std::string& name, SymbolicModule& module);
  SymbolicValue argument(const std::string& name, const HclBlock& variable, SymbolicModule& module);
  SymbolicValue resource(SymbolicReference reference, const SymbolicScope& scope);
  SymbolicValue instances_of(SymbolicReference reference, const SymbolicScope& scope);
  SymbolicValue instances_of_call(const std::string& name, const SymbolicScope& scope);
  SymbolicValue called(const std::string& name, const SymbolicScope& scope);
  SymbolicValue counted(const SymbolicScope& scope);
  // blocks
  struct PathInBlocks {
    const SourcePath& steps;
    std::size_t at = 0;
    // what the plan has of the block that the steps before lead to; null if nobody knows
    const Value* planned = nullptr;
    JsonTexts texts = JsonTexts::Closed;
  };
  std::optional<SymbolicValue> value_in(const HclBody& body, const PathInBlocks& path,
                                        const SymbolicScope& scope);
  std::optional<SymbolicValue> value_in_blocks(const HclBody& body, const PathInBlocks& path,
                                               const SymbolicScope& scope);
  SymbolicValue value_of(const HclAttribute& attribute, const PathInBlocks& path,
                         const SymbolicScope& scope);
  // what `evaluate` gives, once for a module and a key; Unknown where it needs itself
  template <typename Evaluate>
  SymbolicValue remembered(SymbolicModule& module, const std::string& key, Evaluate evaluate) {
    SymbolicModule::Memory& memory = module.memory[key];
    if (memory.is_known) return memory.value;
    if (memory.is_open) {
      ++given_up_;
      return {};
    }
    const std::uint32_t given_up = given_up_;
    memory.is_open = true;
    SymbolicValue value = evaluate();
    memory.is_open = false;
    memory.is_known = given_up == given_up_;
    memory.value = value;
    return value;
  }

  TerraformSources& sources_;
  std::map<std::string, SymbolicValue> variables_;
  PlannedInstances instances_;
  std::map<std::string, SymbolicModule> modules_;
  std::uint64_t steps_ = 0;
  // of all questions before
  std::uint64_t all_steps_ = 0;
  std::uint32_t depth_ = 0;
  // how often something was given up, so that what came of it is not remembered
  std::uint32_t given_up_ = 0;
};

}  // namespace exr
