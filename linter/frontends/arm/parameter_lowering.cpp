#include "frontends/arm/parameter_lowering.h"

#include <string>
#include <utility>
#include <vector>

#include "frontends/arm/secret_reference.h"
#include "frontends/arm/value_lowering.h"
#include "support/text.h"

namespace exr {

namespace {

class ParameterLowering {
 public:
  ParameterLowering(const ArmSource& source, Template& result)
      : source_(source),
        result_(result),
        site_{.tree = result.tree,
              .file_text = source.text,
              .names = names_,
              .limits = source.limits,
              .problems = source.problems,
              .loops = {}} {}

  void lower(const Value& document) {
    if (!document.is_object()) return report(document.origin(), "a parameter file is an object");
    const Object* parameters = &document.as_object();
    if (const Value* wrapped = parameters->find("parameters")) {
      site_.external_inputs = find_object(document.as_object(), "externalInputDefinitions");
      if (!wrapped->is_object())
        return report(wrapped->origin(), "`parameters` of a parameter file is an object");
      parameters = &wrapped->as_object();
    }
    for (const Object::Property& property : parameters->properties()) {
      // a document without parameters still has these
      if (property.name != "$schema" && property.name != "contentVersion") lower(property);
    }
  }

 private:
  void report(Span place, std::string message) {
    source_.problems.push_back({.kind = ProblemKind::SyntaxError,
                                .message = std::move(message),
                                .span = place,
                                .path = {}});
  }

  void lower(const Object::Property& property) {
    NodeId value = NodeId::kNone;
    if (property.value.is_object()) value = lower_entry(property.value.as_object());
    if (value == NodeId::kNone) {
      return report(property.name_span, "parameter `" + property.name +
                                            "` has neither `value` nor `reference` nor "
                                            "`expression`");
    }
    const Span span{property.name_span.file, property.name_span.begin, property.value.origin().end};
    result_.arguments.push_back(
        {.name = property.name, .value = value, .name_span = property.name_span, .span = span});
  }

  NodeId lower_entry(const Object& entry) {
    if (const Value* value = entry.find("value")) {
      site_.are_texts_plain = true;
      const NodeId node = lower_arm_value(*value, site_);
      site_.are_texts_plain = false;
      return node;
    }
    if (const Value* expression = entry.find("expression"))
      return lower_arm_value(*expression, site_);
    const Value* reference = entry.find("reference");
    return reference == nullptr ? NodeId::kNone : lower_secret_reference(*reference, site_);
  }

  const ArmSource& source_;
  Template& result_;
  ArmNames names_;
  ArmExpressionSite site_;
};

}  // namespace

Template lower_arm_parameters(const Value& document, const ArmSource& source) {
  Template result;
  result.path = source.path;
  result.file = source.file;
  result.tree = ExpressionTree(source.file);
  result.is_parameter_file = true;
  ParameterLowering(source, result).lower(document);
  result.tree.close();
  return result;
}

}  // namespace exr
