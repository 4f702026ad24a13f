#pragma once

#include <string_view>

#include "source/span.h"
#include "value/value.h"

namespace exr {

/// One property of a resource that an expression reads.
struct ReadProperty {
  std::string_view symbol;
  /// The resource's ID.
  Value id;
  std::string_view name;
  bool existing = false;
  Span place;
};

/// What an expression sees of a property that is not written: what Azure fills in.
Value not_written(const ReadProperty& read);
/// What an expression sees of a property that is written. Of what Azure completes (`properties`,
/// `identity`, `sku`) the objects may have more than is written.
Value as_read(const Value& written, const ReadProperty& read);

}  // namespace exr
