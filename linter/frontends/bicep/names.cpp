#include "frontends/bicep/names.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "expression/functions/call.h"
#include "frontends/bicep/functions.h"
#include "frontends/bicep/scope.h"

namespace exr {

namespace {

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string with_hint(std::string message, std::string_view hint) {
  if (!hint.empty()) message += "; did you mean " + quoted(hint) + "?";
  return message;
}

std::string wanted_count(std::size_t least, std::size_t most) {
  if (most == kAnyNumber) return std::to_string(least) + " or more arguments";
  if (least != most) return std::to_string(least) + " to " + std::to_string(most) + " arguments";
  if (least == 0) return "no arguments";
  return std::to_string(least) + (least == 1 ? " argument" : " arguments");
}

// A compiled file has its functions in a namespace.
std::string_view plain_name(std::string_view name) {
  if (name.starts_with(kCompiledNamespace)) name.remove_prefix(kCompiledNamespace.size());
  return name;
}

template <typename Declaration>
const Declaration* find_exported(const std::vector<Declaration>& all, std::string_view name) {
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Declaration& one) { return plain_name(one.name) == name; });
  return found != all.end() && found->exported ? &*found : nullptr;
}

class NameCheck {
 public:
  NameCheck(const Template& lowered, const TemplateLibrary& library, Declarations declarations,
            Problems& problems)
      : template_(lowered),
        tree_(lowered.tree),
        library_(library),
        declarations_(declarations),
        problems_(problems),
        scope_(lowered) {}

  void run() {
    for (const ParameterDeclaration& parameter : template_.parameters) {
      check_constraints(parameter.constraints);
      check(parameter.default_value);
    }
    for (const Type& type : template_.types) check_type(type);
    for (const TypeDeclaration& type : template_.type_declarations)
      check_constraints(type.constraints);
    for (const VariableDeclaration& variable : template_.variables) check(variable.value);
    for (const FunctionDeclaration& function : template_.functions) check_function(function);
    for (std::uint32_t i = 0; i < template_.resources.size(); ++i) check_resource(i);
    for (const ModuleDeclaration& module : template_.modules) check_module(module);
    for (const OutputDeclaration& output : template_.outputs) check(output.value);
    for (const ArgumentDeclaration& argument : template_.arguments) check(argument.value);
    for (const ImportDeclaration& import : template_.imports) check_import(import);
    for (const NodeId configuration : template_.configurations) check(configuration);
  }

 private:
  void report(ProblemKind kind, std::string message, Span span) {
    problems_.push_back({.kind = kind, .message = std::move(message), .span = span});
  }

  void check_constraints(const Constraints& constraints) {
    for (const NodeId id :
         {constraints.allowed, constraints.min_value, constraints.max_value, constraints.min_length,
          constraints.max_length, constraints.validation, constraints.validation_message}) {
      check(id);
    }
  }

  void check_type(const Type& type) {
    check(type.literal);
    if (type.kind == Type::Kind::Reference) check_type_name(type);
    check_constraints(type.constraints);
  }

  // Of `shared.sizes[*]` the name is `shared`.
  void check_type_name(const Type& type) {
    const std::string_view name =
        std::string_view(type.name).substr(0, type.name.find_first_of(".[<? "));
    if (scope_.declares(name) || declarations_ == Declarations::Holed) return;
    Span span = type.span;
    span.end = std::min(span.end, span.begin + static_cast<std::uint32_t>(name.size()));
    report(ProblemKind::UnknownSymbol,
           with_hint("there is no type " + quoted(name), scope_.closest_name(name)), span);
  }

  void check_function(const FunctionDeclaration& function) {
    for (const FunctionParameter& parameter : function.parameters) scope_.bind(parameter.name);
    check(function.body);
    scope_.unbind_to(0);
  }

