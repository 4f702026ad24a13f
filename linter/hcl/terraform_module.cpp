#include "hcl/terraform_module.h"

#include <algorithm>
#include <utility>

namespace exr {

namespace {

std::string key_of(const HclBlock& block) {
  std::string key = block.type;
  for (const std::string& label : block.labels) key += " " + label;
  return key;
}

bool is_of_type(const HclBlock& block, std::string_view type) {
  return block.type == type ||
         (block.type == "dynamic" && !block.labels.empty() && block.labels[0] == type);
}

// What an override file says takes the place of what it overrides: attributes one by one, blocks of
// one type together.
void override_body(HclBody& body, HclBody over) {
  for (HclAttribute& attribute : over.attributes) {
    std::erase_if(body.attributes,
                  [&](const HclAttribute& old) { return old.name == attribute.name; });
    body.attributes.push_back(std::move(attribute));
  }
  for (const HclBlock& block : over.blocks) {
    const std::string& type =
        block.type == "dynamic" && !block.labels.empty() ? block.labels[0] : block.type;
    std::erase_if(body.blocks, [&](const HclBlock& old) { return is_of_type(old, type); });
  }
  for (HclBlock& block : over.blocks) body.blocks.push_back(std::move(block));
}

}  // namespace

void TerraformModule::add(HclDocument document) {
  for (HclBlock& block : std::exchange(document.body.blocks, {})) {
    if (block.type == "locals") {
      for (HclAttribute& attribute : block.body.attributes)
        locals_.try_emplace(attribute.name, std::move(attribute));
    } else {
      blocks_.try_emplace(key_of(block), std::move(block));
    }
  }
}

void TerraformModule::add_override(HclDocument document) {
  for (HclBlock& block : std::exchange(document.body.blocks, {})) {
    if (block.type == "locals") {
      for (HclAttribute& attribute : block.body.attributes)
        locals_.insert_or_assign(attribute.name, std::move(attribute));
      continue;
    }
    const auto found = blocks_.find(key_of(block));
    if (found != blocks_.end()) override_body(found->second.body, std::move(block.body));
  }
}

const HclBlock* TerraformModule::find_resource(bool is_data, std::string_view type,
                                               std::string_view name) const {
  return find({is_data ? "data" : "resource", type, name});
}

const HclBlock* TerraformModule::find(std::initializer_list<std::string_view> words) const {
  std::string key;
  for (const std::string_view word : words) key.append(key.empty() ? "" : " ").append(word);
  const auto found = blocks_.find(key);
  return found == blocks_.end() ? nullptr : &found->second;
}

const HclAttribute* TerraformModule::find_local(std::string_view name) const {
  const auto found = locals_.find(name);
  return found == locals_.end() ? nullptr : &found->second;
}

}  // namespace exr
