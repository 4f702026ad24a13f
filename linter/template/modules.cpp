#include "template/modules.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "azure/resource_type.h"
#include "expression/functions/arguments.h"
#include "support/text.h"
#include "template/declarations.h"
#include "template/loops.h"
#include "template/made_groups.h"
#include "template/resource_names.h"
#include "template/text_builder.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

Rounds make_rounds(Expansion& expansion, TemplateInstance& instance, std::uint32_t declaration) {
  const ModuleDeclaration& declared = instance.lowered->modules[declaration];
  Rounds rounds;
  if (!declared.loop && !expansion.may_add(declared.symbol_span)) {
    rounds.symbol = Value::unknown(make_unknown(UnknownReason::Invalid, declared.symbol));
    return rounds;
  }
  if (!declared.loop) {
    ModuleCall& only = expansion.add_call(instance, declaration);
    only.locals = instance.locals;
    rounds.handles.push_back(only.handle);
    rounds.symbol = Value::resource(rounds.handles.front());
    return rounds;
  }
  const std::vector<Iteration> iterations =
      loop_rounds(expansion, *declared.loop, {instance}, declared.symbol_span);
  for (const Iteration& iteration : iterations) {
    if (!expansion.may_add(declared.symbol_span)) break;
    ModuleCall& call = expansion.add_call(instance, declaration);
    call.iteration = iteration;
    call.bind(*declared.loop, instance.locals);
    rounds.handles.push_back(call.handle);
  }
  rounds.symbol =
      rounds_symbol(rounds.handles, iterations, instance.qualified(declared.symbol, '/'));
  return rounds;
}

// As the compiler makes it up: the symbol, the index, and a hash of both deployments' names.
Value made_up_name(const ModuleCall& call) {
  constexpr std::size_t kLongestSymbol = 50;
  constexpr std::size_t kLongestSymbolInLoop = 46;
  const std::string& symbol = declaration_of(call).symbol;
  const Iteration& round = call.iteration;
  TextBuilder name;
  name.add(symbol.substr(0, round.is_looped ? kLongestSymbolInLoop : kLongestSymbol)).add("-");
  if (round.is_looped) name.add(round.index).add("-");
  const std::string hash =
      "uniqueString('" + symbol + "'," + canonical_text(call.owner->name) + ")";
  name.add(Value::unknown(make_unknown(UnknownReason::RuntimeFunction, hash)));
  return name.text();
}

const Template* target_of(Expansion& expansion, const ModuleCall& call) {
  const TemplateId target = declaration_of(call).target;
  return target == TemplateId::kNone ? nullptr : &expansion.library().at(target);
}

Place make_place(Expansion& expansion, ModuleCall& call) {
  const ModuleDeclaration& declared = declaration_of(call);
  Place place = call.owner->place;
  if (declared.scope != NodeId::kNone) {
    const Value scope = expansion.evaluate(declared.scope, site_of(expansion, call));
    const Value id = id_of_value(expansion, scope, declared.symbol_span);
    place = place_at(id, call.owner->place);
    const Template* target = target_of(expansion, call);
    if (id.is_unknown() && id.as_unknown().pieces.empty() && target != nullptr)
      place.level = target->scope;
  }
  if (place.level == TargetScope::ResourceGroup) {
    if (ResourceInstance* group = find_made_group(expansion, *call.owner, scope_id(place)))
      take_from_group(expansion, *group, place);
  } else if (declared.location != NodeId::kNone) {
    place.location = expansion.evaluate(declared.location, site_of(expansion, call));
  } else {
    // as the compiler writes it
    place.location = call.owner->place.location;
  }
  return place;
}

Given given_by(const Value& value) {
  const TrailPointer& trail = value.trail();
  const bool is_secret =
      trail != nullptr && trail->kind == Trail::Kind::Function && trail->name == "getSecret";
  return is_secret ? Given::Vault : Given::Argument;
}

void pass_arguments(Expansion& expansion, ModuleCall& call, TemplateInstance& callee) {
  const ModuleDeclaration& declared = declaration_of(call);
  if (declared.parameters == NodeId::kNone) return;
  const Value written = expansion.evaluate(declared.parameters, site_of(expansion, call));
  if (!written.is_object()) {
    callee.arguments_are_open = true;
    if (written.is_unknown()) return;
    expansion.report(
        ProblemKind::WrongParameterType,
        "the parameters of a module are an object, not " + std::string(kind_phrase(written)),
        written.origin().valid() ? written.origin() : declared.symbol_span);
    return;
  }
  callee.arguments_are_open = written.as_object().is_open();
  for (const Object::Property& property : written.as_object().properties()) {
    const bool is_known = has_parameter(*callee.lowered, property.name);
    if (!is_known && !callee.lowered->partial)
      expansion.report(ProblemKind::UnknownParameter,
                       unknown_parameter_message(*callee.lowered, property.name),
                       property.name_span.valid() ? property.name_span : declared.symbol_span);
    callee.arguments.insert_or_assign(property.name, Argument{.name = property.name,
                                                              .value = property.value,
                                                              .given = given_by(property.value),
                                                              .name_span = property.name_span});
  }
}

