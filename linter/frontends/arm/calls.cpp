#include "frontends/arm/calls.h"

#include <algorithm>
#include <array>
#include <utility>

#include "expression/functions/table.h"
#include "frontends/arm/format_call.h"
#include "frontends/arm/value_lowering.h"
#include "support/text.h"
#include "template/deployment_function_names.h"

namespace exr {

namespace {

struct LogicFunction {
  std::string_view name;
  BinaryOperator operation;
};
// Functions that decide how many of their arguments are evaluated.
constexpr std::array kLogicFunctions = {LogicFunction{"and", BinaryOperator::And},
                                        LogicFunction{"or", BinaryOperator::Or},
                                        LogicFunction{"coalesce", BinaryOperator::Coalesce}};

// Functions whose first argument may be the symbolic name of a resource.
constexpr std::array<std::string_view, 3> kOfResources = {"reference", "references",
                                                          "resourceInfo"};

bool takes_resource(std::string_view function) {
  const auto is = [&](std::string_view name) { return equal_ignoring_case(function, name); };
  return std::any_of(kOfResources.begin(), kOfResources.end(), is) || is_list_function(function);
}

std::string unknown_name(std::string_view noun, std::string_view name, const ArmNameSet& declared) {
  std::vector<std::string_view> names(declared.begin(), declared.end());
  std::sort(names.begin(), names.end());
  const std::string_view hint = closest(name, names);
  std::string message =
      "there is no " + std::string(noun) + " `" + std::string(name) + "` in this template";
  if (!hint.empty()) message += "; did you mean `" + std::string(hint) + "`?";
  return message;
}

}  // namespace

void CallLowering::report(ProblemKind kind, std::string message, Span span) {
  site_.problems.push_back({.kind = kind, .message = std::move(message), .span = span, .path = {}});
}

NodeId CallLowering::add(NodeKind kind, const std::vector<NodeId>& children, Span span,
                         std::uint8_t flags) {
  return tree_.add({.kind = kind, .flags = flags, .begin = span.begin, .end = span.end}, children);
}

NodeId CallLowering::plain(std::string_view name, const ArmCall& call) {
  return tree_.add_call(name, call.arguments, call.span);
}

const std::string* CallLowering::literal(const ArmCall& call, std::size_t index) {
  if (index >= call.arguments.size()) return nullptr;
  const Node& node = tree_.node(call.arguments[index]);
  if (node.kind != NodeKind::String) return nullptr;
  literal_ = tree_.text(node.payload);
  return &literal_;
}

NodeId CallLowering::call(ArmCall call) {
  if (call.name.find('.') != std::string::npos) return user_function(call);
  for (const auto find :
       {&CallLowering::find_operator, &CallLowering::find_name, &CallLowering::find_literal}) {
    if (const NodeId node = (this->*find)(call); node != NodeId::kNone) return node;
  }
  if (takes_resource(call.name)) resolve_symbol(call);
  if (ends_with_ignoring_case(call.name, "resourceId")) join_segments(call);
  check_function(call);
  return plain(call.name, call);
}

NodeId CallLowering::find_operator(const ArmCall& call) {
  const auto is = [&](std::string_view name) { return equal_ignoring_case(call.name, name); };
  if (is("if")) return conditional(call);
  if (is("tryGet") && call.arguments.size() > 1) return safe_chain(call);
  for (const LogicFunction& logic : kLogicFunctions) {
    if (is(logic.name) && !call.arguments.empty()) return chain(logic.operation, call);
  }
  return NodeId::kNone;
}

NodeId CallLowering::find_name(const ArmCall& call) {
  const auto is = [&](std::string_view name) { return equal_ignoring_case(call.name, name); };
  if (is("parameters")) return parameter(call);
  if (is("variables")) return declared(call, "variable", site_.names.variables);
  if (is("copyIndex")) return copy_index(call);
  if (is("lambda") && !call.arguments.empty()) return lambda(call);
  if (is("externalInputs") && site_.external_inputs != nullptr) return external_input(call);
  if (!is("lambdaVariables")) return NodeId::kNone;
  const std::string* name = literal(call, 0);
  return name == nullptr ? tree_.add_error(call.span) : tree_.add_name(*name, call.span);
}

// `externalInputs('key')` of a parameter file, which its definitions explain: as Bicep writes it,
// `externalInput(kind, config)`.
NodeId CallLowering::external_input(const ArmCall& call) {
  const std::string* key = literal(call, 0);
  const Object* input = key == nullptr ? nullptr : find_object(*site_.external_inputs, *key);
  const Value* kind = input == nullptr ? nullptr : input->find("kind");
  if (kind == nullptr) return plain("externalInput", call);
  std::vector<NodeId> arguments = {lower_arm_value(*kind, site_)};
  if (const Value* config = input->find("config"))
    arguments.push_back(lower_arm_value(*config, site_));
  return tree_.add_call("externalInput", arguments, call.span);
}

NodeId CallLowering::find_literal(const ArmCall& call) {
  const auto is = [&](std::string_view name) { return equal_ignoring_case(call.name, name); };
  if (is("createArray")) return add(NodeKind::Array, call.arguments, call.span);
  if (is("createObject")) return object(call);
  if (is("format")) return lower_format_call(call, tree_);
  if (!call.arguments.empty()) return NodeId::kNone;
  if (is("true") || is("false")) return tree_.add_boolean(is("true"), call.span);
  return is("null") ? tree_.add_null(call.span) : NodeId::kNone;
}

NodeId CallLowering::chain(BinaryOperator operation, const ArmCall& call) {
  NodeId result = call.arguments.front();
  for (std::size_t i = 1; i < call.arguments.size(); ++i)
    result = tree_.add_binary(operation, result, call.arguments[i], call.span);
  return result;
}

NodeId CallLowering::conditional(const ArmCall& call) {
  if (call.arguments.size() != 3) {
    report(ProblemKind::WrongArgumentCount,
           "`if` takes 3 arguments, here it gets " + std::to_string(call.arguments.size()),
           call.name_span);
    return tree_.add_error(call.span);
  }
  return add(NodeKind::Conditional, call.arguments, call.span);
}

NodeId CallLowering::parameter(const ArmCall& call) {
  if (site_.function_parameters == nullptr)
    return declared(call, "parameter", site_.names.parameters);
  const std::string* name = literal(call, 0);
  if (name == nullptr) return tree_.add_error(call.span);
  for (const FunctionParameter& parameter : *site_.function_parameters) {
    if (equal_ignoring_case(parameter.name, *name))
      return tree_.add_name(parameter.name, call.span);
  }
  report(ProblemKind::UnknownSymbol, "the function has no parameter `" + *name + "`", call.span);
  return tree_.add_error(call.span);
}

// A name that is computed is looked up when it is known.
NodeId CallLowering::declared(const ArmCall& call, std::string_view noun, const ArmNameSet& names) {
  const std::string* name = literal(call, 0);
  if (name != nullptr && !names.contains(*name)) {
    report(ProblemKind::UnknownSymbol, unknown_name(noun, *name, names),
           tree_.span(call.arguments[0]));
    return tree_.add_error(call.span);
  }
  return plain(noun == "variable" ? "variables" : "parameters", call);
}

const CopyLoop* CallLowering::find_loop(const std::string* name) const {
  const auto& loops = site_.loops;
  const auto found = std::find_if(loops.rbegin(), loops.rend(), [&](const CopyLoop& loop) {
    return name == nullptr ? loop.kind == CopyLoop::Kind::Whole
                           : equal_ignoring_case(loop.name, *name);
  });
  if (found != loops.rend()) return &*found;
  return name == nullptr && !loops.empty() ? &loops.back() : nullptr;
}

NodeId CallLowering::copy_index(const ArmCall& call) {
  const std::string* name = literal(call, 0);
  const CopyLoop* loop = find_loop(name);
  if (loop == nullptr) {
    report(ProblemKind::UnknownSymbol,
           name == nullptr ? "`copyIndex` stands outside of a `copy`"
                           : "there is no `copy` with the name `" + *name + "` around this",
           call.span);
    return tree_.add_error(call.span);
  }
  const NodeId index = tree_.add_name(loop->index(), call.span);
  const std::size_t offset = name == nullptr ? 0 : 1;
  if (call.arguments.size() <= offset) return index;
  return tree_.add_binary(BinaryOperator::Add, index, call.arguments[offset], call.span);
}

NodeId CallLowering::lambda(const ArmCall& call) {
  std::vector<NodeId> children;
  for (std::size_t i = 0; i + 1 < call.arguments.size(); ++i) {
    const std::string* name = literal(call, i);
    if (name == nullptr) return tree_.add_error(call.span);
    children.push_back(tree_.add_name(*name, tree_.span(call.arguments[i])));
  }
  children.push_back(call.arguments.back());
  return add(NodeKind::Lambda, children, call.span);
}

// `tryGet(a, 'b', 0)` is `a.?b.?[0]`.
NodeId CallLowering::safe_chain(const ArmCall& call) {
  NodeId result = call.arguments.front();
  for (std::size_t i = 1; i < call.arguments.size(); ++i) {
    const std::string* name = literal(call, i);
    result = name != nullptr ? tree_.add_member(result, *name, true, call.span)
                             : add(NodeKind::Index, {result, call.arguments[i]}, call.span, kSafe);
  }
  return result;
}

NodeId CallLowering::object(const ArmCall& call) {
  if (call.arguments.size() % 2 != 0) return NodeId::kNone;
  std::vector<NodeId> properties;
  for (std::size_t i = 0; i < call.arguments.size(); i += 2) {
    NodeId key = call.arguments[i];
    const Span place = tree_.span(key);
    const NodeKind kind = tree_.node(key).kind;
    if (kind != NodeKind::String && kind != NodeKind::Interpolation)
      key = add(NodeKind::Interpolation, {key}, place);
    const Span span{place.file, place.begin, tree_.span(call.arguments[i + 1]).end};
    properties.push_back(add(NodeKind::Property, {key, call.arguments[i + 1]}, span));
  }
  return add(NodeKind::Object, properties, call.span);
}

NodeId CallLowering::user_function(const ArmCall& call) {
  const auto found = site_.names.functions.find(call.name);
  if (found != site_.names.functions.end()) return plain(*found, call);
  report(ProblemKind::UnknownFunction, unknown_name("function", call.name, site_.names.functions),
         call.name_span);
  return tree_.add_error(call.span);
}

void CallLowering::resolve_symbol(ArmCall& call) {
  const std::string* name = literal(call, 0);
  if (name == nullptr || !site_.names.symbols.contains(*name)) return;
  const Span span = tree_.span(call.arguments[0]);
  call.arguments[0] = tree_.add_call("symbol of", {call.arguments[0]}, span);
}

// How many arguments from `first` on are `split(X,'/')[0]`, `split(X,'/')[1]` and so on, of one X.
std::size_t CallLowering::segment_count(const ArmCall& call, std::size_t first) {
  std::size_t count = 0;
  std::string_view whole;
  for (std::size_t i = first; i < call.arguments.size(); ++i, ++count) {
    const Node& node = tree_.node(call.arguments[i]);
    if (node.kind != NodeKind::Index) break;
    const Node& split = tree_.node(tree_.child(node, 0));
    const Node& index = tree_.node(tree_.child(node, 1));
    const bool is_segment = split.kind == NodeKind::Call && split.child_count == 2 &&
                            equal_ignoring_case(tree_.text(split.payload), "split") &&
                            index.kind == NodeKind::Integer &&
                            tree_.integer(index) == static_cast<std::int64_t>(count);
    if (!is_segment) break;
    const Node& separator = tree_.node(tree_.child(split, 1));
    const std::string_view text = call.texts[i].substr(0, call.texts[i].rfind('['));
    if (separator.kind != NodeKind::String || tree_.text(separator.payload) != "/") break;
    if (count > 0 && text != whole) break;
    whole = text;
  }
  return count;
}

// A name that is cut at its slashes to be given piece by piece is given whole: what is not known of
// it does not get lost then.
void CallLowering::join_segments(ArmCall& call) {
  std::vector<NodeId> arguments;
  for (std::size_t i = 0; i < call.arguments.size();) {
    const std::size_t count = segment_count(call, i);
    if (count < 2) {
      arguments.push_back(call.arguments[i++]);
      continue;
    }
    const NodeId split = tree_.child(tree_.node(call.arguments[i]), 0);
    const NodeId whole = tree_.child(tree_.node(split), 0);
    const Span span = tree_.span(split);
    const NodeId number = tree_.add_integer_node(static_cast<std::int64_t>(count), span);
    arguments.push_back(tree_.add_call("first segments", {whole, number}, span));
    i += count;
  }
  call.arguments = std::move(arguments);
}

void CallLowering::check_function(const ArmCall& call) {
  if (find_deployment_function(call.name) != DeploymentFunction::None) return;
  const std::uint16_t index = find_function(call.name);
  if (index != kNoFunction && function_at(index).availability != Availability::Rules) return;
  report(ProblemKind::UnknownFunction, "there is no function `" + call.name + "`", call.name_span);
}

// What is read behind `tryGet(...)` must be there.
NodeId CallLowering::closed(NodeId whole) {
  const Node node = tree_.node(whole);
  const bool is_open_chain = node.kind == NodeKind::Member || node.kind == NodeKind::Index;
  if (!is_open_chain || !is_safe(node.flags)) return whole;
  return add(NodeKind::Group, {whole}, tree_.span(whole));
}

NodeId CallLowering::member(NodeId whole, std::string_view name, Span span) {
  return tree_.add_member(closed(whole), name, false, span);
}

NodeId CallLowering::element(NodeId whole, const std::string& text, NodeId index, Span span) {
  const Node& node = tree_.node(index);
  if (node.kind == NodeKind::Name) {
    for (const CopyLoop& loop : site_.loops) {
      if (tree_.text(node.payload) == loop.index() && !loop.counted.empty() && loop.counted == text)
        return tree_.add_name(loop.item(), span);
    }
  }
  return add(NodeKind::Index, {closed(whole), index}, span);
}

NodeId CallLowering::rounds_up_to(NodeId count) {
  const Span span = tree_.span(count);
  return tree_.add_call("range", {tree_.add_integer_node(0, span), count}, span);
}

NodeId CallLowering::rounds_over(NodeId whole, Span span) {
  return tree_.add_call("rounds over", {whole}, span);
}

}  // namespace exr
