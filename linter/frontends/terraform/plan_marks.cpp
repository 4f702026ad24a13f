#include "frontends/terraform/plan_marks.h"

#include <utility>

namespace exr {

PlanMarks::PlanMarks(JsonCursor& cursor) {
  if (read(cursor) == Id::kNone) nodes_.clear();
}

// Nodes that turn out to mark nothing are given back, the last one first.
PlanMarks::Id PlanMarks::read(JsonCursor& cursor) {
  const JsonKind kind = cursor.kind();
  if (kind == JsonKind::Boolean && !cursor.boolean()) return Id::kNone;
  if (kind != JsonKind::Boolean && kind != JsonKind::Object && kind != JsonKind::Array) {
    cursor.skip();
    return Id::kNone;
  }
  const auto id = static_cast<Id>(nodes_.size());
  nodes_.emplace_back();
  if (kind == JsonKind::Boolean) {
    node(id).whole = true;
    return id;
  }
  node(id).list = kind == JsonKind::Array;
  kind == JsonKind::Array ? read_elements(cursor, id) : read_members(cursor, id);
  if (node(id).first != Id::kNone) return id;
  nodes_.pop_back();
  return Id::kNone;
}

void PlanMarks::read_members(JsonCursor& cursor, Id id) {
  Id last = Id::kNone;
  cursor.enter();
  while (cursor.next_member()) {
    std::string name(cursor.name());
    const Id part = read(cursor);
    if (part == Id::kNone) continue;
    node(part).name = std::move(name);
    attach(id, last, part);
  }
}

void PlanMarks::read_elements(JsonCursor& cursor, Id id) {
  Id last = Id::kNone;
  cursor.enter();
  for (std::uint32_t index = 0; cursor.next_element(); ++index) {
    const Id part = read(cursor);
    if (part == Id::kNone) continue;
    node(part).index = index;
    attach(id, last, part);
  }
}

void PlanMarks::attach(Id around, Id& last, Id part) {
  if (last == Id::kNone) {
    node(around).first = part;
  } else {
    node(last).after = part;
  }
  last = part;
}

}  // namespace exr