  // The iterable is outside of the loop that it drives.
  void enter_loop(const std::optional<LoopHeader>& loop) {
    if (!loop) return;
    check(loop->iterable);
    if (!loop->item.empty()) scope_.bind(loop->item);
    if (!loop->index.empty()) scope_.bind(loop->index);
  }

  void bind_outer_loops(std::optional<std::uint32_t> resource) {
    for (; resource; resource = template_.resources[*resource].nested_in) {
      const auto& loop = template_.resources[*resource].loop;
      if (loop) {
        scope_.bind(loop->item);
        scope_.bind(loop->index);
      }
    }
  }

  void check_resource(std::uint32_t index) {
    const ResourceDeclaration& resource = template_.resources[index];
    bind_outer_loops(resource.nested_in);
    scope_.enter_resource(index);
    enter_loop(resource.loop);
    for (const NodeId id : {resource.condition, resource.name, resource.parent, resource.scope,
                            resource.depends_on, resource.body}) {
      check(id);
    }
    scope_.enter_resource(std::nullopt);
    scope_.unbind_to(0);
  }

  void check_module(const ModuleDeclaration& module) {
    enter_loop(module.loop);
    for (const NodeId id : {module.condition, module.name, module.scope, module.parameters,
                            module.extension_configs, module.depends_on}) {
      check(id);
    }
    scope_.unbind_to(0);
  }

  void check_import(const ImportDeclaration& import) {
    if (import.exported.empty() || import.target == TemplateId::kNone) return;
    const Template& target = library_.at(import.target);
    if (target.partial || find_exported(target.variables, import.exported) != nullptr ||
        find_exported(target.functions, import.exported) != nullptr ||
        find_exported(target.type_declarations, import.exported) != nullptr) {
      return;
    }
    report(ProblemKind::UnknownSymbol,
           quoted(import.exported) + " is not exported by " + quoted(target.path), import.span);
  }

  void check(NodeId id) {
    if (id == NodeId::kNone) return;
    const Node& node = tree_.node(id);
    const std::size_t depth = scope_.depth();
    switch (node.kind) {
      case NodeKind::Name:
        check_name(id);
        return;
      case NodeKind::Call:
        check_call(id);
        break;
      case NodeKind::MethodCall:
        check_method(id);
        break;
      case NodeKind::Nested:
        check_nested(id);
        break;
      case NodeKind::Loop:
        check(tree_.child(node, 0));
        scope_.bind(tree_.text(node.payload));
        if (node.second != kNoText) scope_.bind(tree_.text(node.second));
        check(tree_.child(node, 1));
        scope_.unbind_to(depth);
        return;
      case NodeKind::Lambda:
        for (std::uint32_t i = 0; i + 1 < node.child_count; ++i) {
          scope_.bind(tree_.text(tree_.node(tree_.child(node, i)).payload));
        }
        check(tree_.child(node, node.child_count - 1));
        scope_.unbind_to(depth);
        return;
      default:
        break;
    }
    for (std::uint32_t i = 0; i < node.child_count; ++i) check(tree_.child(node, i));
  }

  void check_name(NodeId id) {
    const std::string_view name = tree_.text(tree_.node(id).payload);
    if (scope_.declares(name) || declarations_ == Declarations::Holed) return;
    if (!told_.insert(name).second) return;
    report(ProblemKind::UnknownSymbol,
           with_hint(quoted(name) + " is not declared", scope_.closest_name(name)), tree_.span(id));
  }

  void check_call(NodeId id) {
    const Node& node = tree_.node(id);
    const std::string_view name = tree_.text(node.payload);
    if (const FunctionDeclaration* declared = scope_.find_function(name)) {
      check_count(id, node.child_count, declared->parameters.size(), declared->parameters.size());
    } else if (const ImportDeclaration* import = scope_.find_import(name)) {
      check_imported(id, *import, import->exported, node.child_count);
    } else if (const auto signature = find_bicep_function(name)) {
      check_count(id, node.child_count, signature->least, signature->most);
    } else if (declarations_ == Declarations::Complete) {
      report_unknown_function(id, name);
    }
  }

