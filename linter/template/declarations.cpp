#include "template/declarations.h"

#include <memory>
#include <string>
#include <utility>

#include "template/parameter_types.h"
#include "template/parameter_values.h"
#include "value/trail.h"
#include "value/unknown.h"

namespace exr {

namespace {

// A secret is one wherever it goes.
Value secured(const Value& value) {
  if (is_secure(value.trail())) return value;
  Trail trail;
  trail.kind = Trail::Kind::Derived;
  trail.secure = true;
  trail.span = value.origin();
  if (value.trail() != nullptr) trail.from = {value.trail()};
  return value.with_trail(std::make_shared<const Trail>(std::move(trail)));
}

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
      check(argument->value, argument->name_span);
      result.value = through(argument->value, argument->given, result);
    } else if (declared_.default_value != NodeId::kNone) {
      check(result.default_value, declared_.name_span);
      result.value = through(result.default_value, Given::Default, result);
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
    if (!is_unused) return expansion_.evaluate(declared_.default_value, {instance_});
    const UndecidedBranch unused(expansion_.evaluation());
    return expansion_.evaluate(declared_.default_value, {instance_});
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

  void check(const Value& value, Span name) {
    const auto mismatch = find_mismatch(expansion_, value, type_);
    if (!mismatch) return;
    const bool is_secret = is_declared_secure(expansion_, type_);
    const std::string message = is_secret && mismatch->kind == ProblemKind::ConstraintViolation
                                    ? "is not what its declaration allows"
                                    : mismatch->message;
    Span place = place_inside(mismatch->part, value.origin());
    if (!place.valid()) place = name;
    expansion_.report(mismatch->kind,
                      "parameter `" + declared_.name + mismatch->path + "` " + message, place);
  }

  Expansion& expansion_;
  TemplateInstance& instance_;
  const ParameterDeclaration& declared_;
  DeclaredType type_;
};

}  // namespace

const ParameterValue& parameter_value(Expansion& expansion, TemplateInstance& instance,
                                      std::uint32_t index, Span use) {
  const ParameterDeclaration& declared = instance.lowered->parameters[index];
  ParameterValue in_a_cycle;
  in_a_cycle.value = Expansion::in_a_cycle(declared.name);
  return expansion.recall(instance.parameters[index], declared.name, use, std::move(in_a_cycle),
                          [&] { return ParameterEvaluation(expansion, instance, declared).run(); });
}

Value variable_value(Expansion& expansion, TemplateInstance& instance, std::uint32_t index,
                     Span use) {
  const VariableDeclaration& declared = instance.lowered->variables[index];
  return expansion.recall(instance.variables[index], declared.name, use,
                          [&] { return expansion.evaluate(declared.value, {instance}); });
}

Value output_value(Expansion& expansion, TemplateInstance& instance, std::uint32_t index,
                   Span use) {
  const OutputDeclaration& declared = instance.lowered->outputs[index];
  return expansion.recall(instance.outputs[index], declared.name, use, [&] {
    Value value = expansion.evaluate(declared.value, {instance});
    return is_output_secure(expansion, instance, index) ? secured(value) : value;
  });
}

bool is_output_secure(Expansion& expansion, const TemplateInstance& instance, std::uint32_t index) {
  const OutputDeclaration& declared = instance.lowered->outputs[index];
  return declared.secure ||
         is_declared_secure(expansion, {instance.lowered, declared.type, nullptr});
}

Value own_argument_value(Expansion& expansion, TemplateInstance& file, std::uint32_t index,
                         Span use) {
  const ArgumentDeclaration& declared = file.lowered->arguments[index];
  return expansion.recall(file.own_arguments[index], declared.name, use,
                          [&] { return expansion.evaluate(declared.value, {file}); });
}

}  // namespace exr
