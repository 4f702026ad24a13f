#include "frontends/terraform/plan_interface.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "frontends/terraform/attribute_words.h"
#include "frontends/terraform/planned_value.h"
#include "graph/id_text.h"
#include "value/containers.h"
#include "value/secret.h"
#include "value/unknown.h"

namespace exr {

namespace {

class InterfaceWriter {
 public:
  InterfaceWriter(MappedPlan& plan, ResourceGraph& graph, DeploymentId deployment)
      : plan_(plan), graph_(graph), deployment_(deployment) {}

  void write() {
    const PlanConfiguration& configuration = input().configuration;
    const ConfiguredModule* root = configuration.find_module(ConfiguredModuleId::kRoot);
    if (root != nullptr) {
      for (const ConfiguredVariable& variable : root->variables) write_variable(variable);
    }
    for (const PlannedOutput& output : input().outputs) write_output(output);
  }

 private:
  const Plan& input() const { return plan_.input().plan; }

  Value json(Span span) const {
    return plan_json(span, plan_.input().sources, plan_.input().limits);
  }

  const PlannedVariable* find_given(std::string_view name) const {
    const auto found =
        std::find_if(input().variables.begin(), input().variables.end(),
                     [&](const PlannedVariable& variable) { return variable.name == name; });
    return found == input().variables.end() ? nullptr : &*found;
  }

  void write_variable(const ConfiguredVariable& variable) {
    const PlannedVariable* given = find_given(variable.name);
    const Span place = given != nullptr ? given->value : variable.default_value;
    Value value = given == nullptr ? json(variable.default_value) : json(given->value);
    graph_.add_parameter(
        {.name = variable.name,
         .type = {},
         .secure = variable.sensitive,
         .value = variable.sensitive ? value.with_trail(trail_of(variable)) : std::move(value),
         .default_value = variable.sensitive ? secured(json(variable.default_value))
                                             : json(variable.default_value),
         .address = {},
         .deployment = deployment_,
         .declared_at = place,
         .called_at = {}});
  }

  TrailPointer trail_of(const ConfiguredVariable& variable) const {
    const PlannedVariable* given = find_given(variable.name);
    Trail trail;
    trail.kind = Trail::Kind::Parameter;
    trail.given = given == nullptr ? Given::Default : Given::File;
    trail.secure = variable.sensitive;
    trail.name = variable.name;
    trail.span = given == nullptr ? variable.default_value : given->value;
    return TrailPointer::make(std::move(trail));
  }

  void write_output(const PlannedOutput& output) {
    const ConfiguredOutput* written =
        input().configuration.find_output(ConfiguredModuleId::kRoot, output.name);
    const Value expression = written == nullptr ? Value() : json(written->expression);
    const Span place = output.value.valid() ? output.value : expression.origin();
    Value value =
        output.value.valid()
            ? json(output.value)
            : Value::unknown(make_unknown(UnknownReason::KnownAfterApply, "output." + output.name),
                             place);
    value = with_history(output.name, std::move(value), expression);
    graph_.add_output({.name = output.name,
                       .type = {},
                       .secure = output.sensitive,
                       .value = output.sensitive ? secured(value) : std::move(value),
                       .address = {},
                       .deployment = deployment_,
                       .declared_at = place,
                       .called_at = {}});
  }

  // What a value was made from, as far as the configuration says it.
  Value with_history(const std::string& name, Value value, const Value& expression) {
    if (!expression.is_object() || find_constant(expression) != nullptr) return value;
    Trail all;
    all.kind = Trail::Kind::Derived;
    for (const std::string_view text : references_in(expression)) add_variable(all, text);
    if (const auto written = plan_.written_targets().find_output(name)) {
      for (const ReferenceTarget& target : *written) all.from.push_back(read(target, value));
    } else {
      add_followed(all, expression, value);
    }
    if (all.from.empty()) return value;
    all.secure = std::any_of(all.from.begin(), all.from.end(), is_secure);
    return value.with_trail(all.from.size() == 1 ? all.from.front()
                                                 : TrailPointer::make(std::move(all)));
  }

  // The configuration of a plan leaves out which attribute a `for` expression or an index that is
  // no constant reads: a whole resource may be any part of it.
  void add_followed(Trail& all, const Value& expression, const Value& value) {
    const ReferenceTargets found = plan_.follower().follow(expression, {});
    for (const ReferenceTarget& target : found.targets)
      all.from.push_back(target.path.empty() ? anything() : read(target, value));
    if (!found.complete) all.from.push_back(anything());
  }

  // Terraform's own resources hold what somebody else gave them.
  bool hands_on(const ReferenceTarget& target) const {
    const std::string& type = plan_.instances().resource(target.instance).type;
    return type == "terraform_data" || type == "terraform_remote_state";
  }

  // What could not be followed.
  static TrailPointer anything() {
    Trail trail;
    trail.kind = Trail::Kind::Derived;
    return TrailPointer::make(std::move(trail));
  }

  void add_variable(Trail& all, std::string_view text) const {
    const auto reference = parse_reference(text);
    if (!reference || reference->kind != PlanReference::Kind::Variable) return;
    const ConfiguredVariable* variable =
        input().configuration.find_variable(ConfiguredModuleId::kRoot, reference->name);
    if (variable != nullptr) all.from.push_back(trail_of(*variable));
  }

  TrailPointer read(const ReferenceTarget& target, const Value& value) {
    if (hands_on(target)) return anything();
    Trail trail;
    trail.kind = Trail::Kind::Property;
    trail.span = value.origin();
    trail.name = plan_.instances().resource(target.instance).address;
    trail.resource = id_text(plan_.id(target.instance)).str();
    trail.path = arm_path(target.path);
    return TrailPointer::make(std::move(trail));
  }

  // Azure's name of what is read: azurerm's names are those of the API in other letters. ID, name
  // and location stand beside the properties.
  static std::string arm_path(const PlanPath& path) {
    const auto* first = path.empty() ? nullptr : std::get_if<std::string>(&path.front());
    if (first == nullptr) return {};
    if (*first == "id" || *first == "name" || *first == "location" || *first == "tags")
      return *first;
    return "properties." + camel(*first);
  }

  static std::string camel(std::string_view snake) {
    std::string text;
    bool begins = false;
    for (const char c : snake) {
      if (c != '_') text += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      begins = c == '_';
    }
    return text;
  }

  MappedPlan& plan_;
  ResourceGraph& graph_;
  DeploymentId deployment_;
};

}  // namespace

void add_plan_interface(MappedPlan& plan, ResourceGraph& graph, DeploymentId deployment) {
  InterfaceWriter(plan, graph, deployment).write();
}

}  // namespace exr
