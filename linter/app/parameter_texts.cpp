#include "app/parameter_texts.h"

#include <fmt/format.h>

#include <optional>

#include "formats/json_reader.h"
#include "support/text.h"

namespace exr {

namespace {

constexpr std::size_t kMostAliases = 32;

Type::Kind kind_of_literal(const Template& owner, NodeId literal) {
  if (literal == NodeId::kNone) return Type::Kind::Any;
  switch (owner.tree.node(literal).kind) {
    case NodeKind::String:
      return Type::Kind::String;
    case NodeKind::Integer:
      return Type::Kind::Int;
    case NodeKind::Boolean:
      return Type::Kind::Bool;
    default:
      return Type::Kind::Any;
  }
}

const Type* find_declared_type(const Template& owner, std::string_view name) {
  for (const TypeDeclaration& declaration : owner.type_declarations) {
    if (declaration.name == name) return owner.find_type(declaration.type);
  }
  return nullptr;
}

// String, Int, Bool, Array or Object; Any where that cannot be said.
Type::Kind plain_kind(const Template& owner, const Type* type, std::size_t aliases = 0) {
  if (type == nullptr || aliases > kMostAliases) return Type::Kind::Any;
  switch (type->kind) {
    case Type::Kind::Tuple:
      return Type::Kind::Array;
    case Type::Kind::Literal:
      return kind_of_literal(owner, type->literal);
    case Type::Kind::Reference:
      return plain_kind(owner, find_declared_type(owner, type->name), aliases + 1);
    case Type::Kind::Union: {
      std::optional<Type::Kind> all;
      for (const TypeId member : type->members) {
        const Type::Kind kind = plain_kind(owner, owner.find_type(member), aliases + 1);
        if (all && *all != kind) return Type::Kind::Any;
        all = kind;
      }
      return all.value_or(Type::Kind::Any);
    }
    default:
      return type->kind;
  }
}

std::optional<Value> read_as(Type::Kind kind, const std::string& text, const Limits& limits) {
  if (kind == Type::Kind::String) return Value::string(text);
  const Result<Value> json = read_json_text(text, limits);
  if (kind == Type::Kind::Any) return json.ok() ? json.value() : Value::string(text);
  if (!json.ok()) return std::nullopt;
  const Value& value = json.value();
  const bool fits = (kind == Type::Kind::Int && value.is_int()) ||
                    (kind == Type::Kind::Bool && value.is_bool()) ||
                    (kind == Type::Kind::Array && value.is_array()) ||
                    (kind == Type::Kind::Object && value.is_object());
  return fits ? std::optional<Value>(value) : std::nullopt;
}

}  // namespace

const ParameterDeclaration* find_parameter(const Template& owner, std::string_view name) {
  for (const ParameterDeclaration& parameter : owner.parameters) {
    if (equal_ignoring_case(parameter.name, name)) return &parameter;
  }
  return nullptr;
}

Result<Value> read_parameter_text(const ParameterText& given, const Template& owner,
                                  const ParameterDeclaration& declaration, const Limits& limits) {
  const Type* type = owner.find_type(declaration.type);
  const Type::Kind kind = plain_kind(owner, type);
  if (auto value = read_as(kind, given.text, limits)) return std::move(*value);
  const bool is_json = kind == Type::Kind::Array || kind == Type::Kind::Object;
  return Failure{fmt::format("`--param {}`: the text is no `{}`{}", given.name,
                             type == nullptr ? "any" : type->text,
                             is_json ? ", which is written as JSON" : "")};
}

}  // namespace exr
