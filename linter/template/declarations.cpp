#include "template/declarations.h"

#include <optional>
#include <string>
#include <utility>

#include "template/declared_values.h"
#include "template/parameter_types.h"
#include "template/parameter_values.h"
#include "template/secret_parts.h"
#include "value/unknown.h"

namespace exr {

namespace {

// Computes the value of one parameter of one instance.
class ParameterEvaluation {
 public:
  ParameterEvaluation(Expansion& expansion, TemplateInstance& instance,
                      const ParameterDeclaration& declared)
      : expansion_(expansion),
        instance_(instance),
        declared_(declared),
        type_{instance.lowered, declared.type, &declared.constraints} {}

  ParameterValue run() {
    ParameterValue result;
    result.secure = is_declared_secure(expansion_, type_);
    const Argument* argument = find_argument();
    result.default_value = default_value(argument != nullptr);
    if (argument != nullptr) {
      const Value value = with_secrets(expansion_, argument->value, type_);
      result.value = through(checked(value, argument->name_span), argument->given, result);
    } else if (declared_.default_value != NodeId::kNone) {
      const Value value = checked(result.default_value, declared_.name_span);
      result.value = through(value, Given::Default, result);
    } else {
      result.value = through(nothing_given(), Given::Nothing, result);
    }
    return result;
  }

 private:
  // Null means: take the default.
  const Argument* find_argument() const {
    const auto found = instance_.arguments.find(declared_.name);
    if (found == instance_.arguments.end()) return nullptr;
    const bool is_left_to_default =
        found->second.value.is_null() && declared_.default_value != NodeId::kNone;
    return is_left_to_default ? nullptr : &found->second;
  }

  // A default that is not taken fails for nobody.
  Value default_value(bool is_unused) {
    if (declared_.default_value == NodeId::kNone) return {};
    std::optional<UndecidedBranch> unused;
    if (is_unused) unused.emplace(expansion_.evaluation());
    return with_secrets(expansion_, expansion_.evaluate(declared_.default_value, {instance_}),
                        type_);
  }

  bool is_nullable() const {
    return resolve_type(expansion_, *instance_.lowered, declared_.type).nullable;
  }

  Value nothing_given() {
    if (instance_.arguments_are_open) {
      return Value::unknown(make_unknown(UnknownReason::Undecided,
                                         "param:" + instance_.qualified(declared_.name, '.')));
    }
    if (is_nullable()) return {};
    if (!instance_.is_root() && instance_.call.valid()) {
      expansion_.report(ProblemKind::MissingArgument,
                        "parameter `" + declared_.name + "` of `" + instance_.lowered->path +
                            "` gets no argument, and has no default",
                        instance_.call);
    }
    return parameter_without_value(expansion_, instance_, declared_);
  }

  Value through(const Value& value, Given given, const ParameterValue& result) {
    const Type* type = instance_.lowered->find_type(declared_.type);
    const ParameterStep step{.name = declared_.name,
                             .type = type == nullptr ? std::string_view() : type->text,
                             .given = given,
                             .secure = result.secure,
                             .place = value.origin(),
                             .default_value = result.default_value};
    return passed_through(value, step);
  }

  Value checked(const Value& value, Span name) {
    return checked_value(expansion_, value,
                         {.type = type_,
                          .noun = "parameter",
                          .name = declared_.name,
                          .text = "param:" + instance_.qualified(declared_.name, '.'),
                          .place = name});
  }

  Expansion& expansion_;
  TemplateInstance& instance_;
  const ParameterDeclaration& declared_;
  DeclaredType type_;
};

DeclaredType type_of(const OutputDeclaration& declared, const TemplateInstance& instance) {
  return {.home = instance.lowered, .type = declared.type, .constraints = &declared.constraints};
}

// What a condition leaves out is of no type, and nobody asks what a module gives that may not be
// deployed.
bool is_certain_output(const OutputDeclaration& declared, const TemplateInstance& instance,
                       const Value& value) {
  return instance.deployed == Truth::True && !(declared.is_conditional && value.is_null());
}

}  // namespace

const ParameterValue& parameter_value(Expansion& expansion, TemplateInstance& instance,
                                      std::uint32_t index, Span use) {
  const ParameterDeclaration& declared = instance.lowered->parameters[index];
  const auto in_a_cycle = [&] {
    ParameterValue parameter;
    parameter.value = Expansion::in_a_cycle(declared.name);
    return parameter;
  };
  return expansion.recall(instance.parameters[index], declared.name, use, in_a_cycle,
                          [&] { return ParameterEvaluation(expansion, instance, declared).run(); });
}

Value variable_value(Expansion& expansion, TemplateInstance& instance, std::uint32_t index,
                     Span use) {
  const VariableDeclaration& declared = instance.lowered->variables[index];
  return expansion.recall(instance.variables[index], declared.name, use, [&] {
    const Value value = expansion.evaluate(declared.value, {instance});
    if (declared.type == TypeId::kNone) return value;
    const DeclaredType type{.home = instance.lowered, .type = declared.type};
    return checked_value(expansion, with_secrets(expansion, value, type),
                         {.type = type,
                          .noun = "variable",
                          .name = declared.name,
                          .text = "var:" + instance.qualified(declared.name, '.'),
                          .place = declared.span});
  });
}

Value output_value(Expansion& expansion, TemplateInstance& instance, std::uint32_t index,
                   Span use) {
  const OutputDeclaration& declared = instance.lowered->outputs[index];
  return expansion.recall(instance.outputs[index], declared.name, use, [&] {
    const DeclaredType type = type_of(declared, instance);
    const Value value =
        with_secrets(expansion, expansion.evaluate(declared.value, {instance}), type);
    if (!is_certain_output(declared, instance, value)) return value;
    return checked_value(expansion, value,
                         {.type = type,
                          .noun = "output",
                          .name = declared.name,
                          .text = "output:" + instance.qualified(declared.name, '.'),
                          .place = declared.name_span});
  });
}

bool is_output_secure(Expansion& expansion, const TemplateInstance& instance, std::uint32_t index) {
  return is_declared_secure(expansion, type_of(instance.lowered->outputs[index], instance));
}

Value own_argument_value(Expansion& expansion, TemplateInstance& file, std::uint32_t index,
                         Span use) {
  const ArgumentDeclaration& declared = file.lowered->arguments[index];
  return expansion.recall(file.own_arguments[index], declared.name, use,
                          [&] { return expansion.evaluate(declared.value, {file}); });
}

}  // namespace exr
