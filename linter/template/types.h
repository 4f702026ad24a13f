#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "expression/tree.h"
#include "source/span.h"

namespace exr {

/// Names a type of a Template.
enum class TypeId : std::uint32_t { kNone = 0xffffffff };

/// What decorators demand of a value. Each is an expression of the template's tree, kNone where
/// there is no such decorator. In ARM JSON they are keys of the declaration (`allowedValues`,
/// `minLength`, `additionalProperties: false`).
struct Constraints {
  NodeId allowed = NodeId::kNone;
  NodeId min_value = NodeId::kNone;
  NodeId max_value = NodeId::kNone;
  NodeId min_length = NodeId::kNone;
  NodeId max_length = NodeId::kNone;
  /// `@validate(x => ..., 'message')`: a Lambda, and the message if there is one.
  NodeId validation = NodeId::kNone;
  NodeId validation_message = NodeId::kNone;
  bool secure = false;
  /// Properties that the object type does not name are none of it.
  bool sealed = false;

  friend bool operator==(const Constraints&, const Constraints&) = default;
};

/// One property of an object type.
struct TypeProperty {
  std::string name;
  TypeId type = TypeId::kNone;
};

/// A declared type. Types never change values; they say what an argument may be, what is secret,
/// and what may be left out.
struct Type {
  enum class Kind : std::uint8_t {
    Any,
    String,
    Int,
    Bool,
    Object,
    /// members: the element, if it is said
    Array,
    /// members: the items; open: more may follow
    Tuple,
    /// literal: the expression that gives the only value
    Literal,
    /// members: the alternatives
    Union,
    /// name: a declared type, possibly with accessors (`a.b`, `a[*]`); kept as written
    Reference,
  };
  Kind kind = Kind::Any;
  bool nullable = false;
  bool open = false;
  /// As written, for messages.
  std::string text;
  std::string name;
  NodeId literal = NodeId::kNone;
  std::vector<TypeId> members;
  std::vector<TypeProperty> properties;
  /// The type of properties that are not named (`*: T`); kNone: none is said.
  TypeId additional = TypeId::kNone;
  /// From `@discriminator('kind')`: the name of the property; empty without.
  std::string discriminator;
  /// Of a part (a property, an item, an element, `*:`): what its decorators demand. Those of a
  /// parameter or a declared type stand in its declaration.
  Constraints constraints;
  Span span;
};

/// `type name = ...`.
struct TypeDeclaration {
  std::string name;
  TypeId type = TypeId::kNone;
  Constraints constraints;
  bool exported = false;
  Span span;
};

}  // namespace exr
