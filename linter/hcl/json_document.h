#pragma once

#include "hcl/hcl_document.h"
#include "support/limits.h"
#include "value/value.h"

namespace exr {

/// Turns the content of a .tf.json file, which read_json has read, into the document that the same
/// configuration in native syntax would be. Text with `${` in it is an expression.
HclDocument json_document(const Value& content, HclExpressions& expressions, const Limits& limits);

}  // namespace exr
