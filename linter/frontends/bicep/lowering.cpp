#include "frontends/bicep/lowering.h"

#include <utility>

#include "frontends/bicep/file_kinds.h"
#include "support/text.h"
#include "syntax/bicep_nesting.h"
#include "syntax/bicep_node.h"
#include "syntax/bicep_syntax_errors.h"

namespace exr {

void StatementLowering::lower_file(SyntaxNode root) {
  hide_namespaces(root);
  for (const SyntaxNode statement : root.children()) lower_statement(statement);
}

// A declaration may be called `sys` or `az`, and then `sys.f()` is no function of the namespace.
void StatementLowering::hide_namespaces(SyntaxNode root) {
  for (const SyntaxNode statement : root.children()) {
    // `extension az` means the namespace
    const bool is_extension = statement.is(SyntaxKind::Extension);
    const SyntaxNode name = is_extension ? statement.find(SyntaxField::Alias) : name_of(statement);
    if (name && (name.text() == "sys" || name.text() == "az") &&
        !statement.is(SyntaxKind::Output)) {
      expressions_.hide(name.text());
    }
  }
}

void StatementLowering::lower_statement(SyntaxNode node) {
  const auto kind =
      template_.is_parameter_file ? BicepFileKind::ParameterFile : BicepFileKind::Template;
  if (!belongs_in(kind, node, expressions_)) {
    template_.partial = true;
    return;
  }
  switch (node.kind()) {
    case SyntaxKind::TargetScope:
      lower_target_scope(node);
      break;
    case SyntaxKind::Parameter:
      lower_parameter(node);
      break;
    case SyntaxKind::Variable:
      lower_variable(node);
      break;
    case SyntaxKind::Function:
      lower_function(node);
      break;
    case SyntaxKind::TypeDeclaration:
      lower_type(node);
      break;
    case SyntaxKind::Output:
      lower_output(node);
      break;
    case SyntaxKind::Resource:
      lower_resource(node, std::nullopt);
      break;
    case SyntaxKind::Module:
      lower_module(node);
      break;
    case SyntaxKind::Import:
      lower_import(node);
      break;
    case SyntaxKind::Extension:
      lower_extension(node);
      break;
    case SyntaxKind::ExtensionConfig:
      lower_configuration(node);
      break;
    case SyntaxKind::Using:
    case SyntaxKind::Extends:
      lower_using(node);
      break;
    default:
      break;
  }
}

Span StatementLowering::statement_span(SyntaxNode node) const {
  Span span = expressions_.span(node);
  for (const SyntaxNode child : node.children()) {
    // decorators stand before the statement's keyword
    if (child.is(SyntaxKind::Decorator)) span.begin = expressions_.span(child).end;
  }
  const std::string_view text = node.text().substr(span.begin - node.begin());
  const std::size_t blank = text.find_first_not_of(" \t\r\n");
  if (blank != std::string_view::npos) span.begin += static_cast<std::uint32_t>(blank);
  return span;
}

bool StatementLowering::declare_in(std::unordered_set<std::string_view>& names, SyntaxNode name) {
  if (!name || name.is_missing() || name.text().empty()) return false;
  if (names.insert(name.text()).second) return true;
  expressions_.report(
      ProblemKind::DuplicateSymbol,
      "`" + std::string(name.text()) + "` is declared already; this declaration is left out",
      expressions_.span(name));
  return false;
}

bool StatementLowering::declare(SyntaxNode name) { return declare_in(symbols_, name); }

void StatementLowering::add_reference(FileReference::Use use, SyntaxNode path, std::uint32_t first,
                                      std::uint32_t count) {
  if (!path || path.is_missing()) {
    template_.partial = true;
    return;
  }
  result_.references.push_back({.use = use,
                                .path = expressions_.plain_text(path),
                                .span = expressions_.span(path),
                                .first = first,
                                .count = count});
}

TypeId StatementLowering::declared_type(SyntaxNode type, const Decorations& decorations) {
  const TypeId id = types_.lower(type);
  if (id != TypeId::kNone && !decorations.discriminator.empty())
    template_.types[static_cast<std::size_t>(id)].discriminator = decorations.discriminator;
  return id;
}

void StatementLowering::lower_target_scope(SyntaxNode node) {
  struct ScopeName {
    std::string_view name;
    TargetScope scope;
  };
  static constexpr ScopeName kScopes[] = {{"resourceGroup", TargetScope::ResourceGroup},
                                          {"subscription", TargetScope::Subscription},
                                          {"managementGroup", TargetScope::ManagementGroup},
                                          {"tenant", TargetScope::Tenant}};
  const SyntaxNode value = node.find(SyntaxField::Value);
  if (!value.is(SyntaxKind::String)) return;
  const std::string text = expressions_.plain_text(value);
  for (const ScopeName& entry : kScopes) {
    if (entry.name == text) template_.scope = entry.scope;
  }
}

void StatementLowering::lower_parameter(SyntaxNode node) {
  const SyntaxNode name = name_of(node);
  const SyntaxNode value = node.find(SyntaxField::Value);
  if (!declare(name)) return;
  if (template_.is_parameter_file) {
    template_.arguments.push_back({.name = std::string(name.text()),
                                   .value = expressions_.lower(value),
                                   .name_span = expressions_.span(name),
                                   .span = statement_span(node)});
    return;
  }
  ParameterDeclaration parameter;
  parameter.name = name.text();
  const Decorations decorations = read_decorators(node, expressions_);
  parameter.constraints = decorations.constraints;
  parameter.type = declared_type(node.find(SyntaxField::Type), decorations);
  if (value) parameter.default_value = expressions_.lower(value);
  parameter.name_span = expressions_.span(name);
  parameter.span = statement_span(node);
  template_.parameters.push_back(std::move(parameter));
}

void StatementLowering::lower_variable(SyntaxNode node) {
  const SyntaxNode name = name_of(node);
  if (!declare(name)) return;
  const Decorations decorations = read_decorators(node, expressions_);
  template_.variables.push_back({.name = std::string(name.text()),
                                 .type = types_.lower(node.find(SyntaxField::Type)),
                                 .value = expressions_.lower(node.find(SyntaxField::Value)),
                                 .exported = decorations.exported,
                                 .span = statement_span(node)});
}

void StatementLowering::lower_function(SyntaxNode node) {
  const SyntaxNode name = name_of(node);
  if (!declare(name)) return;
  FunctionDeclaration function;
  function.name = name.text();
  function.exported = read_decorators(node, expressions_).exported;
  for (const SyntaxNode child : node.children()) {
    if (!child.is(SyntaxKind::FunctionParameter)) continue;
    const SyntaxNode parameter = name_of(child);
    if (!parameter) continue;
    function.parameters.push_back({.name = std::string(parameter.text()),
                                   .type = types_.lower(child.find(SyntaxField::Type))});
  }
  function.type = types_.lower(node.find(SyntaxField::Type));
  function.body = expressions_.lower(node.find(SyntaxField::Body));
  function.span = statement_span(node);
  template_.functions.push_back(std::move(function));
}

void StatementLowering::lower_type(SyntaxNode node) {
  const SyntaxNode name = name_of(node);
  if (!declare(name)) return;
  const Decorations decorations = read_decorators(node, expressions_);
  template_.type_declarations.push_back(
      {.name = std::string(name.text()),
       .type = declared_type(node.find(SyntaxField::Value), decorations),
       .constraints = decorations.constraints,
       .exported = decorations.exported,
       .span = statement_span(node)});
}

void StatementLowering::lower_output(SyntaxNode node) {
  const SyntaxNode name = name_of(node);
  if (!declare_in(outputs_, name)) return;
  const Decorations decorations = read_decorators(node, expressions_);
  template_.outputs.push_back({.name = std::string(name.text()),
                               .type = declared_type(node.find(SyntaxField::Type), decorations),
                               .constraints = decorations.constraints,
                               .value = expressions_.lower(node.find(SyntaxField::Value)),
                               .name_span = expressions_.span(name),
                               .span = statement_span(node)});
}

LoweredFile lower_bicep(const BicepSource& source, const Limits& limits, Problems& problems) {
  LoweredFile result;
  Template& lowered = result.lowered;
  lowered.path = source.path;
  lowered.file = source.file;
  lowered.tree = ExpressionTree(source.file);
  lowered.tree.reserve_for(source.text.size());
  lowered.is_parameter_file = source.kind == BicepFileKind::ParameterFile;
  if (const auto deep = find_too_deep(source.text, limits.nesting)) {
    problems.push_back({.kind = ProblemKind::LimitExceeded,
                        .message = nesting_message(limits),
                        .span = {source.file, *deep, *deep + 1}});
    lowered.partial = true;
    return result;
  }
  const SyntaxTree syntax = SyntaxTree::parse(source.text);
  if (syntax.has_error()) {
    report_syntax_errors(syntax, source.file, problems);
    result.has_syntax_errors = true;
    lowered.partial = true;
  }
  StatementLowering(result, limits, problems).lower_file(syntax.root());
  lowered.tree.close();
  return result;
}

}  // namespace exr
