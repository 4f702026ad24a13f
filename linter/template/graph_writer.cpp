#include "template/graph_writer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "azure/resource_id.h"
#include "azure/resource_type.h"
#include "support/text.h"
#include "template/declarations.h"
#include "template/deployment_template.h"
#include "template/graph_values.h"
#include "template/loops.h"
#include "template/modules.h"
#include "template/resource_names.h"
#include "template/resources.h"
#include "template/text_builder.h"
#include "value/containers.h"

namespace exr {

namespace {

// What the compiler writes for modules (learn.microsoft.com, Microsoft.Resources/deployments).
constexpr std::string_view kDeploymentsVersion = "2025-04-01";

class GraphWriter {
 public:
  GraphWriter(Expansion& expansion, ResourceGraph& graph, DeploymentId deployment)
      : expansion_(expansion), graph_(graph), deployment_(deployment) {}

  // Bounded by the depth of modules, which is checked where they are called.
  void write(TemplateInstance& instance) {
    const Template& lowered = *instance.lowered;
    if (lowered.partial) mark_partial();
    if (lowered.third_party) graph_.add_third_party(lowered.file);
    for (std::uint32_t i = 0; i < lowered.parameters.size(); ++i) write_parameter(instance, i);
    for (std::uint32_t i = 0; i < lowered.resources.size(); ++i) {
      if (!lowered.resources[i].nested_in) write_rounds(instance, i, nullptr);
    }
    for (std::uint32_t i = 0; i < lowered.modules.size(); ++i) write_calls(instance, i);
    for (std::uint32_t i = 0; i < lowered.outputs.size(); ++i) write_output(instance, i);
    if (instance.is_root()) write_existing();
  }

  void mark_partial() { graph_.deployment(deployment_).partial = true; }

 private:
  // What is there already is named only where it is used: nobody else's name fails. Those who use
  // it come first and say so.
  void write_existing() {
    const UndecidedBranch unused(expansion_.evaluation());
    for (ResourceInstance* resource : existing_) write_resource(*resource);
  }

  std::string type_text(const TemplateInstance& instance, TypeId id) const {
    const Type* type = instance.lowered->find_type(id);
    return type == nullptr ? std::string() : type->text;
  }

  void write_parameter(TemplateInstance& instance, std::uint32_t index) {
    const ParameterDeclaration& declared = instance.lowered->parameters[index];
    const ParameterValue& value = parameter_value(expansion_, instance, index, declared.name_span);
    graph_.add_parameter({.name = declared.name,
                          .type = type_text(instance, declared.type),
                          .secure = value.secure,
                          .value = graph_value(expansion_, value.value),
                          .default_value = graph_value(expansion_, value.default_value),
                          .address = instance.address,
                          .deployment = deployment_,
                          .declared_at = declared.span,
                          .called_at = instance.third_party_call});
  }

  void write_output(TemplateInstance& instance, std::uint32_t index) {
    const OutputDeclaration& declared = instance.lowered->outputs[index];
    const Value value = output_value(expansion_, instance, index, declared.name_span);
    graph_.add_output({.name = declared.name,
                       .type = type_text(instance, declared.type),
                       .secure = is_output_secure(expansion_, instance, index),
                       .value = graph_value(expansion_, value),
                       .address = instance.address,
                       .deployment = deployment_,
                       .declared_at = declared.span,
                       .called_at = instance.third_party_call});
  }

  void write_rounds(TemplateInstance& instance, std::uint32_t declaration,
                    ResourceInstance* around) {
    const Span place = instance.lowered->resources[declaration].symbol_span;
    // a copy: writing may ask for more rounds
    const std::vector<ResourceHandle> handles =
        resource_rounds(expansion_, instance, declaration, around, place).handles;
    for (const ResourceHandle handle : handles) {
      ResourceInstance& resource = *std::get<ResourceInstance*>(expansion_.referent(handle));
      if (declaration_of(resource).existing)
        existing_.push_back(&resource);
      else
        write_resource(resource);
      for (const std::uint32_t child : instance.symbols->nested_in(declaration))
        write_rounds(instance, child, &resource);
    }
  }

