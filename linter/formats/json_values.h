#pragma once

#include "formats/json_cursor.h"
#include "formats/json_names.h"
#include "value/value.h"

namespace exr {

/// Reads parts of a JSON document into Values. Each value has the span of its token (strings and
/// keys with their quotes, containers with their brackets). Whole numbers of 64 bits are ints,
/// others doubles; of a repeated key the last one counts.
class JsonValues {
 public:
  /// `names` outlive this; all that read with them share their names.
  explicit JsonValues(JsonNames& names) : names_(names) {}

  /// Past the value at the cursor. Null after a failure of the cursor. Its depth is the cursor's
  /// affair, which limits it.
  Value read(JsonCursor& cursor);
  /// The same for a value that is no array and no object.
  static Value read_scalar(JsonCursor& cursor);

 private:
  Value read_array(JsonCursor& cursor);
  Value read_object(JsonCursor& cursor);

  JsonNames& names_;
};

}  // namespace exr
