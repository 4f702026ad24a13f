#pragma once

#include <cstdint>
#include <vector>

#include "support/shared_text.h"

namespace exr {

/// Indexes into the lists of a Mapping.
inline constexpr std::uint32_t kNoIndex = 0xffffffff;

/// What a node of a mapping gives. A closed list: the sources, the ways to put values together, and
/// the verbs, whose only child is what they work on.
enum class MappingStep : std::uint8_t {
  /// `sku.tier`, `$root.name`: `payload` is a path.
  Attribute,
  /// `$value`, `$key`, `$index1` inside of `each`.
  Element,
  Key,
  Position,
  /// `$id`, `$subscription_id`, `$tenant_id`.
  Id,
  Subscription,
  Tenant,
  /// `=Enabled`: `payload` is a literal.
  Literal,
  /// `{a}_{b?}`: the children's texts in a row; nothing if one that is not optional is nothing.
  Template,
  /// `a // b`: two names of one attribute.
  Renamed,
  /// `[a, b]`: the first that is something.
  Alternatives,
  Concat,
  /// An object; `payload` is the condition of `if`, or none.
  Object,
  /// A list of the only child for each element of the list that the path `payload` names.
  Each,
  /// `payload` is a literal or none; before provider major `number` that of `second` instead.
  Default,
  /// `payload` and `second` are the literals for true and false, or none.
  Bool,
  Not,
  /// `payload` is a literal, here and in the next two; `number` is the position.
  Equal,
  Join,
  Split,
  Reference,
  Keys,
  List,
  Json,
  WithoutNulls,
  Location,
  UnixTime,
  NonZero,
  /// `payload` is a table.
  Lookup,
  /// `payload` is a condition.
  When,
};

struct MappingNode {
  MappingStep step = MappingStep::Literal;
  /// Of a template's part: it may be nothing. Of an object: it is left out where it is empty.
  bool is_optional = false;
  std::int16_t number = 0;
  std::uint32_t payload = kNoIndex;
  std::uint32_t second = kNoIndex;
  std::uint32_t first_child = 0;
  std::uint32_t child_count = 0;
};

/// A child of a node; of an object its property. A property without name is an object whose
/// properties all become the object's own.
struct MappingChild {
  SharedText name;
  std::uint32_t node = kNoIndex;
};

/// The way to an attribute. Blocks of at most one element are entered by their name alone.
struct AttributePath {
  struct Step {
    SharedText name;
    /// The provider may fill it in itself where the user wrote nothing: bit 0 in major 3, bit 1 in
    /// 4, bit 2 in 5.
    std::uint8_t computed_majors = 0;
  };
  std::vector<Step> steps;
  /// From the block of the resource, also inside of `each`.
  bool from_root = false;
  /// It has attributes of its own.
  bool is_block = false;
  /// What it leads to is a secret.
  bool is_sensitive = false;
};

/// One test of a condition; all of them must hold.
struct MappingTest {
  enum class Kind : std::uint8_t { IsSet, IsUnset, Equals, Differs };
  Kind kind = Kind::IsSet;
  std::uint32_t path = kNoIndex;
  std::uint32_t literal = kNoIndex;
};

}  // namespace exr
