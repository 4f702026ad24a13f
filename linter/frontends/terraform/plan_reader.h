#pragma once

#include <optional>

#include "findings/problem.h"
#include "frontends/terraform/plan.h"
#include "source/source_file.h"
#include "support/limits.h"

namespace exr {

/// Reads a plan or a state in one pass over the bytes. Values are skipped, not decoded, but must be
/// valid JSON. Empty after a SyntaxError or LimitExceeded, which is then the last Problem; what is
/// odd in one record is a Problem and leaves that record out.
std::optional<Plan> read_plan(const SourceFile& source, FileId file, const Limits& limits,
                              Problems& problems);

}  // namespace exr
