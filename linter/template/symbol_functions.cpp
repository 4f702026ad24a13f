#include "template/symbol_functions.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "expression/functions/arguments.h"
#include "support/text.h"
#include "template/declarations.h"
#include "template/deployed_index.h"
#include "template/deployment_functions.h"
#include "template/loops.h"
#include "template/modules.h"
#include "template/picked_rounds.h"
#include "template/resource_names.h"
#include "template/resources.h"
#include "template/text_builder.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

Value not_declared(Expansion& expansion, const HostCall& call, std::string_view noun) {
  const Value& name = call.arguments.front();
  if (name.is_unknown()) return unknown_call(call, UnknownReason::Undecided);
  expansion.report(
      ProblemKind::UnknownSymbol,
      "there is no " + std::string(noun) + " `" + message_text(name) + "` in this template",
      call.span);
  return unknown_call(call, UnknownReason::Invalid);
}

Value parameter(Expansion& expansion, TemplateInstance& names, const HostCall& call) {
  const Value& name = call.arguments.front();
  const auto index =
      name.is_string() ? names.symbols->find_parameter(name.as_string()) : std::nullopt;
  if (!index) return not_declared(expansion, call, "parameter");
  return parameter_value(expansion, names, *index, call.span).value;
}

Value variable(Expansion& expansion, TemplateInstance& names, const HostCall& call) {
  const Value& name = call.arguments.front();
  const auto index =
      name.is_string() ? names.symbols->find_variable(name.as_string()) : std::nullopt;
  if (!index) return not_declared(expansion, call, "variable");
  return variable_value(expansion, names, *index, call.span);
}

Value rounds_symbol_of(Expansion& expansion, TemplateInstance& instance, const Symbol& symbol,
                       Span use) {
  if (symbol.kind == Symbol::Kind::Module)
    return module_rounds(expansion, instance, symbol.index, use).symbol;
  return resource_rounds(expansion, instance, symbol.index, nullptr, use).symbol;
}

Value symbol(Expansion& expansion, TemplateInstance& instance, const HostCall& call) {
  const Value& name = call.arguments.front();
  const auto symbol =
      name.is_string() ? instance.symbols->find_deployed(name.as_string()) : std::nullopt;
  if (!symbol) return not_declared(expansion, call, "resource");
  return rounds_symbol_of(expansion, instance, *symbol, call.span);
}

// A nested deployment with outer scope names what stands around it too.
std::optional<ResourceHandle> find_around(Expansion& expansion, const CallSite& site,
                                          const Value& value, Span use) {
  for (TemplateInstance* one = &site.instance; one != nullptr; one = one->outer) {
    if (const auto found = find_deployed(expansion, *one, value, use)) return found;
  }
  return std::nullopt;
}

Value rounds_over(const HostCall& call) {
  const Value& whole = call.arguments.front();
  std::size_t count = 0;
  if (whole.is_object() && !whole.as_object().is_open())
    count = whole.as_object().size();
  else if (whole.is_string())
    count = whole.as_string().size();
  else
    return whole;
  Array numbers;
  for (std::size_t i = 0; i < count; ++i)
    numbers.add(Value::integer(static_cast<std::int64_t>(i), call.span));
  return Value::array(std::move(numbers));
}

std::optional<Value> round_at(Expansion& expansion, const HostCall& call) {
  const std::optional<ResourceHandle> round =
      find_picked_round(expansion, call.arguments.front(), call.arguments.back(), call.span);
  if (!round) return std::nullopt;
  return Value::resource(*round);
}

Value scope_of_text(Expansion& expansion, const CallSite& site, const HostCall& call) {
  const Value& scope = call.arguments.front();
  const std::string_view prefix = known_prefix(scope);
  if (scope.is_resource() || prefix.empty() || prefix.starts_with('/')) return scope;
  const bool is_short = scope.is_string() && prefix.find('/') == std::string_view::npos;
  if (is_short) {
    if (const auto found = find_around(expansion, site, scope, call.span))
      return Value::resource(*found);
  }
  const bool is_of_tenant = starts_with_ignoring_case(prefix, "Microsoft.Management/");
  TextBuilder id;
  if (!is_of_tenant) id.add(site.instance.scope);
  return id.add("/providers/").add(scope).text();
}

Value dependency(Expansion& expansion, const CallSite& site, const HostCall& call) {
  const Value& written = call.arguments.front();
  if (written.is_resource() || written.is_array()) return written;
  if (written.is_string()) {
    const auto symbol = site.instance.symbols->find_deployed(written.as_string());
    if (symbol) return rounds_symbol_of(expansion, site.instance, *symbol, call.span);
  }
  if (const auto found = find_around(expansion, site, written, call.span))
    return Value::resource(*found);
  return written.is_string() && written.as_string().starts_with('/') ? written : Value();
}

