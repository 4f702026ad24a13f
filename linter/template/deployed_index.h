#pragma once

#include <optional>

#include "template/expansion.h"

namespace exr {

/// The resource or module call of an instance that an expression names by its ID, its name, its
/// type and name, or its symbolic name (`symbol[2]` in a loop). Empty if it is none of them, or if
/// the answer is needed to find the names themselves.
std::optional<ResourceHandle> find_deployed(Expansion& expansion, TemplateInstance& instance,
                                            const Value& value, Span use);

}  // namespace exr
