#include "template/deployed_index.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "azure/resource_id.h"
#include "azure/resource_type.h"
#include "support/text.h"
#include "template/modules.h"
#include "template/picked_rounds.h"
#include "template/resource_names.h"
#include "template/resources.h"
#include "template/text_builder.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

void add(DeployedIndex& index, std::string_view type, const Value& name, const std::string& id,
         ResourceHandle handle) {
  index.by_text.try_emplace(id_key(id), handle);
  const std::string text = to_lower(plain_text(name));
  index.by_text.try_emplace(to_lower(type) + "/" + text, handle);
  index.by_text.try_emplace(text, handle);
}

void add_resources(Expansion& expansion, TemplateInstance& instance, std::uint32_t declaration,
                   ResourceInstance* around, DeployedIndex& index) {
  const Span place = instance.lowered->resources[declaration].symbol_span;
  const auto handles = resource_rounds(expansion, instance, declaration, around, place).handles;
  for (const ResourceHandle handle : handles) {
    ResourceInstance& resource = *std::get<ResourceInstance*>(expansion.referent(handle));
    const ResourceIdentity& identity = resource_identity(expansion, resource, place);
    add(index, identity.type, identity.full_name, identity.id_text, handle);
    for (const std::uint32_t child : instance.symbols->nested_in(declaration))
      add_resources(expansion, instance, child, &resource, index);
  }
}

void fill(Expansion& expansion, TemplateInstance& instance, DeployedIndex& index) {
  const Template& lowered = *instance.lowered;
  for (std::uint32_t i = 0; i < lowered.resources.size(); ++i) {
    if (!lowered.resources[i].nested_in) add_resources(expansion, instance, i, nullptr, index);
  }
  for (std::uint32_t i = 0; i < lowered.modules.size(); ++i) {
    const Span place = lowered.modules[i].symbol_span;
    const auto handles = module_rounds(expansion, instance, i, place).handles;
    for (const ResourceHandle handle : handles) {
      ModuleCall& call = *std::get<ModuleCall*>(expansion.referent(handle));
      add(index, kDeploymentsType, module_name(expansion, call, place),
          plain_text(module_id(expansion, call, place)), handle);
    }
  }
}

const Rounds* find_rounds(Expansion& expansion, TemplateInstance& instance, std::string_view name,
                          Span use) {
  const auto symbol = instance.symbols->find_deployed(name);
  if (!symbol) return nullptr;
  return symbol->kind == Symbol::Kind::Module
             ? &module_rounds(expansion, instance, symbol->index, use)
             : &resource_rounds(expansion, instance, symbol->index, nullptr, use);
}

// The index in `symbol[...]`.
Value index_in(const Value& value) {
  const std::string text = plain_text(value);
  const std::size_t begin = text.find('[') + 1;
  const std::string inside = text.substr(begin, text.size() - begin - 1);
  std::int64_t number = 0;
  const auto [stop, error] = std::from_chars(inside.data(), inside.data() + inside.size(), number);
  if (error == std::errc() && stop == inside.data() + inside.size()) return Value::integer(number);
  const bool is_hole = inside.starts_with("${") && inside.ends_with('}');
  return Value::unknown(make_unknown(UnknownReason::Undecided,
                                     is_hole ? inside.substr(2, inside.size() - 3) : inside));
}

// `symbol[2]`, where the index may be unknown.
std::optional<ResourceHandle> find_round(Expansion& expansion, TemplateInstance& instance,
                                         const Value& value, Span use) {
  const std::string_view text = known_prefix(value);
  const std::size_t bracket = text.find('[');
  const Rounds* rounds = find_rounds(expansion, instance, text.substr(0, bracket), use);
  if (rounds == nullptr) return std::nullopt;
  const auto& handles = rounds->handles;
  if (bracket == std::string_view::npos) {
    if (handles.size() == 1 && rounds->symbol.is_resource()) return handles.front();
    return std::nullopt;
  }
  const bool is_open = rounds->symbol.is_array() && rounds->symbol.as_array().open;
  if (is_open && handles.size() != 1) return std::nullopt;
  if (is_open || !value.is_string())
    return find_picked_round(expansion, rounds->symbol, index_in(value), use);
  std::size_t index = 0;
  const auto [stop, error] =
      std::from_chars(text.data() + bracket + 1, text.data() + text.size(), index);
  if (error != std::errc() || *stop != ']' || index >= handles.size()) return std::nullopt;
  return handles[index];
}

}  // namespace

std::optional<ResourceHandle> find_deployed(Expansion& expansion, TemplateInstance& instance,
                                            const Value& value, Span use) {
  if (value.is_resource()) return value.as_resource();
  if (!value.is_string() && !value.is_unknown()) return std::nullopt;
  if (auto found = find_round(expansion, instance, value, use)) return found;
  DeployedIndex& index = instance.deployed_index;
  if (index.progress == Progress::Running) return std::nullopt;
  if (index.progress != Progress::Done) {
    index.progress = Progress::Running;
    fill(expansion, instance, index);
    index.progress = Progress::Done;
  }
  const std::string text = plain_text(value);
  const auto found = index.by_text.find(text.starts_with('/') ? id_key(text) : to_lower(text));
  if (found == index.by_text.end()) return std::nullopt;
  return found->second;
}

}  // namespace exr
