#include "template/resources.h"

#include <string>
#include <utility>

#include "azure/resource_type.h"
#include "support/check.h"
#include "template/loops.h"
#include "template/readable_body.h"
#include "template/resource_names.h"
#include "template/text_builder.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

Memo<Rounds>& rounds_memo(TemplateInstance& instance, std::uint32_t declaration,
                          ResourceInstance* around) {
  return around == nullptr ? instance.resources[declaration] : around->nested.make()[declaration];
}

Site site_around(TemplateInstance& instance, ResourceInstance* around) {
  return {instance, around == nullptr ? nullptr : around->locals, around};
}

ResourceInstance& add_round(Expansion& expansion, TemplateInstance& instance,
                            std::uint32_t declaration, ResourceInstance* around,
                            Iteration iteration) {
  const ResourceDeclaration& declared = instance.lowered->resources[declaration];
  ResourceInstance& resource = expansion.add_resource(instance, declaration);
  resource.around = around;
  resource.iteration = std::move(iteration);
  const Local* outer = around == nullptr ? instance.locals : around->locals;
  if (declared.loop)
    resource.bind(*declared.loop, outer);
  else
    resource.locals = outer;
  return resource;
}

Rounds make_rounds(Expansion& expansion, TemplateInstance& instance, std::uint32_t declaration,
                   ResourceInstance* around) {
  const ResourceDeclaration& declared = instance.lowered->resources[declaration];
  Rounds rounds;
  if (!declared.loop && !expansion.may_add(declared.symbol_span)) {
    rounds.symbol = Value::unknown(make_unknown(UnknownReason::Invalid, declared.symbol));
    return rounds;
  }
  if (!declared.loop) {
    ResourceInstance& only = add_round(expansion, instance, declaration, around, {});
    rounds.handles.push_back(only.handle);
    rounds.symbol = Value::resource(only.handle);
    return rounds;
  }
  std::vector<Iteration> iterations =
      loop_rounds(expansion, *declared.loop, site_around(instance, around), declared.symbol_span);
  for (const Iteration& iteration : iterations) {
    if (!expansion.may_add(declared.symbol_span)) break;
    rounds.handles.push_back(add_round(expansion, instance, declaration, around, iteration).handle);
  }
  rounds.symbol =
      rounds_symbol(rounds.handles, iterations, instance.qualified(declared.symbol, '/'));
  return rounds;
}

}  // namespace

const ResourceDeclaration& declaration_of(const ResourceInstance& resource) {
  return resource.owner->lowered->resources[resource.declaration];
}

Site site_of(Expansion& expansion, ResourceInstance& resource) {
  const Truth deployed = condition_truth(resource_condition(expansion, resource));
  return {*resource.owner, resource.locals, &resource, deployed};
}

Value resource_condition(Expansion& expansion, ResourceInstance& resource) {
  const ResourceDeclaration& declared = declaration_of(resource);
  const Value condition =
      expansion.recall(resource.condition, declared.symbol, declared.symbol_span, [&] {
        return condition_value(expansion, declared.condition,
                               {*resource.owner, resource.locals, &resource});
      });
  if (resource.around == nullptr) return condition;
  return joined_conditions(resource_condition(expansion, *resource.around), condition);
}

const Rounds& resource_rounds(Expansion& expansion, TemplateInstance& instance,
                              std::uint32_t declaration, ResourceInstance* around, Span use) {
  const std::string_view symbol = instance.lowered->resources[declaration].symbol;
  const auto in_a_cycle = [&] { return Rounds{{}, Expansion::in_a_cycle(symbol)}; };
  return expansion.recall(rounds_memo(instance, declaration, around), symbol, use, in_a_cycle,
                          [&] { return make_rounds(expansion, instance, declaration, around); });
}

Value resource_name(Expansion& expansion, ResourceInstance& resource, Span use) {
  const ResourceDeclaration& declared = declaration_of(resource);
  return expansion.recall(resource.name, declared.symbol, use, [&] {
    return expansion.evaluate(declared.name, site_of(expansion, resource),
                              "name(" + resource_address(resource) + ")");
  });
}

const ResourceIdentity& resource_identity(Expansion& expansion, ResourceInstance& resource,
                                          Span use) {
  const std::string& symbol = declaration_of(resource).symbol;
  const auto in_a_cycle = [&] {
    ResourceIdentity identity;
    identity.type = declaration_of(resource).type;
    identity.full_name = identity.id = identity.scope = Expansion::in_a_cycle(symbol);
    identity.id_text = plain_text(identity.id);
    return identity;
  };
  return expansion.recall(resource.identity, symbol, use, in_a_cycle,
                          [&] { return make_identity(expansion, resource); });
}

Value resource_body(Expansion& expansion, ResourceInstance& resource, Span use) {
  const ResourceDeclaration& declared = declaration_of(resource);
  return expansion.recall(resource.body, declared.symbol, use, [&] {
    Object nothing;
    if (declared.body == NodeId::kNone) {
      nothing.set_open("body(" + resource_address(resource) + ")");
      return Value::object(std::move(nothing), declared.span);
    }
    Value body = expansion.evaluate(declared.body, site_of(expansion, resource));
    if (body.is_object()) return body;
    nothing.set_open(plain_text(body));
    return Value::object(std::move(nothing), body.origin()).with_trail(body.trail());
  });
}

Value resource_property(Expansion& expansion, ResourceInstance& resource, std::string_view name,
                        Span use) {
  if (name == "name") return resource_name(expansion, resource, use);
  if (name == "id") return resource_identity(expansion, resource, use).id;
  if (name == "type") return Value::string(resource_identity(expansion, resource, use).type);
  if (name == "apiVersion")
    return Value::string(resource_identity(expansion, resource, use).api_version);
  const ResourceDeclaration& declared = declaration_of(resource);
  // what is not deployed has nothing to be read
  if (condition_truth(resource_condition(expansion, resource)) == Truth::False) return {};
  const Value body = resource_body(expansion, resource, use);
  const Value* written = body.is_object() ? body.as_object().find(name) : nullptr;
  const ReadProperty read{.symbol = declared.symbol,
                          .id = resource_identity(expansion, resource, use).id,
                          .name = name,
                          .existing = declared.existing,
                          .place = use};
  return written == nullptr ? not_written(read) : as_read(*written, read);
}

std::string resource_address(const ResourceInstance& resource) {
  const std::string own = declaration_of(resource).symbol + resource.iteration.suffix;
  if (resource.around != nullptr) return resource_address(*resource.around) + "::" + own;
  return resource.owner->qualified(own, '/');
}

}  // namespace exr
