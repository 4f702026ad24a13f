#pragma once

#include <vector>

#include "findings/finding.h"
#include "findings/problem.h"
#include "graph/resource_graph.h"
#include "policy/rule.h"
#include "source/source_map.h"
#include "support/limits.h"

namespace exr {

/// Judges every declared resource, output and parameter of a linked graph by the selected rules.
/// Failed and open findings, one per rule, place and message, in no particular order. Graph, rules
/// and sources are only read.
std::vector<Finding> check(const ResourceGraph& graph, const RuleSet& rules,
                           const Selection& selection, const SourceMap& sources,
                           const Limits& limits, Problems& problems);

/// Whether a rule runs under a selection.
bool runs(const Rule& rule, const Selection& selection);

}  // namespace exr
