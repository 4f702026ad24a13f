#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hcl/block_address.h"
#include "value/value.h"

namespace exr {

/// What is known beside the configuration.
struct PlannedFacts {
  /// The variables of the root module with the values that the plan was made with; an Unknown where
  /// it is not known.
  std::vector<std::pair<std::string, Value>> variables;
  /// Every instance that there will be: those of the plan without the ones that it deletes, and the
  /// data sources of the state before it. Empty if nobody knows; then each block is asked for its
  /// `count` or `for_each`.
  std::vector<SourceInstance> instances;
};

/// The instances of a plan by block.
class PlannedInstances {
 public:
  explicit PlannedInstances(const std::vector<SourceInstance>& instances);

  bool empty() const { return keys_.empty(); }
  /// The keys of a block's instances in a module instance, in order; null if there are none.
  const std::vector<SourceKey>* find_keys(const SourceInstance& block) const;
  /// The keys of a call's instances that a resource lies in. There may be others that hold none.
  const std::vector<SourceKey>* find_call_keys(const std::vector<CallStep>& caller,
                                               const std::string& call) const;

 private:
  std::map<std::string, std::vector<SourceKey>> keys_;
  std::map<std::string, std::vector<SourceKey>> call_keys_;
};

/// One text for each module instance, as in `module.hub["ams"].`.
std::string path_text(const std::vector<CallStep>& path);
/// One text for each attribute of each instance, without the module.
std::string address_text(const SourceInstance& instance, const SourcePath& attribute);

}  // namespace exr
