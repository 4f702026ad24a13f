#include "frontends/terraform/mapped_plan.h"

#include <string_view>
#include <utility>

#include "azure/resource_id.h"
#include "frontends/terraform/planned_value.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// A chain of IDs, each of which is needed for the next: a connection of a peering of a circuit.
// What is deeper stays unknown.
constexpr std::uint32_t kDeepestChain = 64;

Value unknown_of(const PlannedResource& resource, std::string_view attribute) {
  return Value::unknown(
      make_unknown(UnknownReason::KnownAfterApply, resource.address + "." + std::string(attribute)),
      resource.span);
}

const Value* find_at(const Value& attributes, const PlanPath& path) {
  const Value* value = &attributes;
  for (const PlanStep& step : path) {
    if (const auto* name = std::get_if<std::string>(&step)) {
      value = value->is_object() ? value->as_object().find(*name) : nullptr;
    } else {
      const auto index = static_cast<std::size_t>(std::get<std::int64_t>(step));
      const bool is_in = value->is_array() && index < value->as_array().size();
      value = is_in ? &value->as_array().members[index] : nullptr;
    }
    // what is in something unknown is unknown
    if (value == nullptr || value->is_unknown()) return value;
  }
  return value;
}

const std::string* find_known_id(const Value& attributes) {
  const Value* id = find_at(attributes, {"id"});
  return id != nullptr && id->is_string() ? &id->as_string() : nullptr;
}

bool is_id_of(const std::string& id, std::string_view type) {
  const auto parsed = parse_resource_id(id);
  return parsed && equal_ignoring_case(parsed->type, type);
}

// What the mapping could not tell.
void name_unknowns(const PlannedResource& resource, MappedResource& mapped) {
  if (mapped.name.is_null()) mapped.name = unknown_of(resource, "name");
  const bool needs_at = mapped.place.kind != MappedPlace::Kind::Tenant &&
                        mapped.place.kind != MappedPlace::Kind::Subscription;
  if (needs_at && mapped.place.at.is_null()) mapped.place.at = unknown_of(resource, "parent");
}

}  // namespace

MappedPlan::MappedPlan(const PlanInput& input)
    : input_(input),
      instances_(input.plan),
      expressions_(input.sources, input.limits),
      providers_(instances_, expressions_, input.sources, input.limits),
      follower_(instances_, expressions_),
      names_(instances_, expressions_, input.mappings),
      written_targets_(instances_, input.configuration, make_finder()),
      unknowns_(*this, written_targets_),
      slots_(input.plan.resources.size()) {}

// Null without sources.
SourceTargetFinder* MappedPlan::make_finder() {
  if (input_.configuration == nullptr || !input_.configuration->found()) return nullptr;
  finder_.emplace(*input_.configuration, planned_facts(instances_, input_.sources, input_.limits));
  return &*finder_;
}

const MappedInstance* MappedPlan::find_mapped(InstanceId instance) {
  if (instance.is_prior || depth_ > kDeepestChain) return nullptr;
  Slot& slot = slots_[instance.index];
  if (slot.state == State::Open) {
    slot.state = State::InWork;
    ++depth_;
    map(instance, slot);
    --depth_;
    slot.state = State::Mapped;
  }
  return slot.state == State::Mapped ? &slot.mapped : nullptr;
}

std::optional<MappedInstance> MappedPlan::take(InstanceId instance) {
  if (find_mapped(instance) == nullptr) return std::nullopt;
  Slot& slot = slots_[instance.index];
  slot.state = State::Taken;
  return std::move(slot.mapped);
}

void MappedPlan::map(InstanceId instance, Slot& slot) {
  const PlannedResource& resource = instances_.resource(instance);
  const Mapping* mapping = input_.mappings.find(resource.type);
  const Value attributes =
      mapping == nullptr ? planned_attributes(instance) : resolved_attributes(instance);
  if (mapping != nullptr)
    slot.mapped.result = map_resource(*mapping, mapping_input(instance, attributes));
  MappingResult& result = slot.mapped.result;
  slot.mapped.is_opaque = result.resources.empty() && result.patches.empty();
  const Value& subscription = providers_.subscription(provider_key(instance));
  for (MappedResource& mapped : result.resources) {
    const bool is_first = slot.mapped.identities.empty();
    if (!is_first && mapped.place.at.is_null()) mapped.place.at = slot.id;
    name_unknowns(resource, mapped);
    const std::string* known = is_first ? find_known_id(attributes) : nullptr;
    slot.mapped.identities.push_back(known != nullptr && is_id_of(*known, mapped.type)
                                         ? identity_from_id(Value::string(*known), mapped.type)
                                         : arm_identity(mapped, subscription));
    if (is_first) slot.id = slot.mapped.identities.front().id;
  }
  if (result.resources.empty()) slot.id = own_id(instance, slot.mapped, attributes);
}

// Of a patch: Terraform gives it the ID of what it edits.
Value MappedPlan::own_id(InstanceId instance, const MappedInstance& mapped,
                         const Value& attributes) const {
  if (const Value* id = find_at(attributes, {"id"}); id != nullptr && id->is_string()) return *id;
  if (!mapped.result.patches.empty()) return mapped.result.patches.front().target;
  return unknown_of(instances_.resource(instance), "id");
}

