#pragma once

#include <memory>
#include <string>
#include <vector>

#include "findings/problem.h"
#include "policy/rule.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"

namespace exr {

/// Where rule files are read from and what they are read into. All parts outlive the call.
struct RuleReading {
  const FileSystem& files;
  const Limits& limits;
  SourceMap& sources;
  RuleSet& rules;
  Problems& problems;
};

/// Reads a folder of rules: every `*.yaml` below it is a rule, but `vocabulary.yaml`, and those in
/// `tables/`; `mappings/`, `schema/` and `docs/` are left out. What is read is added to `rules` (a
/// vocabulary's names replace earlier ones). Mistakes become Problems of kind RuleSyntax with their
/// place; the rule that has one is left out. References to names, functions, arities, tables and
/// settings are checked against all of `rules`.
void load_rules(const std::string& folder, const RuleReading& reading);

}  // namespace exr
