#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expression/evaluator.h"
#include "expression/host.h"
#include "findings/problem.h"
#include "graph/resource_graph.h"
#include "policy/definitions.h"
#include "policy/identities.h"
#include "policy/memo.h"
#include "policy/relations.h"
#include "policy/resource_properties.h"
#include "policy/rule.h"
#include "policy/rule_input.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "value/truth.h"

namespace exr {

/// What `self` is.
struct Self {
  /// Null for rules about the whole graph.
  Value value;
  /// Empty for outputs, parameters and the graph.
  std::optional<ResourceHandle> resource;
  /// The deployment in which references are looked up.
  std::optional<DeploymentId> deployment;
  /// Whether it is a resource that may not be deployed.
  bool assumed = false;
};

/// The world in which expressions of rules are evaluated: the names and functions of one rule and
/// check, and of the thing that is judged.
class RuleHost final : public Host {
 public:
  RuleHost(const RuleInput& input, Problems& problems);

  // The setting, from the outside in. Each ends what was set inside it before.
  void enter(const Rule& rule);
  void enter(const Check& check);
  void set_self(Self self);
  /// Binds a name of `each`; unbind() takes away the last one. The name outlives it.
  void bind(std::string_view name, Value value);
  void unbind();
  /// The combination of candidates that is tried.
  void choose(Choices chosen);

  /// The value of an expression of the rule; null for kNone. With values for names that a function
  /// binds in `locals`.
  Value evaluate(NodeId node, Level level, const Local* locals = nullptr);
  /// The same, anywhere.
  Value evaluate_at(const ExpressionTree& tree, NodeId node, Level level,
                    const Local* locals = nullptr);
  /// The value as a condition: null and what is no boolean is Unknown. True for kNone.
  Truth truth(NodeId node, Level level);

  /// What was read since the last call of forget_trace().
  Trace trace() const { return {evaluation_.read_choices, tables_}; }
  void forget_trace();

  const Self& self() const { return self_; }
  const std::vector<std::pair<std::string_view, Value>>& each() const { return each_; }
  Definitions& definitions() { return definitions_; }
  Identities& identities() { return identities_; }
  const ResourceProperties& properties() const { return properties_; }
  const RuleInput& input() const { return input_; }
  /// Whether the budget of evaluation steps is spent; a new one begins with each rule.
  bool is_exhausted() const { return evaluation_.exhausted; }

  std::optional<Value> find_name(std::string_view name, Span use) override;
  std::optional<Value> call(const HostCall& call) override;
  bool declares_function(std::string_view name) override;
  Value property(ResourceHandle resource, std::string_view name, Span use) override;
  std::optional<Value> nested(ResourceHandle resource, std::string_view name, Span use) override;
  std::string resource_text(ResourceHandle resource) override;
  void report(Problem problem) override;

 private:
  class Place;

  Value settings_value() const;
  Value vocabulary_settings() const;
  Value defined_value(const DefinitionSite& site);
  Value defined_call(const DefinitionSite& site, std::span<const Value> arguments);
  std::string memo_key(std::span<const Value> arguments) const;
  template <typename Compute>
  Value remembered(const DefinitionSite& site, std::string key, const Compute& compute);

  std::optional<Value> call_relation(const HostCall& call);
  std::optional<Value> call_history(const HostCall& call);
  Value resource_of(const Value& id);
  Value resource_of_unknown(const Value& id);
  Value referrers_of(const Value& target, std::string_view type, std::string_view path);
  Value table(std::string_view name);

  RuleInput input_;
  Problems& problems_;
  Evaluation evaluation_;
  Definitions definitions_;
  Identities identities_;
  Relations relations_;
  ResourceProperties properties_;
  Memo memo_;
  std::map<std::string_view, Value> table_rows_;
  Value vocabulary_settings_;
  Value settings_;
  Self self_;
  std::vector<std::pair<std::string_view, Value>> each_;
  std::set<std::string_view> tables_;
  // where the expression stands that is evaluated, and which deployment reads
  Level level_ = Level::Vocabulary;
  std::optional<DeploymentId> reader_;
  std::set<std::pair<Span, std::string>> reported_;
};

}  // namespace exr
