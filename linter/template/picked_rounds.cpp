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

// What a loop stands in.
Site site_around(const ResourceInstance& resource) {
  ResourceInstance* around = resource.around;
  return {*resource.owner, around == nullptr ? resource.owner->locals : around->locals, around};
}

Site site_around(const ModuleCall& call) { return {*call.owner, call.owner->locals}; }

ResourceInstance& same_declaration(Expansion& expansion, const ResourceInstance& first) {
  ResourceInstance& one = expansion.add_resource(*first.owner, first.declaration);
  one.around = first.around;
  return one;
}

ModuleCall& same_declaration(Expansion& expansion, const ModuleCall& first) {
  return expansion.add_call(*first.owner, first.declaration);
}

const Value& symbol_of(Expansion& expansion, const ResourceInstance& first, Span use) {
  return resource_rounds(expansion, *first.owner, first.declaration, first.around, use).symbol;
}

const Value& symbol_of(Expansion& expansion, const ModuleCall& first, Span use) {
  return module_rounds(expansion, *first.owner, first.declaration, use).symbol;
}

// The item of a loop of unknown length: `param:names[*]` becomes `param:names[param:index]`. Empty
// if the loop's item is not named so.
std::optional<Value> item_of_unknown(const Value& any, const std::string& index) {
  if (!any.is_unknown() || !any.as_unknown().text.ends_with(kAny)) return std::nullopt;
  const std::string& text = any.as_unknown().text;
  const std::string whole = text.substr(0, text.size() - kAny.size());
  return Value::unknown(make_unknown(any.as_unknown().reason, whole + "[" + index + "]"))
      .with_trail(any.trail());
}

// The rounds of one loop, of which one is read.
template <typename Instance>
class Picking {
 public:
  Picking(Expansion& expansion, Instance& first, const Value& index, Span use)
      : expansion_(expansion), first_(first), index_(index), use_(use) {}

  std::optional<ResourceHandle> run(const Value& rounds) {
    const std::string text = canonical_text(index_);
    const Iteration& round = first_.iteration;
    if (round.stands_for_many && text == canonical_text(round.index)) return first_.handle;
    const bool is_known = !round.stands_for_many;
    if (is_known && !is_whole_loop(rounds)) return std::nullopt;
    auto& picked = first_.picked.make();
    const auto known = picked.find(text);
    if (known != picked.end()) return known->second;
    if (picked.size() >= kMostPicked || !expansion_.may_add(use_)) return any();
    std::optional<Value> item = is_known ? item_of_known() : item_of_unknown(round.item, text);
    if (!item) return any();
    return picked.emplace(text, add(*item, text)).first->second;
  }

 private:
  // What stands for all rounds; nothing does in a loop of known length.
  std::optional<ResourceHandle> any() const {
    if (!first_.iteration.stands_for_many) return std::nullopt;
    return first_.handle;
  }

  bool is_whole_loop(const Value& rounds) {
    return first_.iteration.is_looped && rounds.same_payload(symbol_of(expansion_, first_, use_));
  }

  // As an expression reads it.
  Value item_of_known() {
    const Site site = site_around(first_);
    const Value iterable = expansion_.evaluate(declaration_of(first_).loop->iterable, site, "loop");
    return expansion_.element(iterable, index_, site, use_);
  }

  ResourceHandle add(const Value& item, const std::string& text) {
    Instance& one = same_declaration(expansion_, first_);
    one.iteration = first_.iteration;
    one.iteration.item = item;
    one.iteration.index = index_;
    one.iteration.suffix = "[" + text + "]";
    one.bind(*declaration_of(first_).loop, site_around(first_).locals);
    return one.handle;
  }

  Expansion& expansion_;
  Instance& first_;
  const Value& index_;
  Span use_;
};

}  // namespace

std::optional<ResourceHandle> find_picked_round(Expansion& expansion, const Value& rounds,
                                                const Value& index, Span use) {
  if (!rounds.is_array() || rounds.as_array().members.empty()) return std::nullopt;
  const Value& first = rounds.as_array().members.front();
  if (!first.is_resource()) return std::nullopt;
  const Referent referent = expansion.referent(first.as_resource());
  if (const auto* resource = std::get_if<ResourceInstance*>(&referent))
    return Picking(expansion, **resource, index, use).run(rounds);
  if (const auto* call = std::get_if<ModuleCall*>(&referent))
    return Picking(expansion, **call, index, use).run(rounds);
  // what is made of each round of a loop of unknown length
  if (rounds.as_array().open) return first.as_resource();
  return std::nullopt;
}

}  // namespace exr
