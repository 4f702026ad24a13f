#include "frontends/bicep/type_lowering.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "frontends/bicep/decorators.h"

namespace exr {

namespace {

// How deep types may stand in types; brackets are limited at the door, suffixes (`T[][][]`) are
// not.
constexpr std::uint32_t kDeepestType = 256;

struct Primitive {
  std::string_view name;
  Type::Kind kind;
};
constexpr std::array kPrimitives = {
    Primitive{"any", Type::Kind::Any},       Primitive{"array", Type::Kind::Array},
    Primitive{"bool", Type::Kind::Bool},     Primitive{"int", Type::Kind::Int},
    Primitive{"object", Type::Kind::Object}, Primitive{"string", Type::Kind::String},
};

std::optional<Type::Kind> find_primitive(std::string_view name) {
  for (const Primitive& primitive : kPrimitives) {
    if (primitive.name == name) return primitive.kind;
  }
  return std::nullopt;
}

bool starts_with_resource_type(SyntaxNode node) {
  while (node && node.is(SyntaxKind::MemberType)) node = node.first_child();
  return node.is(SyntaxKind::ResourceType);
}

}  // namespace

TypeId TypeLowering::add(Type type, SyntaxNode node) {
  type.text = node.text();
  type.span = expressions_.span(node);
  types_.push_back(std::move(type));
  return static_cast<TypeId>(types_.size() - 1);
}

TypeId TypeLowering::lower(SyntaxNode node) {
  if (!node) return TypeId::kNone;
  return add(read(node), node);
}

Type TypeLowering::read(SyntaxNode node) {
  if (!node || depth_ > kDeepestType) return {};
  ++depth_;
  Type type = read_primary(node);
  --depth_;
  return type;
}

Type TypeLowering::read_name(SyntaxNode node) const {
  std::string_view name = node.text();
  if (name.starts_with("sys.")) name.remove_prefix(4);
  Type type;
  if (const auto primitive = find_primitive(name)) {
    type.kind = *primitive;
  } else {
    type.kind = Type::Kind::Reference;
    type.name = name;
  }
  return type;
}

Type TypeLowering::read_primary(SyntaxNode node) {
  Type type;
  switch (node.kind()) {
    case SyntaxKind::NullableType:
      type = read(node.first_child());
      type.nullable = true;
      return type;
    case SyntaxKind::NonNullType:
      type = read(node.first_child());
      type.nullable = false;
      return type;
    case SyntaxKind::ParenthesizedType:
      return read(node.first_child());
    case SyntaxKind::ArrayType:
      type.kind = Type::Kind::Array;
      type.members.push_back(lower(node.first_child()));
      return type;
    case SyntaxKind::UnionType:
      type.kind = Type::Kind::Union;
      read_union(node, type);
      return type;
    case SyntaxKind::TupleType:
      read_tuple(node, type);
      return type;
    case SyntaxKind::ObjectType:
      read_object(node, type);
      return type;
    case SyntaxKind::Identifier:
      return read_name(node);
    case SyntaxKind::MemberType:
      // what a resource type's properties are is the provider's matter
      return starts_with_resource_type(node) ? type : read_name(node);
    case SyntaxKind::ResourceType:
      return type;
    default:
      break;
  }
  type.kind = Type::Kind::Literal;
  type.literal = expressions_.lower(node);
  return type;
}

bool TypeLowering::may_be_null(TypeId id) const {
  const Type& type = types_[static_cast<std::size_t>(id)];
  return type.nullable || (type.kind == Type::Kind::Literal &&
                           expressions_.tree().node(type.literal).kind == NodeKind::Null);
}

void TypeLowering::read_union(SyntaxNode node, Type& type) {
  type.kind = Type::Kind::Union;
  std::vector<SyntaxNode> open = {node};
  while (!open.empty()) {
    const SyntaxNode next = open.back();
    open.pop_back();
    if (!next.is(SyntaxKind::UnionType)) {
      type.members.push_back(lower(next));
      // `'Standard' | 'Premium'?` and `'Standard' | null` may be null as a whole
      type.nullable = type.nullable || may_be_null(type.members.back());
      continue;
    }
    const std::size_t first = open.size();
    for (const SyntaxNode child : next.children()) open.push_back(child);
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(first), open.end());
  }
}

void TypeLowering::read_tuple(SyntaxNode node, Type& type) {
  type.kind = Type::Kind::Tuple;
  for (const SyntaxNode item : node.children()) {
    if (item.is(SyntaxKind::TupleItem)) type.members.push_back(lower_part(item));
  }
}

// The type of a property, a tuple's item or `*:`, with its decorators.
TypeId TypeLowering::lower_part(SyntaxNode node) {
  const TypeId id = lower(node.find(SyntaxField::Type));
  if (id == TypeId::kNone) return id;
  Decorations decorations = read_decorators(node, expressions_);
  Type& type = types_[static_cast<std::size_t>(id)];
  type.constraints = decorations.constraints;
  type.discriminator = std::move(decorations.discriminator);
  return id;
}

void TypeLowering::read_object(SyntaxNode node, Type& type) {
  type.kind = Type::Kind::Object;
  for (const SyntaxNode child : node.children()) {
    if (child.is(SyntaxKind::TypeProperty)) {
      const SyntaxNode key = child.find(SyntaxField::Key);
      TypeProperty property;
      property.name = key.is(SyntaxKind::String) ? expressions_.plain_text(key)
                                                 : std::string(key ? key.text() : "");
      property.type = lower_part(child);
      type.properties.push_back(std::move(property));
    } else if (child.is(SyntaxKind::AdditionalProperties)) {
      type.additional = lower_part(child);
    }
  }
}

}  // namespace exr
