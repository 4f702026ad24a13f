#include "template/expansion.h"

#include <utility>

#include "template/template_host.h"
#include "value/unknown.h"

namespace exr {

void Declared::bind(const LoopHeader& loop, const Local* outer) {
  locals = outer;
  if (!loop.item.empty()) {
    frames.make()[0] = {loop.item, iteration.item, locals};
    locals = &frames.make()[0];
  }
  if (!loop.index.empty()) {
    frames.make()[1] = {loop.index, iteration.index, locals};
    locals = &frames.make()[1];
  }
}

Expansion::Expansion(const TemplateLibrary& library, const Limits& limits, Problems& problems)
    : library_(library), limits_(limits), problems_(problems) {
  evaluation_.limits = &limits;
}

void Expansion::report(Problem problem) {
  was_cut_ = was_cut_ || problem.kind == ProblemKind::LimitExceeded;
  // those who read the files say some of the same
  if (reported_.empty()) {
    for (const Problem& known : problems_) reported_.emplace(known.span, known.message);
  }
  if (reported_.emplace(problem.span, problem.message).second)
    problems_.push_back(std::move(problem));
}

void Expansion::report_cycle(std::string_view name, Span use) {
  report(ProblemKind::CyclicReference, "`" + std::string(name) + "` is needed to compute itself",
         use);
}

Value Expansion::in_a_cycle(std::string_view name) {
  return Value::unknown(make_unknown(UnknownReason::Invalid, "cycle(" + std::string(name) + ")"));
}

const Symbols& Expansion::symbols_of(const Template& lowered) {
  return symbols_.try_emplace(&lowered, lowered).first->second;
}

TemplateInstance& Expansion::add_instance(const Template& lowered) {
  TemplateInstance& instance = instances_.emplace_back();
  instance.lowered = &lowered;
  instance.symbols = &symbols_of(lowered);
  instance.parameters.resize(lowered.parameters.size());
  instance.variables.resize(lowered.variables.size());
  instance.outputs.resize(lowered.outputs.size());
  instance.own_arguments.resize(lowered.arguments.size());
  instance.resources.resize(lowered.resources.size());
  instance.modules.resize(lowered.modules.size());
  return instance;
}

TemplateInstance& Expansion::declarations_of(const Template& lowered) {
  TemplateInstance*& instance = declarations_[&lowered];
  if (instance == nullptr) {
    instance = &add_instance(lowered);
    instance->place = root_place({}, lowered.scope);
    instance->scope = scope_id(instance->place);
  }
  return *instance;
}

ResourceInstance& Expansion::add_resource(TemplateInstance& owner, std::uint32_t declaration) {
  ResourceInstance& resource = resources_.emplace_back();
  resource.owner = &owner;
  resource.declaration = declaration;
  resource.handle = add_referent(&resource);
  return resource;
}

ModuleCall& Expansion::add_call(TemplateInstance& owner, std::uint32_t declaration) {
  ModuleCall& call = calls_.emplace_back();
  call.owner = &owner;
  call.declaration = declaration;
  call.handle = add_referent(&call);
  return call;
}

ResourceHandle Expansion::add_referent(Referent referent) {
  referents_.push_back(referent);
  return static_cast<ResourceHandle>(referents_.size() - 1);
}

ResourceHandle Expansion::outputs_of(ModuleCall& call) {
  const auto found = outputs_.find(&call);
  if (found != outputs_.end()) return found->second;
  return outputs_.emplace(&call, add_referent(ModuleOutputs{&call})).first->second;
}

ResourceHandle Expansion::namespace_of(TemplateId target) {
  const auto found = namespaces_.find(target);
  if (found != namespaces_.end()) return found->second;
  return namespaces_.emplace(target, add_referent(Namespace{target})).first->second;
}

bool Expansion::may_add(Span span) {
  if (declared_count() < limits_.resources) return true;
  if (!std::exchange(too_many_, true)) {
    report(ProblemKind::LimitExceeded,
           "the deployment has more than " + std::to_string(limits_.resources) +
               " resources (limit `resources`); the rest is left out",
           span);
  }
  return false;
}

Value Expansion::evaluate(NodeId node, const Site& site, std::string_view missing) {
  if (node == NodeId::kNone) {
    return Value::unknown(
        make_unknown(UnknownReason::UnsupportedSyntax, std::string(missing) + "()"));
  }
  std::optional<UndecidedBranch> undecided;
  if (both(site.instance.deployed, site.deployed) != Truth::True) undecided.emplace(evaluation_);
  TemplateHost host(*this, site);
  return Evaluator(site.instance.lowered->tree, host, evaluation_, kTemplateDialect)
      .evaluate(node, site.locals == nullptr ? site.instance.locals : site.locals);
}

Value Expansion::element(const Value& array, const Value& index, const Site& site, Span use) {
  TemplateHost host(*this, site);
  return Evaluator(site.instance.lowered->tree, host, evaluation_, kTemplateDialect)
      .element(array, index, 0, use);
}

Value Expansion::apply(NodeId lambda, TemplateInstance& instance, const Value& argument) {
  const UndecidedBranch trial(evaluation_);
  TemplateHost host(*this, {instance});
  return Evaluator(instance.lowered->tree, host, evaluation_, kTemplateDialect)
      .apply(lambda, {&argument, 1}, instance.locals);
}

}  // namespace exr
