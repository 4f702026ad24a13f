#pragma once

#include "graph/resource_graph.h"
#include "policy/rule.h"
#include "source/source_map.h"
#include "support/limits.h"

namespace exr {

/// What a run of rules reads: a linked graph, the rules, and which of them run. All parts outlive
/// the run.
struct RuleInput {
  const ResourceGraph& graph;
  const RuleSet& rules;
  const Selection& selection;
  const SourceMap& sources;
  const Limits& limits;
};

}  // namespace exr
