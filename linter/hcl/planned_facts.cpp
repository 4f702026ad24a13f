#include "hcl/planned_facts.h"

#include <algorithm>

#include "value/print.h"

namespace exr {

namespace {

std::string key_text(const SourceKey& key) {
  if (const auto* number = std::get_if<std::int64_t>(&key))
    return "[" + std::to_string(*number) + "]";
  if (const auto* text = std::get_if<std::string>(&key)) return "[" + json_string(*text) + "]";
  return "";
}

std::string block_text(const SourceInstance& block) {
  return path_text(block.module) + (block.is_data ? "data." : "") + block.type + "." + block.name;
}

std::string call_text(const std::vector<CallStep>& caller, const std::string& call) {
  return path_text(caller) + "module." + call;
}

const std::vector<SourceKey>* find_in(const std::map<std::string, std::vector<SourceKey>>& keys,
                                      const std::string& text) {
  const auto found = keys.find(text);
  return found == keys.end() ? nullptr : &found->second;
}

void sort_each(std::map<std::string, std::vector<SourceKey>>& keys) {
  for (auto& [text, list] : keys) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
}

}  // namespace

std::string path_text(const std::vector<CallStep>& path) {
  std::string text;
  for (const CallStep& step : path) text += "module." + step.name + key_text(step.key) + ".";
  return text;
}

std::string address_text(const SourceInstance& instance, const SourcePath& attribute) {
  std::string text = (instance.is_data ? "data." : "") + instance.type + "." + instance.name +
                     key_text(instance.key);
  for (const SourceStep& step : attribute) {
    const auto* name = std::get_if<std::string>(&step);
    text += name != nullptr ? "." + *name : key_text(*std::get_if<std::int64_t>(&step));
  }
  return text;
}

PlannedInstances::PlannedInstances(const std::vector<SourceInstance>& instances) {
  for (const SourceInstance& instance : instances) {
    keys_[block_text(instance)].push_back(instance.key);
    std::vector<CallStep> caller;
    for (const CallStep& step : instance.module) {
      call_keys_[call_text(caller, step.name)].push_back(step.key);
      caller.push_back(step);
    }
  }
  sort_each(keys_);
  sort_each(call_keys_);
}

const std::vector<SourceKey>* PlannedInstances::find_keys(const SourceInstance& block) const {
  return find_in(keys_, block_text(block));
}

const std::vector<SourceKey>* PlannedInstances::find_call_keys(const std::vector<CallStep>& caller,
                                                               const std::string& call) const {
  return find_in(call_keys_, call_text(caller, call));
}

}  // namespace exr
