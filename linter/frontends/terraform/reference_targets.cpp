#include "frontends/terraform/reference_targets.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "frontends/terraform/known_references.h"
#include "value/containers.h"

namespace exr {

namespace {

using Kind = PlanReference::Kind;

// Enough for any plan; a broken one could have us go round for ever.
constexpr std::size_t kMostSteps = 4096;

bool has_key(const PlanReference& reference) {
  return !std::holds_alternative<std::monostate>(reference.key);
}

// An index that is not constant hides the rest of the path.
bool may_be_indexed(const PlanReference& reference) {
  const bool is_named = reference.kind == Kind::Resource || reference.kind == Kind::Data ||
                        reference.kind == Kind::Module;
  return is_named && !has_key(reference) && reference.path.empty();
}

// What stands behind a scalar belongs to a map or list that was built around it.
bool is_scalar(const PlanPath& path) {
  if (path.empty()) return false;
  const auto* last = std::get_if<std::string>(&path.back());
  return last != nullptr &&
         (*last == "id" || *last == "name" || last->ends_with("_id") || last->ends_with("_name"));
}

PlanPath joined(PlanPath path, const PlanPath& rest, std::size_t from = 0) {
  if (is_scalar(path)) return path;
  for (std::size_t i = from; i < rest.size(); ++i) path.push_back(rest[i]);
  return path;
}

InstanceKey key_of(const PlanStep& step) {
  if (const auto* index = std::get_if<std::int64_t>(&step)) return *index;
  return std::get<std::string>(step);
}

}  // namespace

struct ReferenceFollower::Step {
  PlanReference reference;
  ExpressionSite site;
  // all references of the same expression
  std::shared_ptr<const std::vector<PlanReference>> all;
  // what is asked of what the reference gives
  PlanPath rest;

  bool is_alone() const { return all->size() == 1; }
  bool beside(Kind kind) const {
    return std::any_of(all->begin(), all->end(),
                       [&](const PlanReference& other) { return other.kind == kind; });
  }
  // Whether what is beside it may be an index that is not constant.
  bool beside_indexed() const { return std::any_of(all->begin(), all->end(), may_be_indexed); }
};

struct ReferenceFollower::Walk {
  ReferenceTargets found;
  std::vector<Step> open;
  std::unordered_set<std::string> seen;

