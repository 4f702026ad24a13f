#include "frontends/bicep/decorators.h"

#include <utility>
#include <vector>

#include "expression/functions/call.h"
#include "frontends/bicep/functions.h"
#include "support/text.h"

namespace exr {

namespace {

// One decorator taken apart: `@sys.allowed([...])` has name `allowed` and one argument.
struct Decorator {
  SyntaxNode name;
  std::vector<SyntaxNode> arguments;
};

Decorator parts_of(SyntaxNode node) {
  Decorator result;
  const SyntaxNode call = node.first_child();
  if (!call) return result;
  result.name = call.find(SyntaxField::Function);
  if (const SyntaxNode arguments = call.find(SyntaxField::Arguments)) {
    for (const SyntaxNode argument : arguments.children()) result.arguments.push_back(argument);
  }
  return result;
}

// Whether the decorator exists and has as many arguments as it takes.
bool is_sound(const Decorator& decorator, ExpressionLowering& expressions) {
  const std::string name(decorator.name.text());
  const auto signature = find_decorator(name);
  if (!signature) {
    std::string message = "there is no decorator `@" + name + "`";
    const std::string_view hint = closest(name, decorator_names());
    if (!hint.empty()) message += "; did you mean `@" + std::string(hint) + "`?";
    expressions.report(ProblemKind::UnknownFunction, std::move(message),
                       expressions.span(decorator.name));
    return false;
  }
  const std::size_t count = decorator.arguments.size();
  if (count >= signature->least && count <= signature->most) return true;
  std::string wanted = std::to_string(signature->least);
  if (signature->most != signature->least) wanted += " to " + std::to_string(signature->most);
  expressions.report(ProblemKind::WrongArgumentCount,
                     "`@" + name + "` takes " + (signature->most == 0 ? "no" : wanted) +
                         (signature->most == 1 ? " argument" : " arguments") + ", here it gets " +
                         std::to_string(count),
                     expressions.span(decorator.name));
  return false;
}

NodeId* find_slot(Constraints& constraints, std::string_view name) {
  if (name == "allowed") return &constraints.allowed;
  if (name == "minValue") return &constraints.min_value;
  if (name == "maxValue") return &constraints.max_value;
  if (name == "minLength") return &constraints.min_length;
  if (name == "maxLength") return &constraints.max_length;
  return nullptr;
}

void apply(const Decorator& decorator, Decorations& decorations, ExpressionLowering& expressions) {
  const std::string_view name = decorator.name.text();
  if (NodeId* slot = find_slot(decorations.constraints, name)) {
    *slot = expressions.lower(decorator.arguments.front());
  } else if (name == "validate") {
    decorations.constraints.validation = expressions.lower(decorator.arguments.front());
    if (decorator.arguments.size() > 1)
      decorations.constraints.validation_message = expressions.lower(decorator.arguments[1]);
  } else if (name == "secure") {
    decorations.constraints.secure = true;
  } else if (name == "sealed") {
    decorations.constraints.sealed = true;
  } else if (name == "export") {
    decorations.exported = true;
  } else if (name == "discriminator" && decorator.arguments.front().is(SyntaxKind::String)) {
    decorations.discriminator = expressions.plain_text(decorator.arguments.front());
  }
}

}  // namespace

Decorations read_decorators(SyntaxNode node, ExpressionLowering& expressions) {
  Decorations decorations;
  for (const SyntaxNode child : node.children()) {
    if (!child.is(SyntaxKind::Decorator) || child.has_error()) continue;
    const Decorator decorator = parts_of(child);
    if (decorator.name && is_sound(decorator, expressions))
      apply(decorator, decorations, expressions);
  }
  return decorations;
}

}  // namespace exr
