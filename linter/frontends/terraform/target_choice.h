#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "frontends/terraform/attribute_words.h"
#include "frontends/terraform/plan_instances.h"
#include "frontends/terraform/reference_targets.h"
#include "frontends/terraform/written_expressions.h"
#include "mapping/mapping_library.h"
#include "support/text.h"

namespace exr {

/// The targets that an attribute can take its value from.
struct TargetChoice {
  /// With the path that an index hid, as far as the attribute's meaning says it.
  std::vector<ReferenceTarget> targets;
  /// The value is that of one of the targets and can be nothing else.
  bool closed = false;
};

/// Tells by their names which targets an attribute can mean: `peering_id` never means a circuit,
/// `associated_route_table_id` may mean the `default_route_table_id` of a hub. The words are those
/// of the attribute, of Terraform's types and of Azure's.
class TargetNames {
 public:
  /// All outlive it.
  TargetNames(const PlanInstances& instances, WrittenExpressions& expressions,
              MappingLibrary& mappings);

  TargetChoice choose(const ReferenceTargets& found, const AttributeMeaning& attribute);

 private:
  using Words = std::vector<std::string>;

  std::size_t fit(const ReferenceTarget& target, const AttributeMeaning& attribute);
  std::size_t type_fit(InstanceId instance, const Words& words);
  const std::vector<Words>& words_of_type(std::string_view type);
  std::string_view written_arm_type(InstanceId instance) const;
  bool names_type(const Words& words) const;

  const PlanInstances& instances_;
  WrittenExpressions& expressions_;
  MappingLibrary& mappings_;
  // keys: Terraform's types, with the words of its name and of Azure's
  std::unordered_map<std::string, std::vector<Words>, HashText, std::equal_to<>> words_;
  // the last words of all types: what an attribute may be named after
  std::unordered_set<std::string> last_words_;
};

}  // namespace exr