  static Truth is_reached(const ResourceInstance& resource) {
    const Truth own = resource.iteration.certain;
    return resource.around == nullptr ? own : both(own, is_reached(*resource.around));
  }

  static bool stands_for_many(const ResourceInstance& resource) {
    return resource.iteration.stands_for_many ||
           (resource.around != nullptr && stands_for_many(*resource.around));
  }

  void write_resource(ResourceInstance& resource) {
    const ResourceDeclaration& declared = declaration_of(resource);
    const TemplateInstance& owner = *resource.owner;
    const Value condition = resource_condition(expansion_, resource);
    const Truth deployed =
        both(both(owner.deployed, is_reached(resource)), condition_truth(condition));
    const bool is_azure =
        !declared.of_extension && (resource.around != nullptr || name_count(declared.type) > 0);
    if (deployed == Truth::False) return;
    if (!is_azure) return write_extension_resource(resource, deployed);
    const ResourceIdentity& identity =
        resource_identity(expansion_, resource, declared.symbol_span);
    Resource written;
    written.type = identity.type;
    written.api_version = identity.api_version;
    written.name = identity.full_name;
    written.id = identity.id;
    written.id_text = identity.id_text;
    written.body =
        graph_value(expansion_, resource_body(expansion_, resource, declared.symbol_span));
    written.address = resource_address(resource);
    written.existing = declared.existing;
    written.deployed = deployed;
    written.stands_for_many = owner.stands_for_many || stands_for_many(resource);
    written.condition = graph_value(expansion_, joined_conditions(owner.condition, condition));
    written.parent = identity.parent;
    written.scope = identity.scope;
    written.depends_on = dependencies(declared.depends_on, site_of(expansion_, resource));
    written.declared_at = declared.span;
    written.called_at = owner.third_party_call;
    if (equal_ignoring_case(written.type, kDeploymentsType) && !written.existing)
      look_for_template(written);
    add(std::move(written));
  }

  void write_extension_resource(ResourceInstance& resource, Truth deployed) {
    const ResourceDeclaration& declared = declaration_of(resource);
    if (declared.existing) return;
    Value body = resource_body(expansion_, resource, declared.symbol_span);
    if (declared.name != NodeId::kNone && body.is_object()) {
      Object named = body.as_object();
      named.set("name", resource_name(expansion_, resource, declared.symbol_span));
      body = Value::object(std::move(named), body.origin()).with_trail(body.trail());
    }
    graph_.add_extension_resource({.type = declared.type,
                                   .version = declared.api_version,
                                   .body = graph_value(expansion_, body),
                                   .address = resource_address(resource),
                                   .deployment = deployment_,
                                   .deployed = deployed,
                                   .declared_at = declared.span});
  }

  // Only nested deployments of ARM JSON are calls. One that is written as a resource has its
  // template as a value.
  void look_for_template(const Resource& deployment) {
    const Value* unread = find_unread_template(deployment.body);
    if (unread == nullptr) return;
    mark_partial();
    expansion_.report(ProblemKind::UnreadableModule,
                      "the template of this deployment is not read, so its resources are unknown; "
                      "that of a `module` would be",
                      unread->origin().valid() ? unread->origin() : deployment.declared_at);
  }

  void add(Resource resource) {
    resource.deployment = deployment_;
    resource.id_key = id_key(resource.id_text);
    if (resource.stands_for_many && !resource.existing) {
      std::vector<std::string>& open = graph_.deployment(deployment_).open_types;
      const std::string type = to_lower(resource.type);
      if (std::find(open.begin(), open.end(), type) == open.end()) open.push_back(type);
    }
    graph_.add(std::move(resource));
  }

