#pragma once

#include <string_view>
#include <vector>

#include "support/result.h"
#include "value/value.h"

namespace exr {

/// The parts of a JSON document that a path selects, in order, as `SelectTokens` of Newtonsoft.Json
/// does, which Bicep uses (https://www.newtonsoft.com/json/help/html/SelectToken.htm): `$` may be
/// left out; `.name`, `['a','b']`, `[0]`, `[0,2]`, `[1:3]`, `.*` of objects, `[*]` of arrays,
/// `..name`, and filters of arrays (`[?(@.tier == 'Premium')]`). Names compare with case. The
/// Failure says what of the path is not understood.
Result<std::vector<Value>> select_by_path(const Value& document, std::string_view path);

}  // namespace exr