Value MappedPlan::id(InstanceId instance) {
  const PlannedResource& resource = instances_.resource(instance);
  if (resource.is_data || instance.is_prior) return id_of_data(instance);
  if (find_mapped(instance) != nullptr) return slots_[instance.index].id;
  const Slot& slot = slots_[instance.index];
  return slot.state == State::Taken ? slot.id : unknown_of(resource, "id");
}

// Of what is there already; if Terraform reads it only while it applies, its names are known.
Value MappedPlan::id_of_data(InstanceId instance) {
  const std::uint32_t key = 2 * instance.index + (instance.is_prior ? 1 : 0);
  const auto [place, is_new] = data_ids_.try_emplace(key);
  if (!is_new) return place->second;
  const PlannedResource& resource = instances_.resource(instance);
  place->second = unknown_of(resource, "id");
  const Value attributes =
      planned_value(resource, input_.sources, input_.limits, json_names_).attributes;
  if (const std::string* known = find_known_id(attributes))
    return data_ids_[key] = Value::string(*known);
  const Mapping* mapping = input_.mappings.find(resource.type);
  if (mapping == nullptr || depth_ > kDeepestChain) return data_ids_[key];
  MappingInput input = mapping_input(instance, attributes);
  const Value resolved = unknowns_.resolved(instance, attributes, input.expressions);
  MappingResult result = map_resource(*mapping, {.type = input.type,
                                                 .address = input.address,
                                                 .attributes = resolved,
                                                 .expressions = input.expressions,
                                                 .provider_major = input.provider_major,
                                                 .place = input.place});
  if (result.resources.empty()) return data_ids_[key];
  MappedResource& first = result.resources.front();
  if (first.name.is_null() || first.place.at.is_null()) return data_ids_[key];
  return data_ids_[key] = arm_identity(first, providers_.subscription(provider_key(instance))).id;
}

bool MappedPlan::is_known(InstanceId instance, const PlanPath& path) const {
  const Value attributes = planned_attributes(instance);
  const Value* planned = find_at(attributes, path);
  return planned != nullptr && !planned->is_unknown() && !path.empty();
}

Value MappedPlan::attribute(InstanceId instance, const PlanPath& path) {
  if (path.size() == 1 && path.front() == PlanStep("id")) return id(instance);
  if (depth_ > kDeepestChain) return unknown_of(instances_.resource(instance), path_text(path));
  ++depth_;
  Value value = planned_attribute(instance, path);
  --depth_;
  return value;
}

Value MappedPlan::planned_attribute(InstanceId instance, const PlanPath& path) {
  const PlannedResource& resource = instances_.resource(instance);
  const Value attributes = planned_attributes(instance);
  const Value* planned = find_at(attributes, path);
  if (planned != nullptr && !planned->is_unknown()) return *planned;
  if (auto value = derived(instance, attributes, path)) return *value;
  const Value unknown = unknown_of(resource, path_text(path));
  const WrittenExpression expression = find_written(written(instance), attributes, path);
  if (!expression.is_known()) return unknown;
  const AttributePlace place{.instance = instance, .path = path, .attributes = attributes};
  return unknowns_.resolved_one(place, unknown, expression).value_or(unknown);
}

std::optional<Value> MappedPlan::derived(InstanceId instance, const Value& attributes,
                                         const PlanPath& path) {
  const PlannedResource& resource = instances_.resource(instance);
  const Mapping* mapping = input_.mappings.find(resource.type);
  if (mapping == nullptr || resource.is_data) return std::nullopt;
  // blocks of at most one element are entered by their name alone
  PlanPath names = path;
  std::erase_if(names, [](const PlanStep& step) { return step == PlanStep(std::int64_t{0}); });
  return derived_attribute(*mapping, mapping_input(instance, attributes), path_text(names),
                           id(instance));
}

const std::string& MappedPlan::provider_key(InstanceId instance) const {
  static const std::string none;
  const InstanceBlock* block = instances_.block_of(instance);
  return block == nullptr || block->configured == nullptr ? none : block->configured->provider_key;
}

Value MappedPlan::planned_attributes(InstanceId instance) const {
  return planned_value(instances_.resource(instance), input_.sources, input_.limits, json_names_)
      .attributes;
}

Value MappedPlan::resolved_attributes(InstanceId instance) {
  return unknowns_.resolved(instance, planned_attributes(instance), written(instance));
}

// The expressions of its block; null if there are none.
const Value& MappedPlan::written(InstanceId instance) {
  const InstanceBlock* block = instances_.block_of(instance);
  const bool is_configured = block != nullptr && block->configured != nullptr;
  return expressions_.at(is_configured ? block->configured->expressions : Span{});
}

MappingInput MappedPlan::mapping_input(InstanceId instance, const Value& attributes) {
  const PlannedResource& resource = instances_.resource(instance);
  const std::string& provider = provider_key(instance);
  return {.type = resource.type,
          .address = resource.address,
          .attributes = attributes,
          .expressions = written(instance),
          .provider_major = providers_.major(provider),
          .place = resource.span,
          .subscription_id = providers_.subscription_text(provider)};
}

}  // namespace exr
