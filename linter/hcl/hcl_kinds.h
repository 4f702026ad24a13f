#pragma once

#include <cstdint>
#include <string_view>

namespace exr {

/// What a node of HCL's syntax is: the named nodes of grammars/hcl.
enum class HclKind : std::uint8_t {
  /// A token, or a node that nobody asks for.
  Other,
  /// What the parser could not make sense of.
  Error,
  /// The rest of a text, from where the parser gave up.
  Unexpected,
  SourceFile,
  Attribute,
  Block,
  Conditional,
  Binary,
  Unary,
  Identifier,
  Number,
  Integer,
  Boolean,
  Null,
  String,
  Heredoc,
  Text,
  Interpolation,
  Directive,
  Tuple,
  Object,
  Element,
  ForTuple,
  ForObject,
  Grouping,
  If,
  Parenthesized,
  Call,
  Arguments,
  Expansion,
  Member,
  Index,
  LegacyIndex,
  AttributeSplat,
  FullSplat,
};

/// What a node is to its parent: the fields of grammars/hcl.
enum class HclField : std::uint8_t {
  None,
  Alternative,
  Arguments,
  Condition,
  Consequence,
  Function,
  Index,
  Item,
  Iterable,
  Key,
  Label,
  Left,
  Name,
  Object,
  Operand,
  Operator,
  Right,
  Type,
  Value,
};

/// The kind and the field that the grammar calls so.
HclKind hcl_kind_of(std::string_view name, bool named);
HclField hcl_field_of(std::string_view name);

}  // namespace exr
