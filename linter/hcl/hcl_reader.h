#pragma once

#include <string_view>

#include "findings/problem.h"
#include "hcl/hcl_document.h"
#include "source/span.h"
#include "support/limits.h"

namespace exr {

/// Reads a .tf or .tfvars file. A statement that has an error is left out and becomes a SyntaxError
/// Problem; a file that is nested too deep is left out as a whole (LimitExceeded).
HclDocument read_hcl(std::string_view text, FileId file, HclExpressions& expressions,
                     const Limits& limits, Problems& problems);

/// The expression of a text with holes as JSON strings hold them; each part of it gets the place
/// `span`. Unreadable if it is no template.
HclExpressionId read_hcl_template(std::string_view text, Span span, HclExpressions& expressions,
                                  const Limits& limits);

}  // namespace exr
