#include "reporters/reporter.h"

namespace exr {

bool is_shown(const Finding& finding, const ReportOptions& options) {
  if (finding.outcome == Outcome::Open && !options.show_open) return false;
  return options.show_suppressed || (!finding.suppression && !finding.baselined);
}

}  // namespace exr
