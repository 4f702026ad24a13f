#include "mapping/map_resource.h"

#include <utility>

#include "azure/resource_type.h"
#include "mapping/mapped_id.h"
#include "mapping/mapping.h"
#include "mapping/mapping_evaluation.h"
#include "value/containers.h"

namespace exr {

namespace {

class ResourceMapper {
 public:
  ResourceMapper(const Mapping& mapping, const MappingInput& input)
      : mapping_(mapping), input_(input), evaluation_(mapping, input) {}

  // Type, name and place: what the ID is made of.
  MappedResource head() {
    MappedResource resource;
    resource.type = text_or(mapping_.type, mapping_.type_node);
    resource.api_version = text_or(mapping_.api_version, mapping_.api_node);
    resource.name = evaluation_.name(mapping_.name);
    resource.place = place(resource.type);
    evaluation_.set_id(mapped_id(resource, input_.subscription_id));
    return resource;
  }

  void add_resources(MappingResult& result) {
    MappedResource resource = head();
    if (resource.type.empty()) return;
    resource.body = evaluation_.evaluate(mapping_.body);
    result.resources.push_back(std::move(resource));
    for (const MappingChildResource& child : mapping_.children_resources) add_child(child, result);
  }

  void add_patch(MappingResult& result) {
    const MappedResource resource = head();
    MappedPatch patch;
    patch.target = evaluation_.evaluate(mapping_.target);
    patch.target_type = resource.type;
    patch.body = evaluation_.evaluate(mapping_.body);
    patch.appends = mapping_.appends;
    result.patches.push_back(std::move(patch));
  }

  MappingEvaluation& evaluation() { return evaluation_; }

 private:
  std::string text_or(const std::string& fixed, std::uint32_t node) const {
    if (node == kNoIndex) return fixed;
    const Value text = evaluation_.evaluate(node);
    return text.is_string() ? text.as_string() : std::string();
  }

  // The first form whose attribute is set, else the first.
  MappedPlace place(std::string_view type) const {
    for (const MappingPlacement& placement : mapping_.placements) {
      const Value at = evaluation_.evaluate(placement.at);
      if (!at.is_null() || placement.at == kNoIndex) return place(placement, at, type);
    }
    if (mapping_.placements.empty()) return {};
    return place(mapping_.placements.front(), Value::null(), type);
  }

  MappedPlace place(const MappingPlacement& placement, const Value& at,
                    std::string_view type) const {
    using Form = MappingPlacement::Form;
    using Kind = MappedPlace::Kind;
    MappedPlace place;
    place.at = at;
    switch (placement.form) {
      case Form::Group:
        for (const std::uint32_t parent : placement.parents)
          place.parents.push_back(evaluation_.name(parent));
        return place;
      case Form::Parent:
        place.kind = Kind::Parent;
        return place;
      case Form::Scope:
        place.kind = Kind::Scope;
        return place;
      case Form::Subscription:
        place.kind = Kind::Subscription;
        return place;
      case Form::ManagementGroup:
        place.kind = Kind::ManagementGroup;
        return place;
      case Form::Tenant:
        place.kind = Kind::Tenant;
        return place;
      case Form::Auto:
        place.kind = kind_for(at, type);
        return place;
    }
    return place;
  }

  // A group may leave out its subscription; `/` is the tenant
  // (https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/resource).
  static MappedPlace::Kind kind_for(const Value& parent_id, std::string_view type) {
    if (parent_id.is_null()) return MappedPlace::Kind::Subscription;
    if (!parent_type(type).empty()) return MappedPlace::Kind::Parent;
    const bool is_tenant = parent_id.is_string() && parent_id.as_string() == "/";
    return is_tenant ? MappedPlace::Kind::Tenant : MappedPlace::Kind::Scope;
  }

  void add_child(const MappingChildResource& child, MappingResult& result) const {
    if (child.condition != kNoIndex && evaluation_.holds(child.condition) != Truth::True) return;
    const MappedResource& parent = result.resources.front();
    MappedResource resource;
    resource.type = child.type;
    resource.api_version = child.api_version;
    resource.name = evaluation_.name(child.name);
    resource.place = parent.place;
    resource.place.parents.push_back(parent.name);
    resource.body = evaluation_.evaluate(child.body);
    result.resources.push_back(std::move(resource));
  }

  const Mapping& mapping_;
  const MappingInput& input_;
  MappingEvaluation evaluation_;
};

}  // namespace

MappingResult map_resource(const Mapping& mapping, const MappingInput& input) {
  MappingResult result;
  if (mapping.is_data_plane) return result;
  ResourceMapper mapper(mapping, input);
  if (mapping.target == kNoIndex)
    mapper.add_resources(result);
  else
    mapper.add_patch(result);
  return result;
}

std::optional<Value> derived_attribute(const Mapping& mapping, const MappingInput& input,
                                       std::string_view attribute, const Value& own_id) {
  MappingEvaluation evaluation(mapping, input);
  evaluation.set_id(own_id);
  const auto evaluated = [&](std::uint32_t node) -> std::optional<Value> {
    Value value = evaluation.evaluate(node);
    if (value.is_null()) return std::nullopt;
    return value;
  };
  if (attribute == "id") {
    if (mapping.terraform_id != kNoIndex) return evaluated(mapping.terraform_id);
    if (own_id.is_null()) return std::nullopt;
    return own_id;
  }
  for (const auto& [name, node] : mapping.derived) {
    if (name == attribute) return evaluated(node);
  }
  return std::nullopt;
}

}  // namespace exr