Value first_segments(const HostCall& call) {
  const Value& whole = call.arguments.front();
  const auto count = static_cast<std::size_t>(call.arguments.back().as_int());
  if (!whole.is_string() && !whole.is_unknown()) return unknown_call(call, UnknownReason::Invalid);
  const std::vector<Value> segments = name_segments(whole, count);
  TextBuilder text;
  for (std::size_t i = 0; i < segments.size() && i < count; ++i) {
    if (i > 0) text.add("/");
    text.add(segments[i]);
  }
  return text.text();
}

bool is_full(const HostCall& call) {
  return call.arguments.size() > 2 && call.arguments[2].is_string() &&
         equal_ignoring_case(call.arguments[2].as_string(), "full");
}

// What another template deploys is known to Azure alone; the API version does not change it. In the
// full form the properties are what the short one gives.
Value foreign_reference(Expansion& expansion, const HostCall& call) {
  const auto read = [&](std::span<const Value> arguments) {
    return *call_runtime_function(expansion, {.function = call.function,
                                              .arguments = arguments,
                                              .receiver = nullptr,
                                              .span = call.span});
  };
  const std::array<Value, 2> arguments = {call.arguments.front(), Value::string("full")};
  const Value properties = read(std::span(arguments).first(1));
  if (!is_full(call)) return properties;
  const Value whole = read(arguments);
  Object object;
  object.set("properties", properties);
  object.set_open(whole.as_unknown().text);
  object.set_missing(whole.as_unknown().text, whole.trail());
  return Value::object(std::move(object)).with_trail(whole.trail());
}

// `reference(id)` gives the properties, `reference(id, version, 'full')` all of it.
Value reference(Expansion& expansion, const CallSite& site, const HostCall& call) {
  const auto handle = find_around(expansion, site, call.arguments.front(), call.span);
  if (!handle) return foreign_reference(expansion, call);
  const Referent referent = expansion.referent(*handle);
  if (const auto* resource = std::get_if<ResourceInstance*>(&referent)) {
    if (is_full(call)) return Value::resource(*handle);
    return resource_property(expansion, **resource, "properties", call.span);
  }
  const auto* module = std::get_if<ModuleCall*>(&referent);
  if (module == nullptr) return foreign_reference(expansion, call);
  const auto part = is_full(call) ? DeploymentView::Part::Whole : DeploymentView::Part::Properties;
  return Value::resource(expansion.add_referent(DeploymentView{*module, part}));
}

Value secure_outputs(Expansion& expansion, const CallSite& site, const HostCall& call) {
  const auto handle = find_around(expansion, site, call.arguments.front(), call.span);
  if (handle) {
    const Referent referent = expansion.referent(*handle);
    if (const auto* module = std::get_if<ModuleCall*>(&referent))
      return Value::resource(expansion.outputs_of(**module));
  }
  return *call_runtime_function(expansion, call);
}

Value resource_info(Expansion& expansion, const CallSite& site, const HostCall& call) {
  const auto handle = find_around(expansion, site, call.arguments.front(), call.span);
  return handle ? Value::resource(*handle) : *call_runtime_function(expansion, call);
}

}  // namespace

std::optional<Value> call_symbol_function(Expansion& expansion, const CallSite& site,
                                          const HostCall& call) {
  if (call.arguments.empty()) return std::nullopt;
  const auto is = [&](std::string_view name) { return equal_ignoring_case(call.function, name); };
  if (is("parameters")) return parameter(expansion, site.names, call);
  if (is("variables")) return variable(expansion, site.names, call);
  if (is("symbol of")) return symbol(expansion, site.instance, call);
  if (is("rounds over")) return rounds_over(call);
  if (is("round at")) return round_at(expansion, call);
  if (is("first segments")) return first_segments(call);
  if (is("scope id")) return scope_of_text(expansion, site, call);
  if (is("dependency")) return dependency(expansion, site, call);
  if (is("reference")) return reference(expansion, site, call);
  if (is("listOutputsWithSecureValues")) return secure_outputs(expansion, site, call);
  if (is("resourceInfo")) return resource_info(expansion, site, call);
  return std::nullopt;
}

Value deployment_property(Expansion& expansion, const DeploymentView& view, std::string_view name,
                          Span use) {
  using enum DeploymentView::Part;
  const auto is = [&](std::string_view wanted) { return equal_ignoring_case(name, wanted); };
  if (view.part == Outputs) {
    Object output;
    output.set("value", module_output(expansion, *view.call, name, use));
    output.set_open(module_address(*view.call) + ".outputs." + std::string(name));
    return Value::object(std::move(output));
  }
  if (view.part == Whole && is("properties"))
    return Value::resource(expansion.add_referent(DeploymentView{view.call, Properties}));
  if (view.part == Properties && is("outputs")) {
    // what is not deployed has nothing to be read
    const Value condition = module_condition(expansion, *view.call);
    if (condition_truth(condition) == Truth::False) return {};
    return Value::resource(expansion.add_referent(DeploymentView{view.call, Outputs}));
  }
  return module_property(expansion, *view.call, name, use);
}

}  // namespace exr
