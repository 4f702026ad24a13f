#pragma once

#include <string>
#include <string_view>

#include "policy/rule.h"

namespace exr {

/// A rule set as bytes, for embedding: decoded rule by rule in microseconds, without YAML. Only for
/// the very build that wrote it.
std::string encode_pack(const RuleSet& rules);
/// The rule set of encoded bytes, which outlive it. Bytes that no encoder of this build wrote are a
/// bug (EXR_CHECK).
RuleSet decode_pack(std::string_view bytes);

/// The built-in rules. Defined by the generated source that packc writes.
std::string_view embedded_pack();

}  // namespace exr
