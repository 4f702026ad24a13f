#include "frontends/terraform/target_choice.h"

#include <algorithm>
#include <utility>

#include "value/containers.h"

namespace exr {

namespace {

// An attribute of the same name is the same thing, whatever else it is named after.
constexpr std::size_t kSameName = 1000;

// The types of azapi are called after nothing.
constexpr std::string_view kGeneric = "azapi_";

const std::string* last_name(const PlanPath& path) {
  return path.empty() ? nullptr : std::get_if<std::string>(&path.back());
}

bool is_path(const PlanPath& path, std::string_view name) {
  const std::string* last = last_name(path);
  return path.size() == 1 && last != nullptr && *last == name;
}

// What an index hid that is not constant, or a whole resource that is handed on.
bool complete_path(PlanPath& path, AttributeKind kind) {
  if (!path.empty()) return true;
  if (kind == AttributeKind::Other) return false;
  path.emplace_back(kind == AttributeKind::Id ? "id" : "name");
  return true;
}

}  // namespace

TargetNames::TargetNames(const PlanInstances& instances, WrittenExpressions& expressions,
                         MappingLibrary& mappings)
    : instances_(instances), expressions_(expressions), mappings_(mappings) {
  const auto add = [&](const PlannedResource& resource) {
    if (resource.type.starts_with(kGeneric) || words_.find(resource.type) != words_.end()) return;
    const Words& own = words_of_type(resource.type).front();
    if (!own.empty()) last_words_.insert(own.back());
  };
  for (const PlannedResource& resource : instances.plan().resources) add(resource);
  for (const PlannedResource& resource : instances.plan().prior) add(resource);
}

TargetChoice TargetNames::choose(const ReferenceTargets& found, const AttributeMeaning& attribute) {
  TargetChoice choice;
  std::size_t best = 0;
  bool are_all_usable = true;
  for (ReferenceTarget target : found.targets) {
    if (!complete_path(target.path, attribute.kind)) {
      are_all_usable = false;
      continue;
    }
    const std::size_t own = fit(target, attribute);
    if (own < best) continue;
    if (own > best) choice.targets.clear();
    best = own;
    choice.targets.push_back(std::move(target));
  }
  if (best > 0) {
    choice.closed = found.complete;
    return choice;
  }
  // named after no type: then any ID will do, if it is one as it stands
  const bool is_open_name = !names_type(attribute.words);
  if (!is_open_name) choice.targets.clear();
  std::erase_if(choice.targets, [](const ReferenceTarget& target) {
    return meaning_of(target.path).kind != AttributeKind::Id;
  });
  choice.closed = found.complete && found.others == 0 && are_all_usable;
  return choice;
}

std::size_t TargetNames::fit(const ReferenceTarget& target, const AttributeMeaning& attribute) {
  const std::string* last = last_name(target.path);
  if (last == nullptr) return 0;
  const bool is_own_name = *last == "id" || *last == "name";
  if (*last == attribute.name && !is_own_name) return kSameName;
  const AttributeMeaning meaning = meaning_of(target.path);
  if (attribute.kind == AttributeKind::Id && meaning.kind == AttributeKind::Id) {
    const std::size_t by_path =
        is_path(target.path, "id") ? 0 : common_ending(meaning.words, attribute.words);
    return std::max(by_path, type_fit(target.instance, attribute.words));
  }
  if (attribute.kind == AttributeKind::Name && is_path(target.path, "name"))
    return type_fit(target.instance, attribute.words);
  return 0;
}

std::size_t TargetNames::type_fit(InstanceId instance, const Words& words) {
  const std::string& type = instances_.resource(instance).type;
  if (type.starts_with(kGeneric))
    return common_ending(words, identifier_words(written_arm_type(instance)));
  std::size_t best = 0;
  for (const Words& own : words_of_type(type)) best = std::max(best, common_ending(words, own));
  return best;
}

const std::vector<TargetNames::Words>& TargetNames::words_of_type(std::string_view type) {
  const auto known = words_.find(type);
  if (known != words_.end()) return known->second;
  std::vector<Words> words = {identifier_words(type)};
  const std::string_view arm_type = mappings_.arm_type(type);
  if (!arm_type.empty()) words.push_back(identifier_words(arm_type));
  return words_.emplace(type, std::move(words)).first->second;
}

std::string_view TargetNames::written_arm_type(InstanceId instance) const {
  const InstanceBlock* block = instances_.block_of(instance);
  if (block == nullptr || block->configured == nullptr) return {};
  const Value& written = expressions_.at(block->configured->expressions);
  const Value* type = written.is_object() ? written.as_object().find("type") : nullptr;
  const Value* constant = type == nullptr ? nullptr : find_constant(*type);
  if (constant == nullptr || !constant->is_string()) return {};
  const std::string_view text = constant->as_string();
  return text.substr(0, text.find('@'));
}

bool TargetNames::names_type(const Words& words) const {
  return !words.empty() && last_words_.count(words.back()) != 0;
}

}  // namespace exr
