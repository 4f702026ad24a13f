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
};

struct FieldName {
  std::string_view name;
  SyntaxField field;
};
constexpr std::array kFields = {
    FieldName{"alias", SyntaxField::Alias},
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
