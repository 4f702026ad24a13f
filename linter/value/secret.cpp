#include "value/secret.h"

#include <utility>

#include "value/trail.h"

namespace exr {

Value secured(const Value& value) {
  if (is_secure(value.trail())) return value;
  Trail trail;
  trail.kind = Trail::Kind::Derived;
  trail.secure = true;
  trail.span = value.origin();
  if (value.trail() != nullptr) trail.from = {value.trail()};
  return value.with_trail(TrailPointer::make(std::move(trail)));
}

}  // namespace exr
