#pragma once

#include "cli/options.h"

namespace exr {

/// The commands. Each prints its answer and gives the exit code.
int run_check(const CheckOptions& options);
int run_graph(const GraphOptions& options);
int run_explain(const ExplainOptions& options);
int run_rule_list(const RuleListOptions& options);
int run_rule_test(const RuleTestOptions& options);

}  // namespace exr