TemplateInstance* make_callee(Expansion& expansion, ModuleCall& call) {
  const ModuleDeclaration& declared = declaration_of(call);
  const Template* target = target_of(expansion, call);
  if (target == nullptr) return nullptr;
  if (call.owner->depth + 1 >= expansion.limits().module_depth) {
    expansion.report(ProblemKind::LimitExceeded,
                     "modules are nested more than " +
                         std::to_string(expansion.limits().module_depth) +
                         " deep (limit `module_depth`)",
                     declared.symbol_span);
    return nullptr;
  }
  TemplateInstance& callee = expansion.add_instance(*target);
  callee.address = module_address(call);
  callee.name = module_name(expansion, call, declared.symbol_span);
  callee.place = module_place(expansion, call, declared.symbol_span);
  callee.scope = scope_id(callee.place);
  callee.depth = call.owner->depth + 1;
  callee.call = declared.symbol_span;
  callee.third_party_call = call.owner->third_party_call;
  if (target->third_party && !callee.third_party_call.valid())
    callee.third_party_call = declared.span;
  if (target->names_of_caller) {
    callee.outer = call.owner;
    callee.locals = call.locals;
  }
  const Value condition = module_condition(expansion, call);
  callee.condition = joined_conditions(call.owner->condition, condition);
  callee.deployed =
      both(both(call.owner->deployed, call.iteration.certain), condition_truth(condition));
  callee.stands_for_many = call.owner->stands_for_many || call.iteration.stands_for_many;
  pass_arguments(expansion, call, callee);
  return &callee;
}

Value unreadable_output(const ModuleCall& call, std::string_view name, UnknownReason reason) {
  return Value::unknown(
      make_unknown(reason, module_address(call) + ".outputs." + std::string(name)));
}

}  // namespace

bool has_parameter(const Template& lowered, std::string_view name) {
  for (const ParameterDeclaration& parameter : lowered.parameters) {
    if (equal_ignoring_case(parameter.name, name)) return true;
  }
  return false;
}

std::string unknown_parameter_message(const Template& lowered, std::string_view name) {
  std::string message = "`" + lowered.path + "` has no parameter `" + std::string(name) + "`";
  std::vector<std::string_view> names;
  for (const ParameterDeclaration& parameter : lowered.parameters) names.push_back(parameter.name);
  const std::string_view hint = closest(name, names);
  if (!hint.empty()) message += "; did you mean `" + std::string(hint) + "`?";
  return message;
}

const ModuleDeclaration& declaration_of(const ModuleCall& call) {
  return call.owner->lowered->modules[call.declaration];
}

Site site_of(Expansion& expansion, ModuleCall& call) {
  const Truth deployed = condition_truth(module_condition(expansion, call));
  return {*call.owner, call.locals, nullptr, deployed};
}

Value module_condition(Expansion& expansion, ModuleCall& call) {
  const ModuleDeclaration& declared = declaration_of(call);
  return expansion.recall(call.condition, declared.symbol, declared.symbol_span, [&] {
    return condition_value(expansion, declared.condition, {*call.owner, call.locals});
  });
}

const Rounds& module_rounds(Expansion& expansion, TemplateInstance& instance,
                            std::uint32_t declaration, Span use) {
  const std::string_view symbol = instance.lowered->modules[declaration].symbol;
  const auto in_a_cycle = [&] { return Rounds{{}, Expansion::in_a_cycle(symbol)}; };
  return expansion.recall(instance.modules[declaration], symbol, use, in_a_cycle,
                          [&] { return make_rounds(expansion, instance, declaration); });
}

Value module_name(Expansion& expansion, ModuleCall& call, Span use) {
  const ModuleDeclaration& declared = declaration_of(call);
  return expansion.recall(call.name, declared.symbol, use, [&] {
    if (declared.name == NodeId::kNone) return made_up_name(call);
    return expansion.evaluate(declared.name, site_of(expansion, call));
  });
}

const Place& module_place(Expansion& expansion, ModuleCall& call, Span use) {
  return expansion.recall(
      call.place, declaration_of(call).symbol, use, [&] { return call.owner->place; },
      [&] { return make_place(expansion, call); });
}

Value module_id(Expansion& expansion, ModuleCall& call, Span use) {
  const std::array<Value, 1> names = {module_name(expansion, call, use)};
  return id_at(scope_id(module_place(expansion, call, use)), kDeploymentsType, names);
}

TemplateInstance* module_callee(Expansion& expansion, ModuleCall& call, Span use) {
  return expansion.recall(
      call.callee, declaration_of(call).symbol, use,
      [] { return static_cast<TemplateInstance*>(nullptr); },
      [&] { return make_callee(expansion, call); });
}

Value module_output(Expansion& expansion, ModuleCall& call, std::string_view name, Span use) {
  const bool is_cycle = call.callee.progress == Progress::Running;
  TemplateInstance* callee = module_callee(expansion, call, use);
  if (is_cycle) return Expansion::in_a_cycle(declaration_of(call).symbol);
  if (callee == nullptr) return unreadable_output(call, name, UnknownReason::UnreadableModule);
  if (const auto index = callee->symbols->find_output(name))
    return output_value(expansion, *callee, *index, use);
  if (callee->lowered->partial)
    return unreadable_output(call, name, UnknownReason::UnreadableModule);
  expansion.report(
      ProblemKind::UnknownSymbol,
      "module `" + declaration_of(call).symbol + "` has no output `" + std::string(name) + "`",
      use);
  return unreadable_output(call, name, UnknownReason::Invalid);
}

Value module_property(Expansion& expansion, ModuleCall& call, std::string_view name, Span use) {
  if (name == "outputs") {
    // what is not deployed has nothing to be read
    const bool is_left_out = condition_truth(module_condition(expansion, call)) == Truth::False;
    return is_left_out ? Value() : Value::resource(expansion.outputs_of(call));
  }
  if (name == "name") return module_name(expansion, call, use);
  if (name == "id") return module_id(expansion, call, use);
  const std::string text = module_address(call) + "." + std::string(name);
  return Value::unknown(make_unknown(UnknownReason::RuntimeFunction, text));
}

std::string module_address(const ModuleCall& call) {
  return call.owner->qualified(declaration_of(call).symbol + call.iteration.suffix, '/');
}

}  // namespace exr
