#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "expression/tree.h"
#include "policy/rule.h"

namespace exr {

/// Where an expression stands, and so which names it sees: a check's see all, a rule's not those of
/// its checks, the vocabulary's only those of the vocabulary.
enum class Level : std::uint8_t { Vocabulary, Rule, Check };

/// What a value depends on, apart from the graph: it is the same for the whole run, for one thing
/// judged, or for one element of `each`.
enum class Reach : std::uint8_t { Run, Self, Each };

/// A definition with the tree and the level of its body.
struct DefinitionSite {
  const Definition* definition = nullptr;
  const ExpressionTree* tree = nullptr;
  Level level = Level::Vocabulary;
};

/// The names that the vocabulary, a rule and a check define. The rule set outlives it.
class Definitions {
 public:
  explicit Definitions(const RuleSet& rules);

  /// The rule, and the check, of which names are looked up from now on.
  void enter(const Rule& rule);
  void enter(const Check& check) { check_ = &check; }
  const Rule& rule() const { return *rule_; }
  const Check* check() const { return check_; }

  enum class Kind : std::uint8_t { Value, Function };
  std::optional<DefinitionSite> find(std::string_view name, Kind kind, Level from) const;
  /// Whether `each` of the rule (or, from a check, of the check) binds the name.
  bool is_each_name(std::string_view name, Level from) const;

  Reach reach(const DefinitionSite& site);
  Reach reach(NodeId node, const ExpressionTree& tree, Level level);

 private:
  struct Walk;
  using SitesByName = std::unordered_map<std::string_view, DefinitionSite>;

  SitesByName values_;
  SitesByName functions_;
  const Rule* rule_ = nullptr;
  const Check* check_ = nullptr;
  std::unordered_map<const Definition*, Reach> reaches_;
};

}  // namespace exr