  std::vector<std::string> dependencies(NodeId node, const Site& site) {
    std::vector<std::string> ids;
    if (node == NodeId::kNone) return ids;
    add_dependencies(expansion_.evaluate(node, site), site.instance.lowered->tree.span(node), ids);
    return ids;
  }

  // Whole loops may be named among them.
  void add_dependencies(const Value& value, Span place, std::vector<std::string>& ids) {
    if (first_surplus_.valid()) return;
    if (value.is_array()) {
      for (const Value& member : value.as_array().members) add_dependencies(member, place, ids);
    } else if (value.is_resource() && may_depend(place)) {
      ids.push_back(plain_text(id_of_value(expansion_, value, place)));
    } else if (value.is_string()) {
      ids.push_back(value.as_string());
    }
  }

  // Loops that wait for whole loops are as many pairs as their lengths multiplied.
  bool may_depend(Span place) {
    constexpr std::size_t kMostOfEachResource = 4;
    const std::size_t most = kMostOfEachResource * expansion_.limits().resources;
    if (dependencies_ < most) {
      ++dependencies_;
      return true;
    }
    first_surplus_ = place;
    expansion_.report(ProblemKind::LimitExceeded,
                      "the resources have more than " + std::to_string(most) +
                          " dependencies (limit `resources`); the rest is left out",
                      place);
    return false;
  }

  void write_calls(TemplateInstance& instance, std::uint32_t declaration) {
    const Span place = instance.lowered->modules[declaration].symbol_span;
    const std::vector<ResourceHandle> handles =
        module_rounds(expansion_, instance, declaration, place).handles;
    for (const ResourceHandle handle : handles)
      write_call(*std::get<ModuleCall*>(expansion_.referent(handle)));
  }

  void write_call(ModuleCall& call) {
    const ModuleDeclaration& declared = declaration_of(call);
    const TemplateInstance& owner = *call.owner;
    const Value own = module_condition(expansion_, call);
    const Truth deployed = both(both(owner.deployed, call.iteration.certain), condition_truth(own));
    if (deployed == Truth::False) return;
    Resource written;
    written.type = kDeploymentsType;
    written.api_version = kDeploymentsVersion;
    written.name = module_name(expansion_, call, declared.symbol_span);
    written.id = module_id(expansion_, call, declared.symbol_span);
    written.id_text = plain_text(written.id);
    written.body = deployment_body(declared);
    written.address = module_address(call);
    written.deployed = deployed;
    written.stands_for_many = owner.stands_for_many || call.iteration.stands_for_many;
    written.condition = graph_value(expansion_, joined_conditions(owner.condition, own));
    written.scope = scope_id(module_place(expansion_, call, declared.symbol_span));
    written.depends_on = dependencies(declared.depends_on, site_of(expansion_, call));
    written.declared_at = declared.span;
    written.called_at = owner.third_party_call;
    add(std::move(written));
    if (TemplateInstance* callee = module_callee(expansion_, call, declared.symbol_span))
      write(*callee);
    else
      mark_partial();
  }

  static Value deployment_body(const ModuleDeclaration& declared) {
    Object properties;
    properties.set("mode", Value::string("Incremental", declared.span));
    Object body;
    body.set("properties", Value::object(std::move(properties), declared.span));
    return Value::object(std::move(body), declared.span);
  }

  Expansion& expansion_;
  ResourceGraph& graph_;
  DeploymentId deployment_;
  std::vector<ResourceInstance*> existing_;
  std::size_t dependencies_ = 0;
  // where the limit of dependencies was passed
  Span first_surplus_;
};

}  // namespace

void write_graph(Expansion& expansion, TemplateInstance& root, ResourceGraph& graph,
                 DeploymentId deployment) {
  GraphWriter writer(expansion, graph, deployment);
  writer.write(root);
  if (expansion.was_cut()) writer.mark_partial();
}

}  // namespace exr
