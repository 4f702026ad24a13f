#pragma once

#include "findings/report.h"
#include "graph/resource_graph.h"
#include "policy/rule.h"

namespace exr {

/// Adds what is to be counted of a graph: its declared resources (module deployments are none), its
/// unknown values, whether it is partial.
void add_figures(const ResourceGraph& graph, Summary& summary);

/// Adds the rules that run under a selection, each once.
void add_rules(const RuleSet& rules, const Selection& selection, Report& report);

}  // namespace exr
