#include "policy/thing.h"

#include <string>
#include <utility>

#include "value/truth.h"

namespace exr {

namespace {

FindingSubject named_subject(std::string type, const std::string& name, const std::string& caller) {
  return {.type = std::move(type),
          .name = name,
          .address = caller.empty() ? name : caller + "/" + name};
}

}  // namespace

Thing thing_of(const ResourceGraph& graph, ResourceHandle handle) {
  const Resource& resource = graph.resource(handle);
  return {.self = {.value = Value::resource(handle, resource.declared_at),
                   .resource = handle,
                   .deployment = resource.deployment,
                   .assumed = resource.deployed == Truth::Unknown},
          .declared_at = resource.declared_at,
          .called_at = resource.called_at};
}

Thing thing_of(const ResourceProperties& properties, const Output& output) {
  return {.self = {.value = properties.output(output), .deployment = output.deployment},
          .named = named_subject("output", output.name, output.address),
          .declared_at = output.declared_at,
          .called_at = output.called_at};
}

Thing thing_of(const ResourceProperties& properties, const Parameter& parameter) {
  return {.self = {.value = properties.parameter(parameter), .deployment = parameter.deployment},
          .named = named_subject("parameter", parameter.name, parameter.address),
          .declared_at = parameter.declared_at,
          .called_at = parameter.called_at};
}

Thing graph_thing() { return {}; }

FindingSubject subject_of(const Thing& thing, const ResourceGraph& graph,
                          const ResourceProperties& properties) {
  if (!thing.self.resource) {
    FindingSubject subject = thing.named;
    subject.declared_at = thing.declared_at;
    return subject;
  }
  const Resource& resource = graph.resource(*thing.self.resource);
  return {.type = resource.type,
          .name = properties.display_name(*thing.self.resource),
          .id = resource.id_text,
          .address = resource.address,
          .declared_at = thing.declared_at};
}

}  // namespace exr
