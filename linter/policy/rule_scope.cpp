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

RuleScope::RuleScope(const RuleSet& rules, const Rule* rule, const Vocabulary* joining)
    : rules_(rules), rule_(rule), joining_(joining) {
  if (joining != nullptr) vocabularies_.push_back(joining);
  for (auto it = rules.vocabularies.rbegin(); it != rules.vocabularies.rend(); ++it)
    vocabularies_.push_back(it->get());
}

std::vector<const std::vector<Definition>*> RuleScope::definitions(std::uint32_t check) const {
  std::vector<const std::vector<Definition>*> lists;
  if (rule_ != nullptr) {
    if (check != kNoCheck && check < rule_->checks.size())
      lists.push_back(&rule_->checks[check].definitions);
    lists.push_back(&rule_->definitions);
  }
  for (const Vocabulary* vocabulary : vocabularies_) lists.push_back(&vocabulary->definitions);
  return lists;
}

const Definition* RuleScope::find(std::string_view name, bool is_function,
                                  std::uint32_t check) const {
  for (const std::vector<Definition>* list : definitions(check)) {
    for (const Definition& definition : *list) {
      if (definition.is_function == is_function && definition.name == name) return &definition;
    }
  }
  return nullptr;
}

const Definition* RuleScope::find_value(std::string_view name, std::uint32_t check) const {
  return find(name, false, check);
}

const Definition* RuleScope::find_function(std::string_view name, std::uint32_t check) const {
  return find(name, true, check);
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

bool RuleScope::is_own(const Definition& definition) const {
  const auto is_in = [&](const std::vector<Definition>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](const Definition& other) { return &other == &definition; });
  };
  if (rule_ == nullptr) return joining_ != nullptr && is_in(joining_->definitions);
  return is_in(rule_->definitions) ||
         std::any_of(rule_->checks.begin(), rule_->checks.end(),
                     [&](const Check& check) { return is_in(check.definitions); });
}

const Setting* RuleScope::find_setting(std::string_view name) const {
  const auto find_in = [&](const std::vector<Setting>& settings) -> const Setting* {
    const auto found = std::find_if(settings.begin(), settings.end(),
                                    [&](const Setting& setting) { return setting.name == name; });
    return found == settings.end() ? nullptr : &*found;
  };
  if (rule_ != nullptr) {
    if (const Setting* found = find_in(rule_->settings)) return found;
  }
  for (const Vocabulary* vocabulary : vocabularies_) {
    if (const Setting* found = find_in(vocabulary->settings)) return found;
  }
  return nullptr;
}

std::vector<std::string_view> RuleScope::value_names(std::uint32_t check) const {
  std::vector<std::string_view> names = {"self", "settings", "tables"};
  for (const std::vector<Definition>* list : definitions(check)) {
    for (const Definition& definition : *list) {
      if (!definition.is_function) names.push_back(definition.name);
    }
  }
  return names;
}

std::vector<std::string_view> RuleScope::function_names(std::uint32_t check) const {
  std::vector<std::string_view> names;
  for (const std::vector<Definition>* list : definitions(check)) {
    for (const Definition& definition : *list) {
      if (definition.is_function) names.push_back(definition.name);
    }
  }
  for (const Relation& relation : kRelations) names.push_back(relation.name);
  for (const FunctionEntry& entry : all_functions()) {
    if (is_for_rules(entry)) names.push_back(entry.name);
  }
  return names;
}

std::vector<std::string_view> RuleScope::setting_names() const {
  std::vector<std::string_view> names;
  if (rule_ != nullptr) {
    for (const Setting& setting : rule_->settings) names.push_back(setting.name);
  }
  for (const Vocabulary* vocabulary : vocabularies_) {
    for (const Setting& setting : vocabulary->settings) names.push_back(setting.name);
  }
  return names;
}

std::vector<std::string_view> RuleScope::table_names() const {
  std::vector<std::string_view> names;
  for (const ReferenceTable& table : rules_.tables) names.push_back(table.name);
  return names;
}

}  // namespace exr
