#pragma once

#include "template/expansion.h"

namespace exr {

/// A value as it goes into a graph: resources of the expansion, which mean nothing there, are
/// replaced by what an expression would see of them.
Value graph_value(Expansion& expansion, const Value& value);

}  // namespace exr
