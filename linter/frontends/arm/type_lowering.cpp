#include "frontends/arm/type_lowering.h"

#include <array>
#include <string_view>
#include <utility>

namespace exr {

namespace {

struct TypeName {
  std::string_view name;
  Type::Kind kind;
  bool secure;
};
constexpr std::array kTypeNames = {
    TypeName{"string", Type::Kind::String, false},
    TypeName{"securestring", Type::Kind::String, true},
    TypeName{"int", Type::Kind::Int, false},
    TypeName{"bool", Type::Kind::Bool, false},
    TypeName{"object", Type::Kind::Object, false},
    TypeName{"secureobject", Type::Kind::Object, true},
    TypeName{"array", Type::Kind::Array, false},
};

const TypeName* find_type_name(std::string_view name) {
  for (const TypeName& entry : kTypeNames) {
    if (equal_ignoring_case(entry.name, name)) return &entry;
  }
  return nullptr;
}

}  // namespace

TypeId ArmTypeLowering::lower(const Value& declaration) {
  if (!declaration.is_object()) return TypeId::kNone;
  Type type = read(declaration.as_object());
  type.span = declaration.origin();
  types_.push_back(std::move(type));
  return static_cast<TypeId>(types_.size() - 1);
}

Constraints ArmTypeLowering::constraints(const Object& declaration) {
  const auto lowered = [&](std::string_view name) {
    const Value* value = declaration.find(name);
    return value == nullptr ? NodeId::kNone : lower_arm_value(*value, site_);
  };
  Constraints result;
  result.allowed = lowered("allowedValues");
  result.min_value = lowered("minValue");
  result.max_value = lowered("maxValue");
  result.min_length = lowered("minLength");
  result.max_length = lowered("maxLength");
  const TypeName* name = find_type_name(plain_text_of(declaration, "type"));
  result.secure = name != nullptr && name->secure;
  const Value* additional = declaration.find("additionalProperties");
  result.sealed = additional != nullptr && additional->is_bool() && !additional->as_bool();
  return result;
}

Type ArmTypeLowering::read(const Object& declaration) {
  Type type;
  type.nullable = is_true(declaration, "nullable");
  constexpr std::string_view kDefinitions = "#/definitions/";
  if (const std::string reference = plain_text_of(declaration, "$ref"); !reference.empty()) {
    if (reference.starts_with(kDefinitions)) {
      type.kind = Type::Kind::Reference;
      type.name = reference.substr(kDefinitions.size());
      type.text = type.name;
    }
    return type;
  }
  const TypeName* name = find_type_name(plain_text_of(declaration, "type"));
  if (name == nullptr) return type;
  type.kind = name->kind;
  type.text = name->secure && name->kind == Type::Kind::Object ? "object" : name->name;
  if (name->secure && name->kind == Type::Kind::String) type.text = "string";
  if (type.kind == Type::Kind::Object) read_object(declaration, type);
  if (type.kind == Type::Kind::Array) read_array(declaration, type);
  return type;
}

void ArmTypeLowering::read_object(const Object& declaration, Type& type) {
  // which variant holds is not looked at: any value may be of such a type
  if (declaration.find("discriminator") != nullptr) {
    type.kind = Type::Kind::Any;
    return;
  }
  const Value* properties = declaration.find("properties");
  if (properties != nullptr && properties->is_object()) {
    for (const Object::Property& property : properties->as_object().properties()) {
      if (!property.value.is_object()) continue;
      type.properties.push_back({.name = property.name,
                                 .type = lower(property.value),
                                 .constraints = constraints(property.value.as_object())});
    }
  }
  const Value* additional = declaration.find("additionalProperties");
  if (additional != nullptr && additional->is_object()) type.additional = lower(*additional);
}

void ArmTypeLowering::read_array(const Object& declaration, Type& type) {
  const Value* tuple = declaration.find("prefixItems");
  if (tuple != nullptr && tuple->is_array()) {
    type.kind = Type::Kind::Tuple;
    for (const Value& item : tuple->as_array().members) {
      if (const TypeId id = lower(item); id != TypeId::kNone) type.members.push_back(id);
    }
    return;
  }
  const Value* items = declaration.find("items");
  if (items != nullptr && items->is_object()) {
    if (const TypeId id = lower(*items); id != TypeId::kNone) type.members.push_back(id);
  }
}

}  // namespace exr
