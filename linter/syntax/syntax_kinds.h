#pragma once

#include <cstdint>
#include <string_view>

namespace exr {

/// What a syntax node is: the named nodes of grammars/bicep.
enum class SyntaxKind : std::uint8_t {
  /// A token, or a node that nobody asks for.
  Other,
  /// What the parser could not make sense of.
  Error,
  Comment,
  SourceFile,
  // statements
  Decorator,
  TargetScope,
  Metadata,
  Parameter,
  Variable,
  TypeDeclaration,
  Function,
  FunctionParameter,
  Resource,
  Module,
  Output,
  Import,
  ImportItem,
  ImportAll,
  Extension,
  Assert,
  Test,
  Using,
  Extends,
  ExtensionConfig,
  // expressions
  Identifier,
  Integer,
  Boolean,
  Null,
  String,
  MultilineString,
  Interpolation,
  Array,
  Object,
  Property,
  Spread,
  Parenthesized,
  NonNull,
  Member,
  Index,
  Nested,
  Call,
  MethodCall,
  Arguments,
  Unary,
  Binary,
  Conditional,
  For,
  If,
  Lambda,
  // types
  NullableType,
  NonNullType,
  ParenthesizedType,
  ArrayType,
  UnionType,
  TupleType,
  TupleItem,
  ObjectType,
  TypeProperty,
  AdditionalProperties,
  MemberType,
  ResourceType,
};

/// What a node is to its parent: the fields of grammars/bicep.
enum class SyntaxField : std::uint8_t {
  None,
  Alias,
  Alternative,
  Arguments,
  Body,
  Condition,
  Consequence,
  Existing,
  FromEnd,
  Function,
  Index,
  Item,
  Iterable,
  Key,
  Left,
  Name,
  Object,
  Operand,
  Operator,
  Parameter,
  Path,
  Right,
  Safe,
  Type,
  Value,
};

/// The kind and the field that the grammar calls so.
SyntaxKind syntax_kind_of(std::string_view name, bool named);
SyntaxField syntax_field_of(std::string_view name);

}  // namespace exr
