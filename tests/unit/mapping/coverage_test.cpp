// What the project's mappings say of the attributes of their types.

#include <gtest/gtest.h>

#include <iostream>

#include "unit/mapping/mapping_driver.h"

namespace exr {
namespace {

TEST(MappingCoverage, no_attribute_is_left_out) {
  MappingCoverage all;
  for (const ReadMapping& read : project_mappings()) {
    const MappingCoverage& coverage = read.coverage;
    all.mapped += coverage.mapped;
    all.computed += coverage.computed;
    all.ignored += coverage.ignored;
    EXPECT_EQ(coverage.left_out.size(), 0U) << read.mapping.terraform_type;
  }
  EXPECT_GE(project_mappings().size(), 71U);
  EXPECT_GT(all.mapped, 900U);
  std::cout << project_mappings().size() << " types, " << all.mapped + all.computed + all.ignored
            << " attributes: " << all.mapped << " mapped, " << all.computed << " computed, "
            << all.ignored << " ignored\n";
}

}  // namespace
}  // namespace exr
