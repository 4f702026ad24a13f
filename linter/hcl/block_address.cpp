#include "hcl/block_address.h"

namespace exr {

BlockAddress block_of(const SourceInstance& instance) {
  BlockAddress block{.is_data = instance.is_data, .type = instance.type, .name = instance.name};
  for (const CallStep& step : instance.module) block.module_calls.push_back(step.name);
  return block;
}

}  // namespace exr
