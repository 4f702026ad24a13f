#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "expression/tree.h"
#include "source/span.h"
#include "support/text.h"
#include "template/deployed_declarations.h"
#include "template/types.h"
#include "value/value.h"

namespace exr {

enum class TargetScope : std::uint8_t { ResourceGroup, Subscription, ManagementGroup, Tenant };

/// `param`.
struct ParameterDeclaration {
  std::string name;
  TypeId type = TypeId::kNone;
  NodeId default_value = NodeId::kNone;
  Constraints constraints;
  /// The name, and the whole statement.
  Span name_span;
  Span span;
};

/// `var`.
struct VariableDeclaration {
  std::string name;
  /// kNone where none is written; ARM JSON has none.
  TypeId type = TypeId::kNone;
  NodeId value = NodeId::kNone;
  bool exported = false;
  Span span;
};

/// The namespace in which the Bicep compiler puts a file's own functions
/// (src/Bicep.Core/Emit/EmitConstants.cs of Azure/bicep).
inline constexpr std::string_view kCompiledNamespace = "__bicep.";

/// One parameter of a function, which has no default.
struct FunctionParameter {
  std::string name;
  TypeId type = TypeId::kNone;
};

/// `func`.
struct FunctionDeclaration {
  /// Of ARM JSON with its namespace: `hub.peering_name`. Others import `__bicep.x` as `x`.
  std::string name;
  std::vector<FunctionParameter> parameters;
  /// Of what it gives.
  TypeId type = TypeId::kNone;
  NodeId body = NodeId::kNone;
  bool exported = false;
  Span span;
};

/// `output`.
struct OutputDeclaration {
  std::string name;
  TypeId type = TypeId::kNone;
  Constraints constraints;
  NodeId value = NodeId::kNone;
  /// It has a condition: null where that does not hold, whatever its type.
  bool is_conditional = false;
  Span name_span;
  Span span;
};

/// One imported name (`import { a as b } from`), or a namespace (`import * as n from`), for which
/// `exported` is empty.
struct ImportDeclaration {
  std::string name;
  std::string exported;
  /// kNone if it could not be read.
  TemplateId target = TemplateId::kNone;
  Span span;
};

/// `param name = value` of a parameter file.
struct ArgumentDeclaration {
  std::string name;
  NodeId value = NodeId::kNone;
  Span name_span;
  Span span;
};

/// One template or parameter file in lowered form: what Bicep and ARM JSON have in common. Nothing
/// in it is evaluated.
struct Template {
  std::string path;
  FileId file = FileId::kNone;
  TargetScope scope = TargetScope::ResourceGroup;
  /// What `deployment().properties.template.contentVersion` gives; Bicep always writes this one.
  std::string content_version = "1.0.0.0";
  ExpressionTree tree;
  std::vector<Type> types;
  std::vector<TypeDeclaration> type_declarations;
  std::vector<ParameterDeclaration> parameters;
  std::vector<VariableDeclaration> variables;
  std::vector<FunctionDeclaration> functions;
  std::vector<ResourceDeclaration> resources;
  std::vector<ModuleDeclaration> modules;
  std::vector<OutputDeclaration> outputs;
  std::vector<ImportDeclaration> imports;
  /// What calls give that read files while the template is read (`loadTextContent`), by the place
  /// of the call.
  std::map<Span, Value> loaded;
  /// The names of extensions (`extension kubernetes as k8s`), which can be used like a namespace.
  std::vector<std::string> extensions;
  /// What stands behind `with`: of extensions and of `using`. It changes no resource of Azure.
  std::vector<NodeId> configurations;

  /// Of a parameter file: the arguments, the template that they are for (kNone for `using none` or
  /// if unreadable), and the parameter file that it extends.
  bool is_parameter_file = false;
  std::vector<ArgumentDeclaration> arguments;
  TemplateId target = TemplateId::kNone;
  TemplateId extends = TemplateId::kNone;

  /// Of a nested deployment with outer scope: its expressions mean the parameters, variables and
  /// loops of the template around it.
  bool names_of_caller = false;

  /// Whether it is somebody else's: a module of a registry, which its user cannot change.
  bool third_party = false;

  /// Whether part of the file could not be read, so that there may be more in it than is here.
  bool partial = false;

  const Type* find_type(TypeId id) const {
    return id == TypeId::kNone ? nullptr : &types[static_cast<std::size_t>(id)];
  }
};

/// All templates of a run, each read once. References stay valid.
class TemplateLibrary {
 public:
  TemplateId add(Template lowered);
  const Template& at(TemplateId id) const { return templates_[static_cast<std::size_t>(id)]; }
  Template& at(TemplateId id) { return templates_[static_cast<std::size_t>(id)]; }
  std::optional<TemplateId> find(std::string_view path) const;
  std::size_t size() const { return templates_.size(); }

 private:
  std::deque<Template> templates_;
  std::unordered_map<std::string, TemplateId, HashText, std::equal_to<>> by_path_;
};

}  // namespace exr