  void report_unknown_function(NodeId id, std::string_view name) {
    std::string message = "there is no function " + quoted(name);
    if (const char* spelling = find_operator_spelling(name)) {
      report(ProblemKind::UnknownFunction, message + " in Bicep, which writes " + spelling,
             name_span(id));
      return;
    }
    std::vector<std::string_view> names = bicep_function_names();
    for (const FunctionDeclaration& function : template_.functions) names.push_back(function.name);
    report(ProblemKind::UnknownFunction, with_hint(std::move(message), closest(name, names)),
           name_span(id));
  }

  // The name of a plain call is where the call begins.
  Span name_span(NodeId id) const {
    Span span = tree_.span(id);
    span.end = std::min<std::uint32_t>(
        span.end,
        span.begin + static_cast<std::uint32_t>(tree_.text(tree_.node(id).payload).size()));
    return span;
  }

  void check_count(NodeId id, std::size_t count, std::size_t least, std::size_t most) {
    if (count >= least && (count <= most || most == kAnyNumber)) return;
    report(ProblemKind::WrongArgumentCount,
           quoted(tree_.text(tree_.node(id).payload)) + " takes " + wanted_count(least, most) +
               ", here it gets " + std::to_string(count),
           tree_.span(id));
  }

  // The function `name` of the file that an import reads.
  void check_imported(NodeId id, const ImportDeclaration& import, std::string_view name,
                      std::size_t count) {
    if (import.target == TemplateId::kNone) return;
    const Template& target = library_.at(import.target);
    const FunctionDeclaration* function = find_exported(target.functions, name);
    if (function != nullptr) {
      check_count(id, count, function->parameters.size(), function->parameters.size());
    } else if (!target.partial && import.exported.empty()) {
      report(ProblemKind::UnknownFunction,
             quoted(target.path) + " exports no function " + quoted(name), tree_.span(id));
    }
  }

  // Methods of resources and of extensions are the run time's; those of a namespace of imports are
  // ours.
  void check_method(NodeId id) {
    const Node& node = tree_.node(id);
    const Node& receiver = tree_.node(tree_.child(node, 0));
    if (receiver.kind != NodeKind::Name) return;
    const ImportDeclaration* import = scope_.find_import(tree_.text(receiver.payload));
    if (import == nullptr || !import->exported.empty()) return;
    check_imported(id, *import, tree_.text(node.payload), node.child_count - 1);
  }

  std::optional<std::uint32_t> resource_of(NodeId id) const {
    const Node& node = tree_.node(id);
    if (node.kind == NodeKind::Name) return scope_.find_resource(tree_.text(node.payload));
    if (node.kind != NodeKind::Nested) return std::nullopt;
    const auto around = resource_of(tree_.child(node, 0));
    return around ? scope_.find_nested(*around, tree_.text(node.payload)) : std::nullopt;
  }

  void check_nested(NodeId id) {
    const Node& node = tree_.node(id);
    const auto around = resource_of(tree_.child(node, 0));
    const std::string_view name = tree_.text(node.payload);
    if (!around || scope_.find_nested(*around, name) || declarations_ == Declarations::Holed)
      return;
    report(ProblemKind::UnknownSymbol,
           quoted(template_.resources[*around].symbol) + " has no nested resource " + quoted(name),
           tree_.span(id));
  }

  const Template& template_;
  const ExpressionTree& tree_;
  const TemplateLibrary& library_;
  Declarations declarations_;
  Problems& problems_;
  Scope scope_;
  // the names that were told not to be declared; each is told at its first use
  std::unordered_set<std::string_view> told_;
};

}  // namespace

void check_names(const Template& lowered, const TemplateLibrary& library, Declarations declarations,
                 Problems& problems) {
  NameCheck(lowered, library, declarations, problems).run();
}

}  // namespace exr
