#include "app/plan_sources.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

namespace exr {

namespace {

std::unique_ptr<TerraformSources> sources_in(const std::string& folder,
                                             const PlanSources::Reading& reading) {
  auto sources = std::make_unique<TerraformSources>(folder, reading.files, reading.sources,
                                                    reading.limits, reading.problems);
  return sources->found() ? std::move(sources) : nullptr;
}

std::unique_ptr<TerraformSources> find_sources(const std::string& plan,
                                               const std::string& source_root,
                                               const PlanSources::Reading& reading) {
  if (!source_root.empty()) return sources_in(source_root, reading);
  if (auto sources = sources_in(parent_folder(plan), reading)) return sources;
  return sources_in(".", reading);
}

std::vector<CallStep> call_steps(const ModuleInstance& module) {
  std::vector<CallStep> steps;
  for (const ModuleStep& step : module.steps) steps.push_back({.name = step.name, .key = step.key});
  return steps;
}

SourcePath source_path(const PlanPath& path) {
  SourcePath steps;
  for (const PlanStep& step : path) {
    if (const auto* name = std::get_if<std::string>(&step))
      steps.emplace_back(*name);
    else
      steps.emplace_back(std::get<std::int64_t>(step));
  }
  return steps;
}

SourceInstance instance_of(const PlannedResource& resource, const Plan& plan) {
  return {.module = call_steps(plan.modules[resource.module]),
          .is_data = resource.is_data,
          .type = resource.type,
          .name = resource.name,
          .key = resource.key};
}

}  // namespace

PlanSources::PlanSources(Plan plan, const std::string& source_root, const Reading& reading)
    : plan_(std::move(plan)),
      reading_(reading),
      sources_(find_sources(reading.sources.file(plan_.file).path(), source_root, reading)) {}

void PlanSources::add_template(FileId file, Span place, std::string address) {
  templates_.emplace(file, Deployed{.place = place, .address = std::move(address)});
}

// The text of a template stands in no file of the user's.
void PlanSources::move_out_of_template(Finding& finding) const {
  for (RelatedPlace& related : finding.related) {
    const auto deployed = templates_.find(related.span.file);
    if (deployed != templates_.end()) related.span = deployed->second.place;
  }
  const auto deployed = templates_.find(finding.span.file);
  if (deployed == templates_.end()) return;
  const Position place = reading_.sources.file(finding.span.file).position_at(finding.span.begin);
  finding.notes.push_back("in the template that `" + deployed->second.address + "` deploys, line " +
                          std::to_string(place.line) + ", column " + std::to_string(place.column));
  finding.span = deployed->second.place;
  finding.subject.declared_at = deployed->second.place;
}

void PlanSources::point(Finding& finding) {
  move_out_of_template(finding);
  if (sources_ == nullptr || !move_to_sources(finding)) return;
  finding.subject.declared_at = whole_block(finding.subject.declared_at);
  // what was moved may stand where the finding does
  std::erase_if(finding.related,
                [&](const RelatedPlace& related) { return related.span == finding.span; });
}

// Whether anything of the finding stood in the plan.
bool PlanSources::move_to_sources(Finding& finding) {
  bool moved = false;
  for (RelatedPlace& related : finding.related) {
    const auto written = find_written(related.span);
    if (written) related.span = written->span;
    moved = moved || written;
  }
  const Span planned = finding.span;
  const auto written = find_written(planned);
  if (!written) return moved;
  finding.span = written->span;
  if (written->used_at.valid()) finding.related.push_back({"used at", written->used_at});
  const std::string attribute =
      written->attribute.empty() ? std::string() : "`" + written->attribute + "` ";
  finding.related.push_back({attribute + "planned at", planned});
  return true;
}

const PlanPlaces& PlanSources::places() {
  if (!places_) places_.emplace(plan_);
  return *places_;
}

std::optional<PlanSources::Written> PlanSources::find_written(const Span& place) {
  if (!is_in_plan(place)) return std::nullopt;
  const auto found = places().find(place, reading_.sources, reading_.limits);
  if (!found) return std::nullopt;
  if (found->kind == PlanPlace::Kind::Variable) {
    const auto variable = sources_->find_variable({}, plan_.variables[found->index].name);
    return variable ? std::optional(Written{.span = *variable}) : std::nullopt;
  }
  if (found->kind == PlanPlace::Kind::Output) {
    const auto value =
        sources_->find_output_value(plan_.outputs[found->index].name, source_path(found->path));
    return value ? std::optional(Written{.span = value->value}) : std::nullopt;
  }
  const auto instance = instance_at(*found);
  if (!instance) return std::nullopt;
  auto written = find_in_block(*instance, source_path(found->path));
  if (written) written->attribute = path_text(found->path);
  return written;
}

std::optional<PlanSources::Written> PlanSources::find_in_block(const SourceInstance& instance,
                                                               const SourcePath& path) {
  const BlockAddress address = block_of(instance);
  const std::vector<std::string> third_party = third_party_calls(address.module_calls);
  const auto call = third_party.empty() ? std::nullopt : sources_->find_call(third_party);
  const auto place = sources_->find_written(address, path);
  if (!place) return call ? std::optional(Written{.span = *call}) : std::nullopt;
  Written written{.span = place->value};
  const auto argument = sources_->find_argument_behind(instance, path);
  // somebody else's module passes it on inside
  const bool is_users =
      argument && (third_party.empty() || argument->call_depth < third_party.size());
  if (is_users || call) {
    written.used_at = written.span;
    written.span = is_users ? argument->value : *call;
  }
  return written;
}

std::optional<SourceInstance> PlanSources::instance_at(const PlanPlace& place) {
  switch (place.kind) {
    case PlanPlace::Kind::Resource:
      return instance_of(plan_.resources[place.index], plan_);
    case PlanPlace::Kind::Prior:
      return instance_of(plan_.prior[place.index], plan_);
    case PlanPlace::Kind::Block: {
      const ConfiguredModule* module = plan_.configuration.find_module(place.module);
      if (module == nullptr) return std::nullopt;
      const ConfiguredResource& block = module->resources[place.index];
      SourceInstance instance{
          .is_data = block.is_data, .type = block.type, .name = block.name, .key = {}};
      for (const std::string& call : calls_of(place.module))
        instance.module.push_back({.name = call, .key = {}});
      return instance;
    }
    default:
      return std::nullopt;
  }
}

const std::vector<std::string>& PlanSources::calls_of(ConfiguredModuleId module) {
  const std::vector<ConfiguredModule>& modules = plan_.configuration.modules;
  if (calls_.size() != modules.size()) {
    calls_.assign(modules.size(), {});
    // a module stands behind the one that calls it
    for (std::size_t i = 0; i < modules.size(); ++i) {
      for (const ConfiguredCall& call : modules[i].calls) {
        const auto callee = static_cast<std::size_t>(call.module);
        if (callee >= modules.size()) continue;
        calls_[callee] = calls_[i];
        calls_[callee].push_back(call.name);
      }
    }
  }
  return calls_[static_cast<std::size_t>(module)];
}

// The calls up to the first module of somebody else; empty if there is none.
std::vector<std::string> PlanSources::third_party_calls(
    const std::vector<std::string>& module_calls) {
  std::vector<std::string> chain;
  for (const std::string& call : module_calls) {
    chain.push_back(call);
    if (sources_->is_third_party(chain)) return chain;
  }
  return {};
}

Span PlanSources::whole_block(const Span& declared_at) {
  if (!is_in_plan(declared_at)) return declared_at;
  const auto [known, is_new] = whole_blocks_.emplace(declared_at, declared_at);
  if (!is_new) return known->second;
  const auto place = places().find(declared_at, reading_.sources, reading_.limits);
  const auto instance = place ? instance_at(*place) : std::nullopt;
  const auto block = instance ? sources_->find_whole_block(block_of(*instance)) : std::nullopt;
  if (block) {
    known->second = *block;
    blocks_.push_back(*block);
  }
  return known->second;
}

}  // namespace exr
