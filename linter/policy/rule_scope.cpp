#include "policy/rule_scope.h"

#include <algorithm>
#include <array>

#include "expression/functions/table.h"
#include "policy/rule_file.h"

namespace exr {

namespace {

// What the checker provides beside the built-in functions.
struct Relation {
  std::string_view name;
  std::size_t arguments;
};
constexpr std::array kRelations = {Relation{"resources", 1}, Relation{"resource", 1},
                                   Relation{"referrers", 3}, Relation{"scopes", 1},
                                   Relation{"origins", 1},   Relation{"actions", 1},
                                   Relation{"before", 1},    Relation{"replacePaths", 1}};

bool is_for_rules(const FunctionEntry& entry) {
  return entry.availability != Availability::Templates;
}

}  // namespace

RuleScope::Names::Names(const std::vector<Definition>& definitions) {
  for (const Definition& definition : definitions)
    (definition.is_function ? functions : values).emplace(definition.name, &definition);
}

RuleScope::RuleScope(const RuleSet& rules, const Rule* rule, const Vocabulary* joining)
    : rules_(rules), rule_(rule) {
  const auto add_settings = [&](const std::vector<Setting>& settings) {
    for (const Setting& setting : settings) settings_.emplace(setting.name, &setting);
  };
  const auto add_own = [&](const std::vector<Definition>& definitions) {
    for (const Definition& definition : definitions) own_.insert(&definition);
  };
  const auto add_vocabulary = [&](const Vocabulary& vocabulary) {
    vocabulary_names_.emplace_back(vocabulary.definitions);
    add_settings(vocabulary.settings);
  };
  // what is added first hides what comes later
  if (rule != nullptr) {
    rule_names_.emplace_back(rule->definitions);
    add_own(rule->definitions);
    add_settings(rule->settings);
    for (const Check& check : rule->checks) {
      check_names_.emplace_back(check.definitions);
      add_own(check.definitions);
    }
  }
  if (joining != nullptr) {
    add_own(joining->definitions);
    add_vocabulary(*joining);
  }
  for (auto it = rules.vocabularies.rbegin(); it != rules.vocabularies.rend(); ++it)
    add_vocabulary(**it);
}

std::vector<const RuleScope::Names*> RuleScope::names_from(std::uint32_t check) const {
  std::vector<const Names*> names;
  if (check < check_names_.size()) names.push_back(&check_names_[check]);
  for (const Names& own : rule_names_) names.push_back(&own);
  for (const Names& vocabulary : vocabulary_names_) names.push_back(&vocabulary);
  return names;
}

const Definition* RuleScope::find_value(std::string_view name, std::uint32_t check) const {
  for (const Names* names : names_from(check)) {
    const auto found = names->values.find(name);
    if (found != names->values.end()) return found->second;
  }
  return nullptr;
}

const Definition* RuleScope::find_function(std::string_view name, std::uint32_t check) const {
  for (const Names* names : names_from(check)) {
    const auto found = names->functions.find(name);
    if (found != names->functions.end()) return found->second;
  }
  return nullptr;
}

std::vector<const EachBinding*> RuleScope::bindings(std::uint32_t check) const {
  std::vector<const EachBinding*> bindings;
  if (rule_ == nullptr) return bindings;
  for (const EachBinding& binding : rule_->each) bindings.push_back(&binding);
  if (check < rule_->checks.size()) {
    for (const EachBinding& binding : rule_->checks[check].each) bindings.push_back(&binding);
  }
  return bindings;
}

std::optional<RuleSignature> RuleScope::find_signature(std::string_view name,
                                                       std::uint32_t check) const {
  if (const Definition* definition = find_function(name, check))
    return RuleSignature{definition->parameters.size(), definition->parameters.size()};
  for (const Relation& relation : kRelations) {
    if (relation.name == name) return RuleSignature{relation.arguments, relation.arguments};
  }
  const std::uint16_t index = exr::find_function(name);
  if (index == kNoFunction) return std::nullopt;
  const FunctionEntry& entry = function_at(index);
  if (entry.name != name || !is_for_rules(entry)) return std::nullopt;
  return RuleSignature{entry.least_arguments, entry.most_arguments};
}

const Setting* RuleScope::find_setting(std::string_view name) const {
  const auto found = settings_.find(name);
  return found == settings_.end() ? nullptr : found->second;
}

// Sorted, so that of two names that are equally near the same one is always the hint.
std::vector<std::string_view> RuleScope::value_names(std::uint32_t check) const {
  std::vector<std::string_view> found = {"self", "settings", "tables"};
  for (const Names* names : names_from(check)) {
    for (const auto& [name, definition] : names->values) found.push_back(name);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string_view> RuleScope::function_names(std::uint32_t check) const {
  std::vector<std::string_view> found;
  for (const Names* names : names_from(check)) {
    for (const auto& [name, definition] : names->functions) found.push_back(name);
  }
  for (const Relation& relation : kRelations) found.push_back(relation.name);
  for (const FunctionEntry& entry : all_functions()) {
    if (is_for_rules(entry)) found.push_back(entry.name);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string_view> RuleScope::setting_names() const {
  std::vector<std::string_view> found;
  for (const auto& [name, setting] : settings_) found.push_back(name);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string_view> RuleScope::table_names() const {
  std::vector<std::string_view> names;
  for (const ReferenceTable& table : rules_.tables) names.push_back(table.name);
  return names;
}

}  // namespace exr