  void add(ReferenceTarget target) {
    if (std::find(found.targets.begin(), found.targets.end(), target) == found.targets.end())
      found.targets.push_back(std::move(target));
  }
  bool is_new(const Step& step) {
    std::string key = std::to_string(step.site.module) + key_text(step.site.key) + ' ' +
                      std::to_string(step.site.for_each.begin) + ' ' +
                      std::to_string(static_cast<int>(step.reference.kind)) + step.reference.name +
                      key_text(step.reference.key) + '|' + path_text(step.reference.path) + '|' +
                      path_text(step.rest);
    return seen.insert(std::move(key)).second;
  }
};

ExpressionSite ReferenceFollower::site_of(InstanceId instance) const {
  const InstanceBlock* block = instances_.block_of(instance);
  ExpressionSite site{.module = instances_.module_of(instance),
                      .for_each = {},
                      .key = instances_.resource(instance).key};
  if (block != nullptr && block->configured != nullptr)
    site.for_each = block->configured->for_each_expression;
  return site;
}

ReferenceTargets ReferenceFollower::follow(const Value& expression, const ExpressionSite& site) {
  Walk walk;
  add_expression(walk, expression, site, {});
  return finish(walk);
}

ReferenceTargets ReferenceFollower::follow(const PlanReference& reference,
                                           const ExpressionSite& site) {
  Walk walk;
  walk.open.push_back({.reference = reference,
                       .site = site,
                       .all = std::make_shared<const std::vector<PlanReference>>(1, reference),
                       .rest = {}});
  return finish(walk);
}

ReferenceTargets ReferenceFollower::finish(Walk& walk) {
  std::size_t steps = 0;
  while (!walk.open.empty()) {
    if (++steps > kMostSteps) {
      walk.found.complete = false;
      break;
    }
    const Step step = std::move(walk.open.back());
    walk.open.pop_back();
    take(walk, step);
  }
  return std::move(walk.found);
}

void ReferenceFollower::add_expression(Walk& walk, const Value& expression,
                                       const ExpressionSite& site, const PlanPath& rest) {
  std::vector<PlanReference> references;
  for (const std::string_view text : references_in(expression)) {
    if (auto reference = parse_reference(text)) references.push_back(std::move(*reference));
  }
  if (references.empty()) ++walk.found.others;
  const auto all = std::make_shared<const std::vector<PlanReference>>(std::move(references));
  // the first one is taken next
  for (auto reference = all->rbegin(); reference != all->rend(); ++reference)
    walk.open.push_back({.reference = *reference, .site = site, .all = all, .rest = rest});
}

void ReferenceFollower::take(Walk& walk, const Step& step) {
  switch (step.reference.kind) {
    case Kind::Resource:
    case Kind::Data:
      return take_resource(walk, step);
    case Kind::Module:
      return take_output(walk, step);
    case Kind::Variable:
      return take_variable(walk, step);
    case Kind::EachValue:
      return take_each_value(walk, step);
    case Kind::EachKey:
    case Kind::CountIndex:
      if (!step.beside_indexed()) ++walk.found.others;
      return;
    case Kind::Local:
      walk.found.complete = false;
      return;
    case Kind::Other:
      ++walk.found.others;
      return;
  }
}

void ReferenceFollower::take_resource(Walk& walk, const Step& step) const {
  const PlanReference& reference = step.reference;
  const bool is_data = reference.kind == Kind::Data;
  const auto instance = [&](const InstanceKey& key) {
    return instances_.find(step.site.module, is_data, reference.type, reference.name, key);
  };
  const InstanceBlock* block =
      instances_.find_block(step.site.module, is_data, reference.type, reference.name);
  if (block == nullptr) return;
  if (has_key(reference)) {
    if (const auto one = instance(reference.key))
      walk.add({.instance = *one, .path = joined(reference.path, step.rest)});
    return;
  }
  if (const auto one = instance(picked_key(step))) {
    walk.add({.instance = *one, .path = joined(reference.path, step.rest)});
    return;
  }
  // all instances of a block are a map or a list, of which the rest begins with the key
  if (reference.path.empty() && !step.rest.empty() && step.is_alone()) {
    if (const auto one = instance(key_of(step.rest.front()))) {
      walk.add({.instance = *one, .path = joined({}, step.rest, 1)});
      return;
    }
  }
  for (const InstanceId one : block->instances)
    walk.add({.instance = one, .path = joined(reference.path, step.rest)});
}

// The key of an index that is not constant; none where there is none or it is not known.
InstanceKey ReferenceFollower::picked_key(const Step& step) const {
  if (!step.reference.path.empty()) return {};
  if (step.beside(Kind::EachValue)) {
    for (const PlanReference& other : *step.all) {
      if (other.kind != Kind::EachValue) continue;
      InstanceKey key = known_.key(other, step.site);
      if (!std::holds_alternative<std::monostate>(key)) return key;
    }
    return {};
  }
  if (step.beside(Kind::EachKey) || step.beside(Kind::CountIndex)) return step.site.key;
  return {};
}

void ReferenceFollower::take_output(Walk& walk, const Step& step) {
  const PlanReference& reference = step.reference;
  PlanPath path = joined(reference.path, step.rest);
  InstanceKey key = reference.key;
  if (reference.path.empty() && !has_key(reference)) {
    key = picked_key(step);
    const bool is_by_rest = !path.empty() && instances_.is_module(step.site.module, reference.name,
                                                                  key_of(path.front()));
    if (is_by_rest) {
      // all instances of a call are a map, of which the rest begins with the key
      key = key_of(path.front());
      path.erase(path.begin());
    }
  }
  const ConfiguredOutput* output = nullptr;
  const auto module = instances_.find_module(step.site.module, reference.name, key);
  const auto* name = path.empty() ? nullptr : std::get_if<std::string>(&path.front());
  if (module && name != nullptr) {
    output =
        instances_.plan().configuration.find_output(instances_.module(*module).configured, *name);
  }
  if (output == nullptr) {
    walk.found.complete = false;
  } else if (walk.is_new(step)) {
    add_expression(walk, expressions_.at(output->expression),
                   {.module = *module, .for_each = {}, .key = {}},
                   PlanPath(path.begin() + 1, path.end()));
  }
}

void ReferenceFollower::take_variable(Walk& walk, const Step& step) {
  if (!walk.is_new(step)) return;
  const PlannedModule& module = instances_.module(step.site.module);
  const Value* given = nullptr;
  if (module.call != nullptr) {
    const Value& arguments = expressions_.at(module.call->expressions);
    if (arguments.is_object()) given = arguments.as_object().find(step.reference.name);
  }
  if (given == nullptr) {
    ++walk.found.others;
    return;
  }
  add_expression(walk, *given,
                 {.module = module.parent,
                  .for_each = module.call->for_each_expression,
                  .key = module.step.key},
                 joined(step.reference.path, step.rest));
}

void ReferenceFollower::take_each_value(Walk& walk, const Step& step) {
  const bool is_index = step.beside_indexed() && !step.is_alone();
  const auto* key = std::get_if<std::string>(&step.site.key);
  if (is_index || !walk.is_new(step)) return;
  if (key == nullptr || !step.site.for_each.valid()) {
    ++walk.found.others;
    return;
  }
  PlanPath rest{*key};
  rest = joined(std::move(rest), joined(step.reference.path, step.rest));
  add_expression(walk, expressions_.at(step.site.for_each),
                 {.module = step.site.module, .for_each = {}, .key = step.site.key}, rest);
}

}  // namespace exr
