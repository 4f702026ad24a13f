#pragma once

#include <optional>

#include "frontends/terraform/planned_template.h"
#include "source/span.h"
#include "template/deployment.h"
#include "template/reading.h"

namespace exr {

/// A template of a plan, read, and the file of the run that holds its text now.
struct ReadTemplate {
  DeploymentRequest request;
  FileId file = FileId::kNone;
};

/// Reads an ARM template that a plan deploys. What is wrong in it is told where the plan holds it.
/// Empty if it is no template.
std::optional<ReadTemplate> read_planned_template(const PlannedTemplate& planned,
                                                  const Reading& reading);

/// Moves what was told since `first` about a file to a place, with the line in front.
void move_problems(Problems& problems, std::size_t first, FileId file, const Span& place,
                   const SourceMap& sources);

}  // namespace exr
