#include "value/trail.h"

namespace exr {

bool is_secure(const TrailPointer& trail) { return trail != nullptr && trail->secure; }

}  // namespace exr
