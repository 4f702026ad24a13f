#include "frontends/terraform/plan_providers.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

TEST(PlanProviders, have_the_major_version_of_their_constraint) {
  EXPECT_EQ(major_of_constraint("~> 4.0", 4), 4);
  EXPECT_EQ(major_of_constraint("~> 3.116", 4), 3);
  EXPECT_EQ(major_of_constraint("3.117.1", 4), 3);
  EXPECT_EQ(major_of_constraint("= 5.0.0", 4), 5);
  EXPECT_EQ(major_of_constraint(">= 3.7.0, < 5.0.0", 4), 4);
  EXPECT_EQ(major_of_constraint(">= 3.7.0, < 4.0", 4), 3);
  EXPECT_EQ(major_of_constraint(">= 3.7.0, < 3.9", 4), 3);
  EXPECT_EQ(major_of_constraint(">= 3.7.0, <= 3.9", 4), 3);
  EXPECT_EQ(major_of_constraint(">= 5.1", 4), 5);
  EXPECT_EQ(major_of_constraint(">= 3.0, != 4.1", 4), 4);
  EXPECT_EQ(major_of_constraint("", 4), 4);
  EXPECT_EQ(major_of_constraint("any", 4), 4);
}

}  // namespace
}  // namespace exr
