#include "hcl/source_targets.h"

namespace exr {

class SourceTargetFinder::State {};

SourceTargetFinder::SourceTargetFinder(TerraformSources& /*sources*/, PlannedFacts /*facts*/) {}
SourceTargetFinder::~SourceTargetFinder() = default;

SourceTargets SourceTargetFinder::find(const SourceInstance& /*instance*/,
                                       const SourcePath& /*path*/) {
  return {};
}

}  // namespace exr
