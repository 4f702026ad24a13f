#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "policy/rule.h"

namespace exr {

/// How many arguments a function of the rule language takes; `most` is kAnyNumber where there is no
/// limit.
struct RuleSignature {
  std::size_t least = 0;
  std::size_t most = 0;
};

/// What expressions of one rule, or of a vocabulary, can name. Points into rules that outlive it.
class RuleScope {
 public:
  /// `rule` is null for a vocabulary's own expressions; `joining` is a vocabulary that is not in
  /// `rules` yet, or null.
  RuleScope(const RuleSet& rules, const Rule* rule, const Vocabulary* joining);

  /// The value or function that is defined by a name, as seen from a check (kNoCheck: from the
  /// rule); null pointer if there is none.
  const Definition* find_value(std::string_view name, std::uint32_t check) const;
  const Definition* find_function(std::string_view name, std::uint32_t check) const;
  /// A function that is defined, a relation, or a built-in one.
  std::optional<RuleSignature> find_signature(std::string_view name, std::uint32_t check) const;
  /// Whether a definition that was found is the rule's own, or the joining vocabulary's.
  bool is_own(const Definition& definition) const { return own_.contains(&definition); }
  /// The arrays of `each`, in the order in which their names are bound: the rule's, then the
  /// check's.
  std::vector<const EachBinding*> bindings(std::uint32_t check) const;
  const Setting* find_setting(std::string_view name) const;
  bool has_table(std::string_view name) const { return rules_.find_table(name) != nullptr; }

  std::vector<std::string_view> value_names(std::uint32_t check) const;
  std::vector<std::string_view> function_names(std::uint32_t check) const;
  std::vector<std::string_view> setting_names() const;
  std::vector<std::string_view> table_names() const;

 private:
  // What one list of definitions defines.
  struct Names {
    explicit Names(const std::vector<Definition>& definitions);
    std::unordered_map<std::string_view, const Definition*> values;
    std::unordered_map<std::string_view, const Definition*> functions;
  };

  // What is seen from a check, the innermost first.
  std::vector<const Names*> names_from(std::uint32_t check) const;

  const RuleSet& rules_;
  const Rule* rule_;
  std::vector<Names> check_names_;
  std::vector<Names> rule_names_;
  // the latest first
  std::vector<Names> vocabulary_names_;
  std::unordered_set<const Definition*> own_;
  std::unordered_map<std::string_view, const Setting*> settings_;
};

}  // namespace exr
