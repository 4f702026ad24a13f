#include "frontends/bicep/file_kinds.h"

#include <array>
#include <string>

namespace exr {

namespace {

struct OneKindOnly {
  SyntaxKind statement;
  BicepFileKind file;
  const char* keyword;
};
// The statements that only one kind of file has.
constexpr std::array kOneKindOnly = {
    OneKindOnly{SyntaxKind::TargetScope, BicepFileKind::Template, "targetScope"},
    OneKindOnly{SyntaxKind::Metadata, BicepFileKind::Template, "metadata"},
    OneKindOnly{SyntaxKind::Function, BicepFileKind::Template, "func"},
    OneKindOnly{SyntaxKind::Resource, BicepFileKind::Template, "resource"},
    OneKindOnly{SyntaxKind::Module, BicepFileKind::Template, "module"},
    OneKindOnly{SyntaxKind::Output, BicepFileKind::Template, "output"},
    OneKindOnly{SyntaxKind::Assert, BicepFileKind::Template, "assert"},
    OneKindOnly{SyntaxKind::Test, BicepFileKind::Template, "test"},
    OneKindOnly{SyntaxKind::Using, BicepFileKind::ParameterFile, "using"},
    OneKindOnly{SyntaxKind::Extends, BicepFileKind::ParameterFile, "extends"},
    OneKindOnly{SyntaxKind::ExtensionConfig, BicepFileKind::ParameterFile, "extensionConfig"},
};

// A template declares parameters, with a type; a parameter file gives them values.
void check_parameter(BicepFileKind kind, SyntaxNode statement, ExpressionLowering& expressions) {
  const SyntaxNode name = statement.find(SyntaxField::Name);
  const SyntaxNode type = statement.find(SyntaxField::Type);
  if (!name || statement.has_error()) return;
  const std::string quoted = "`" + std::string(name.text()) + "`";
  if (kind == BicepFileKind::Template && !type) {
    expressions.report(ProblemKind::SyntaxError,
                       "parameter " + quoted + " has no type; it stands behind the name",
                       expressions.span(name));
  }
  if (kind == BicepFileKind::ParameterFile && type) {
    expressions.report(
        ProblemKind::SyntaxError,
        "the value of parameter " + quoted + " has a type, which only the template gives it",
        expressions.span(type));
  }
}

}  // namespace

bool belongs_in(BicepFileKind kind, SyntaxNode statement, ExpressionLowering& expressions) {
  if (statement.is(SyntaxKind::Parameter)) check_parameter(kind, statement, expressions);
  for (const OneKindOnly& entry : kOneKindOnly) {
    if (!statement.is(entry.statement) || kind == entry.file) continue;
    const char* file = kind == BicepFileKind::Template ? "a template" : "a parameter file";
    expressions.report(ProblemKind::SyntaxError,
                       "`" + std::string(entry.keyword) + "` does not stand in " + file,
                       expressions.span(statement));
    return false;
  }
  return true;
}

}  // namespace exr
