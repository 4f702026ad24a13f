#include "conformance/plan_case.h"

#include <cstddef>
#include <cstdint>
#include <variant>

#include "conformance/corpus.h"
#include "frontends/terraform/plan_reader.h"
#include "frontends/terraform/planned_value.h"
#include "value/containers.h"

namespace conformance {

namespace {

bool will_be(const exr::PlannedResource& resource) {
  return resource.action != exr::PlannedAction::Delete &&
         resource.action != exr::PlannedAction::Forget;
}

}  // namespace

PlanCase::PlanCase(const std::filesystem::path& folder, const std::string& root)
    : configuration_((folder / root).lexically_normal().string(), files_, sources_, limits_,
                     problems_) {
  const std::string path = (folder / "plan.json").string();
  const exr::FileId file = sources_.add(path, read_bytes(path));
  plan_ = exr::read_plan(sources_.file(file), file, limits_, problems_);
}

std::vector<const exr::PlannedResource*> PlanCase::resources() const {
  std::vector<const exr::PlannedResource*> resources;
  for (const exr::PlannedResource& resource : plan_->resources) {
    if (will_be(resource)) resources.push_back(&resource);
  }
  return resources;
}

exr::SourceInstance PlanCase::instance_of(const exr::PlannedResource& resource) const {
  exr::SourceInstance instance{.is_data = resource.is_data,
                               .type = resource.type,
                               .name = resource.name,
                               .key = resource.key};
  for (const exr::ModuleStep& step : plan_->modules[resource.module].steps)
    instance.module.push_back({.name = step.name, .key = step.key});
  return instance;
}

exr::Value PlanCase::attributes_of(const exr::PlannedResource& resource) const {
  return exr::planned_value(resource, sources_, limits_).attributes;
}

const exr::PlannedResource* PlanCase::find_planned(const exr::SourceTarget& target) const {
  for (const auto* list : {&plan_->resources, &plan_->prior}) {
    for (const exr::PlannedResource& resource : *list) {
      const exr::SourceInstance instance = instance_of(resource);
      if (instance.module == target.module && instance.is_data == target.is_data &&
          instance.type == target.type && instance.name == target.name &&
          (!target.key || instance.key == *target.key) && will_be(resource))
        return &resource;
    }
  }
  return nullptr;
}

exr::PlannedFacts PlanCase::facts() const {
  exr::PlannedFacts facts;
  for (const exr::PlannedVariable& variable : plan_->variables)
    facts.variables.emplace_back(variable.name, exr::plan_json(variable.value, sources_, limits_));
  for (const exr::PlannedResource* resource : resources())
    facts.instances.push_back(instance_of(*resource));
  for (const exr::PlannedResource& resource : plan_->prior) {
    if (resource.is_data) facts.instances.push_back(instance_of(resource));
  }
  return facts;
}

exr::Value value_at(exr::Value value, const exr::SourcePath& path) {
  for (const exr::SourceStep& step : path) {
    const auto* name = std::get_if<std::string>(&step);
    const auto* index = std::get_if<std::int64_t>(&step);
    if (name != nullptr && value.is_object() && value.as_object().find(*name) != nullptr) {
      value = exr::Value(*value.as_object().find(*name));
    } else if (index != nullptr && value.is_array() && *index >= 0 &&
               static_cast<std::size_t>(*index) < value.as_array().members.size()) {
      value = exr::Value(value.as_array().members[static_cast<std::size_t>(*index)]);
    } else {
      return {};
    }
  }
  return value;
}

}  // namespace conformance
