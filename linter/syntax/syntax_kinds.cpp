#include "syntax/syntax_kinds.h"

#include <array>

namespace exr {

namespace {

struct KindName {
  std::string_view name;
  SyntaxKind kind;
};
// One line a named node of grammars/bicep/grammar.js.
constexpr std::array kKinds = {
    KindName{"comment", SyntaxKind::Comment},
    KindName{"source_file", SyntaxKind::SourceFile},
    KindName{"decorator", SyntaxKind::Decorator},
    KindName{"target_scope", SyntaxKind::TargetScope},
    KindName{"metadata", SyntaxKind::Metadata},
    KindName{"parameter", SyntaxKind::Parameter},
    KindName{"variable", SyntaxKind::Variable},
    KindName{"type_declaration", SyntaxKind::TypeDeclaration},
    KindName{"function", SyntaxKind::Function},
    KindName{"function_parameter", SyntaxKind::FunctionParameter},
    KindName{"resource", SyntaxKind::Resource},
    KindName{"module", SyntaxKind::Module},
    KindName{"output", SyntaxKind::Output},
    KindName{"import", SyntaxKind::Import},
    KindName{"import_item", SyntaxKind::ImportItem},
    KindName{"import_all", SyntaxKind::ImportAll},
    KindName{"extension", SyntaxKind::Extension},
    KindName{"assert", SyntaxKind::Assert},
    KindName{"test", SyntaxKind::Test},
    KindName{"using", SyntaxKind::Using},
    KindName{"extends", SyntaxKind::Extends},
    KindName{"extension_config", SyntaxKind::ExtensionConfig},
    KindName{"identifier", SyntaxKind::Identifier},
    KindName{"integer", SyntaxKind::Integer},
    KindName{"boolean", SyntaxKind::Boolean},
    KindName{"null", SyntaxKind::Null},
    KindName{"string", SyntaxKind::String},
    KindName{"multiline_string", SyntaxKind::MultilineString},
    KindName{"interpolation", SyntaxKind::Interpolation},
    KindName{"array", SyntaxKind::Array},
    KindName{"object", SyntaxKind::Object},
    KindName{"property", SyntaxKind::Property},
    KindName{"spread", SyntaxKind::Spread},
    KindName{"parenthesized", SyntaxKind::Parenthesized},
    KindName{"non_null", SyntaxKind::NonNull},
    KindName{"member", SyntaxKind::Member},
    KindName{"index", SyntaxKind::Index},
    KindName{"nested", SyntaxKind::Nested},
    KindName{"call", SyntaxKind::Call},
    KindName{"method_call", SyntaxKind::MethodCall},
    KindName{"arguments", SyntaxKind::Arguments},
    KindName{"unary", SyntaxKind::Unary},
    KindName{"binary", SyntaxKind::Binary},
    KindName{"conditional", SyntaxKind::Conditional},
    KindName{"for", SyntaxKind::For},
    KindName{"if", SyntaxKind::If},
    KindName{"lambda", SyntaxKind::Lambda},
    KindName{"nullable_type", SyntaxKind::NullableType},
    KindName{"non_null_type", SyntaxKind::NonNullType},
    KindName{"parenthesized_type", SyntaxKind::ParenthesizedType},
    KindName{"array_type", SyntaxKind::ArrayType},
    KindName{"union_type", SyntaxKind::UnionType},
    KindName{"tuple_type", SyntaxKind::TupleType},
    KindName{"tuple_item", SyntaxKind::TupleItem},
    KindName{"object_type", SyntaxKind::ObjectType},
    KindName{"type_property", SyntaxKind::TypeProperty},
    KindName{"additional_properties", SyntaxKind::AdditionalProperties},
    KindName{"member_type", SyntaxKind::MemberType},
    KindName{"resource_type", SyntaxKind::ResourceType},
};

struct FieldName {
  std::string_view name;
  SyntaxField field;
};
constexpr std::array kFields = {
    FieldName{"alias", SyntaxField::Alias},
    FieldName{"alternative", SyntaxField::Alternative},
    FieldName{"arguments", SyntaxField::Arguments},
    FieldName{"body", SyntaxField::Body},
    FieldName{"condition", SyntaxField::Condition},
    FieldName{"consequence", SyntaxField::Consequence},
    FieldName{"existing", SyntaxField::Existing},
    FieldName{"from_end", SyntaxField::FromEnd},
    FieldName{"function", SyntaxField::Function},
    FieldName{"index", SyntaxField::Index},
    FieldName{"item", SyntaxField::Item},
    FieldName{"iterable", SyntaxField::Iterable},
    FieldName{"key", SyntaxField::Key},
    FieldName{"left", SyntaxField::Left},
    FieldName{"name", SyntaxField::Name},
    FieldName{"object", SyntaxField::Object},
    FieldName{"operand", SyntaxField::Operand},
    FieldName{"operator", SyntaxField::Operator},
    FieldName{"parameter", SyntaxField::Parameter},
    FieldName{"path", SyntaxField::Path},
    FieldName{"right", SyntaxField::Right},
    FieldName{"safe", SyntaxField::Safe},
    FieldName{"type", SyntaxField::Type},
    FieldName{"value", SyntaxField::Value},
};

}  // namespace

SyntaxKind syntax_kind_of(std::string_view name, bool named) {
  if (!named) return SyntaxKind::Other;
  for (const KindName& entry : kKinds) {
    if (entry.name == name) return entry.kind;
  }
  return SyntaxKind::Other;
}

SyntaxField syntax_field_of(std::string_view name) {
  for (const FieldName& entry : kFields) {
    if (entry.name == name) return entry.field;
  }
  return SyntaxField::None;
}

}  // namespace exr
