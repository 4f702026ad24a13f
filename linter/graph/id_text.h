#pragma once

#include <string>

#include "value/value.h"

namespace exr {

/// The canonical text of an ID or a name: a String's own, the text of what is partly known,
/// `${...}` around that of what is not known at all. Empty for anything else.
SharedText id_text(const Value& id);

}  // namespace exr
