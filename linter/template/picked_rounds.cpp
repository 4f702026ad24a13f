#include "template/picked_rounds.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "support/text.h"
#include "template/modules.h"
#include "template/resources.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr std::string_view kAny = "[*]";
// A round may read the one before it, which reads the one before that, and so on.
constexpr std::size_t kMostPicked = 32;

// The item of a loop at an index: `param:names[*]` becomes `param:names[param:index]`. Empty if the
// loop's item is not named so.
std::optional<Value> item_at(const Value& any, const std::string& index) {
  if (!any.is_unknown() || !any.as_unknown().text.ends_with(kAny)) return std::nullopt;
  const std::string& text = any.as_unknown().text;
  const std::string whole = text.substr(0, text.size() - kAny.size());
  return Value::unknown(make_unknown(any.as_unknown().reason, whole + "[" + index + "]"))
      .with_trail(any.trail());
}

// The iteration of one round; empty where the round is the loop's own, or cannot be named.
std::optional<Iteration> iteration_at(const Declared& all, const Value& index) {
  const std::string text = canonical_text(index);
  const Iteration& any = all.iteration;
  if (!any.stands_for_many || text == canonical_text(any.index)) return std::nullopt;
  std::optional<Value> item = item_at(any.item, text);
  if (!item) return std::nullopt;
  Iteration one = any;
  one.item = *std::move(item);
  one.index = index;
  one.suffix = "[" + text + "]";
  return one;
}

// What the loop around is bound in.
const Local* outer_locals(const ResourceInstance& resource) {
  return resource.around == nullptr ? resource.owner->locals : resource.around->locals;
}

const Local* outer_locals(const ModuleCall& call) { return call.owner->locals; }

ResourceInstance& same_declaration(Expansion& expansion, const ResourceInstance& all) {
  ResourceInstance& one = expansion.add_resource(*all.owner, all.declaration);
  one.around = all.around;
  return one;
}

ModuleCall& same_declaration(Expansion& expansion, const ModuleCall& all) {
  return expansion.add_call(*all.owner, all.declaration);
}

template <typename Instance>
ResourceHandle pick(Expansion& expansion, Instance& all, const Value& index, Span use) {
  std::optional<Iteration> iteration = iteration_at(all, index);
  if (!iteration) return all.handle;
  auto& picked = all.picked.make();
  const auto known = picked.find(iteration->suffix);
  if (known != picked.end()) return known->second;
  if (picked.size() >= kMostPicked || !expansion.may_add(use)) return all.handle;
  Instance& one = same_declaration(expansion, all);
  one.iteration = *std::move(iteration);
  one.bind(*declaration_of(all).loop, outer_locals(all));
  picked.emplace(one.iteration.suffix, one.handle);
  return one.handle;
}

}  // namespace

ResourceHandle picked_round(Expansion& expansion, ResourceHandle all, const Value& index,
                            Span use) {
  const Referent referent = expansion.referent(all);
  if (const auto* resource = std::get_if<ResourceInstance*>(&referent))
    return pick(expansion, **resource, index, use);
  if (const auto* call = std::get_if<ModuleCall*>(&referent))
    return pick(expansion, **call, index, use);
  return all;
}

}  // namespace exr
