#include "frontends/arm/type_lowering.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "support/text.h"

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

// `#/definitions/link/properties/sites/items` in the spelling of Type::name: `link.sites[*]`. Empty
// if it leads elsewhere.
std::string name_of_reference(std::string_view reference) {
  constexpr std::string_view kDefinitions = "#/definitions/";
  if (!reference.starts_with(kDefinitions)) return {};
  const std::vector<std::string_view> words = split(reference.substr(kDefinitions.size()), '/');
  const auto plain = [](std::string_view word) {
    return replace_all(replace_all(word, "~1", "/"), "~0", "~");
  };
  std::string name = plain(words.front());
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool takes_word = words[i] == "properties" || words[i] == "prefixItems";
    if (takes_word && i + 1 == words.size()) return {};
    if (words[i] == "properties")
      name += "." + plain(words[++i]);
    else if (words[i] == "prefixItems")
      name += "[" + plain(words[++i]) + "]";
    else if (words[i] == "items")
      name += "[*]";
    else if (words[i] == "additionalProperties")
      name += ".*";
    else
      return {};
  }
  return name;
}

}  // namespace

TypeId ArmTypeLowering::lower(const Value& declaration) {
  if (!declaration.is_object()) return TypeId::kNone;
  Type type = read(declaration.as_object());
  type.span = declaration.origin();
  types_.push_back(std::move(type));
  return static_cast<TypeId>(types_.size() - 1);
}

TypeId ArmTypeLowering::lower_part(const Value& declaration) {
  const TypeId id = lower(declaration);
  if (id != TypeId::kNone)
    types_[static_cast<std::size_t>(id)].constraints = constraints(declaration.as_object());
  return id;
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
  if (const std::string reference = plain_text_of(declaration, "$ref"); !reference.empty()) {
    type.name = name_of_reference(reference);
    type.text = type.name;
    if (!type.name.empty()) type.kind = Type::Kind::Reference;
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
  if (const Object* discriminator = find_object(declaration, "discriminator")) {
    read_discriminated(*discriminator, type);
    return;
  }
  const Value* properties = declaration.find("properties");
  if (properties != nullptr && properties->is_object()) {
    for (const Object::Property& property : properties->as_object().properties()) {
      if (!property.value.is_object()) continue;
      type.properties.push_back({.name = property.name, .type = lower_part(property.value)});
    }
  }
  const Value* additional = declaration.find("additionalProperties");
  if (additional != nullptr && additional->is_object()) type.additional = lower_part(*additional);
}

// `{ "propertyName": "kind", "mapping": { "azure": { "$ref": ... } } }`
void ArmTypeLowering::read_discriminated(const Object& discriminator, Type& type) {
  type.discriminator = plain_text_of(discriminator, "propertyName");
  const Object* mapping = find_object(discriminator, "mapping");
  type.kind =
      mapping == nullptr || type.discriminator.empty() ? Type::Kind::Any : Type::Kind::Union;
  if (type.kind == Type::Kind::Any) return;
  for (const Object::Property& variant : mapping->properties()) {
    if (const TypeId id = lower_part(variant.value); id != TypeId::kNone)
      type.members.push_back(id);
  }
}

void ArmTypeLowering::read_array(const Object& declaration, Type& type) {
  const Value* tuple = declaration.find("prefixItems");
  const Value* items = declaration.find("items");
  if (tuple != nullptr && tuple->is_array()) {
    type.kind = Type::Kind::Tuple;
    type.open = items == nullptr || !items->is_bool() || items->as_bool();
    for (const Value& item : tuple->as_array().members) {
      if (const TypeId id = lower_part(item); id != TypeId::kNone) type.members.push_back(id);
    }
    return;
  }
  if (items != nullptr && items->is_object()) type.members.push_back(lower_part(*items));
}

}  // namespace exr
