#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_members.h"
#include "formats/json_names.h"
#include "formats/json_values.h"
#include "frontends/terraform/plan_marks.h"
#include "value/containers.h"

namespace exr {

/// Reads a resource's values together with what marks them as unknown or as secret.
class MarkedValues {
 public:
  /// All outlive this.
  struct Marking {
    const PlanMarks& unknown;
    const PlanMarks& secret;
  };
  /// What is unknown is called by `address` and its path, and its origin is the `record`.
  MarkedValues(std::string_view address, const Span& record, const Marking& marking,
               JsonNames& names);

  /// The Object at the cursor, with the marked values that it leaves out.
  Value read(JsonCursor& cursor);
  /// The Object of what is marked only.
  Value made();

 private:
  struct Marks {
    PlanMarks::Id unknown = PlanMarks::Id::kNone;
    PlanMarks::Id secret = PlanMarks::Id::kNone;
    bool any() const { return unknown != PlanMarks::Id::kNone || secret != PlanMarks::Id::kNone; }
  };
  // The marks of one object's properties, by name.
  class Names;

  Value read_value(JsonCursor& cursor, const Marks& marks);
  Value read_object(JsonCursor& cursor, const Marks& marks);
  Value read_array(JsonCursor& cursor, const Marks& marks);
  Value made_value(const Marks& marks);
  Value made_object(const Marks& marks);
  void add_left_out(JsonMembers& members, Names& names);
  void add_left_out(Array& array, PlanMarks::Id unknown, const Marks& marks);
  Marks element(const Marks& marks, PlanMarks::Id& unknown, PlanMarks::Id& secret,
                std::size_t index) const;

  Value unknown_value(const Marks& marks) const;
  Value with_secret(Value value, const Marks& marks) const;

  const PlanMarks& unknown_;
  const PlanMarks& secret_;
  Span record_;
  JsonNames& names_;
  JsonValues values_;
  // the address and path of the value that is read
  std::string path_;
};

}  // namespace exr
