#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "formats/json_cursor.h"
#include "support/shared_text.h"
#include "support/text.h"
#include "value/value.h"

namespace exr {

/// Reads parts of a JSON document into Values. Each value has the span of its token (strings and
/// keys with their quotes, containers with their brackets). Whole numbers of 64 bits are ints,
/// others doubles; of a repeated key the last one counts.
class JsonValues {
 public:
  /// Past the value at the cursor. Null after a failure of the cursor. Its depth is the cursor's
  /// affair, which limits it.
  Value read(JsonCursor& cursor);
  /// The same for a value that is no array and no object.
  static Value read_scalar(JsonCursor& cursor);
  /// A name that all values share which have it.
  SharedText shared_name(std::string_view name);

 private:
  Value read_array(JsonCursor& cursor);
  Value read_object(JsonCursor& cursor);

  std::unordered_map<std::string, SharedText, HashText, std::equal_to<>> names_;
};

}  // namespace exr
