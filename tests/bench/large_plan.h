#pragma once

#include <cstddef>
#include <string>

namespace bench {

/// A plan as `terraform show -json` writes it, on one line, of about so many resources: landing
/// zones, each a call of one module with circuits under `for_each` and subnets under `count`. Every
/// other one exists already (nothing changes, and the prior state has it); the rest are to be
/// created, so that their IDs are unknown and references join them.
std::string large_plan(std::size_t resources);

/// A plan of nothing but so many circuits of one block with `count`.
std::string flat_circuits_plan(std::size_t circuits);

}  // namespace bench
