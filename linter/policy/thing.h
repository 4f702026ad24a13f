#pragma once

#include <optional>
#include <string>

#include "findings/finding.h"
#include "graph/resource_graph.h"
#include "policy/resource_properties.h"
#include "policy/rule_host.h"
#include "source/span.h"

namespace exr {

/// One thing that is judged: a resource, an output, a parameter, or the whole graph.
struct Thing {
  Self self;
  /// Of an output or a parameter; for the others ask subject_of().
  FindingSubject named;
  /// The whole declaration; invalid for the graph.
  Span declared_at;
  /// Of what a module of somebody else declares: the call of that module, else invalid.
  Span called_at;
};

Thing thing_of(const ResourceGraph& graph, ResourceHandle handle);
Thing thing_of(const ResourceProperties& properties, const Output& output);
Thing thing_of(const ResourceProperties& properties, const Parameter& parameter);
/// The whole graph.
Thing graph_thing();

/// What findings about the thing say of it.
FindingSubject subject_of(const Thing& thing, const ResourceGraph& graph,
                          const ResourceProperties& properties);

}  // namespace exr
