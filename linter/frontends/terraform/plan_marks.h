#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_cursor.h"

namespace exr {

/// What `after_unknown` or `after_sensitive` says of a resource's values: a tree in the shape of
/// the values, in which `true` marks a value with all in it. Small, since most of it says nothing.
class PlanMarks {
 public:
  /// Names a part of the values.
  enum class Id : std::uint32_t { kNone = 0xffffffff };

  /// Reads the value at the cursor.
  explicit PlanMarks(JsonCursor& cursor);
  PlanMarks() = default;

  /// The mark of the whole; kNone if nothing is marked at all.
  Id root() const { return nodes_.empty() ? Id::kNone : Id{0}; }
  /// Whether all of a part is marked. kNone is not.
  bool is_whole(Id id) const { return id != Id::kNone && node(id).whole; }
  /// The marked parts of a part, one after the other, in the order of the file: kNone at the end.
  Id first(Id id) const { return id == Id::kNone ? id : node(id).first; }
  Id after(Id id) const { return node(id).after; }
  /// How a part is called in the one around it: its name in an object, its index in an array.
  std::string_view name(Id id) const { return node(id).name; }
  std::size_t index(Id id) const { return node(id).index; }
  /// Whether the parts of it are elements.
  bool is_list(Id id) const { return node(id).list; }

 private:
  struct Node {
    std::string name;
    std::uint32_t index = 0;
    bool whole = false;
    bool list = false;
    Id first = Id::kNone;
    Id after = Id::kNone;
  };

  const Node& node(Id id) const { return nodes_[static_cast<std::size_t>(id)]; }
  Node& node(Id id) { return nodes_[static_cast<std::size_t>(id)]; }
  Id read(JsonCursor& cursor);
  void read_members(JsonCursor& cursor, Id id);
  void read_elements(JsonCursor& cursor, Id id);
  void attach(Id around, Id& last, Id part);

  std::vector<Node> nodes_;
};

}  // namespace exr
