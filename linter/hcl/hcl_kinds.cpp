#include "hcl/hcl_kinds.h"

#include <array>

namespace exr {

namespace {

struct KindName {
  std::string_view name;
  HclKind kind;
};
// One line a named node of grammars/hcl/grammar.js.
constexpr std::array kKinds = {
    KindName{"unexpected", HclKind::Unexpected},
    KindName{"source_file", HclKind::SourceFile},
    KindName{"attribute", HclKind::Attribute},
    KindName{"block", HclKind::Block},
    KindName{"conditional", HclKind::Conditional},
    KindName{"binary", HclKind::Binary},
    KindName{"unary", HclKind::Unary},
    KindName{"identifier", HclKind::Identifier},
    KindName{"number", HclKind::Number},
    KindName{"integer", HclKind::Integer},
    KindName{"boolean", HclKind::Boolean},
    KindName{"null", HclKind::Null},
    KindName{"string", HclKind::String},
    KindName{"heredoc", HclKind::Heredoc},
    KindName{"text", HclKind::Text},
    KindName{"interpolation", HclKind::Interpolation},
    KindName{"directive", HclKind::Directive},
    KindName{"tuple", HclKind::Tuple},
    KindName{"object", HclKind::Object},
    KindName{"element", HclKind::Element},
    KindName{"for_tuple", HclKind::ForTuple},
    KindName{"for_object", HclKind::ForObject},
    KindName{"grouping", HclKind::Grouping},
    KindName{"if", HclKind::If},
    KindName{"parenthesized", HclKind::Parenthesized},
    KindName{"call", HclKind::Call},
    KindName{"arguments", HclKind::Arguments},
    KindName{"expansion", HclKind::Expansion},
    KindName{"member", HclKind::Member},
    KindName{"index", HclKind::Index},
    KindName{"legacy_index", HclKind::LegacyIndex},
    KindName{"attribute_splat", HclKind::AttributeSplat},
    KindName{"full_splat", HclKind::FullSplat},
};

struct FieldName {
  std::string_view name;
  HclField field;
};
constexpr std::array kFields = {
    FieldName{"alternative", HclField::Alternative},
    FieldName{"arguments", HclField::Arguments},
    FieldName{"condition", HclField::Condition},
    FieldName{"consequence", HclField::Consequence},
    FieldName{"function", HclField::Function},
    FieldName{"index", HclField::Index},
    FieldName{"item", HclField::Item},
    FieldName{"iterable", HclField::Iterable},
    FieldName{"key", HclField::Key},
    FieldName{"label", HclField::Label},
    FieldName{"left", HclField::Left},
    FieldName{"name", HclField::Name},
    FieldName{"object", HclField::Object},
    FieldName{"operand", HclField::Operand},
    FieldName{"operator", HclField::Operator},
    FieldName{"right", HclField::Right},
    FieldName{"type", HclField::Type},
    FieldName{"value", HclField::Value},
};

}  // namespace

HclKind hcl_kind_of(std::string_view name, bool named) {
  if (!named) return HclKind::Other;
  for (const KindName& entry : kKinds) {
    if (entry.name == name) return entry.kind;
  }
  return HclKind::Other;
}

HclField hcl_field_of(std::string_view name) {
  for (const FieldName& entry : kFields) {
    if (entry.name == name) return entry.field;
  }
  return HclField::None;
}

}  // namespace exr
