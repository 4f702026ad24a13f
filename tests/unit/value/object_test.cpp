#include <gtest/gtest.h>

#include <string>

#include "value/containers.h"

namespace exr {
namespace {

TEST(Object, finds_names_without_case_and_keeps_the_first_spelling) {
  Object object;
  object.set("Tier", Value::integer(1));
  object.set("tier", Value::integer(2));
  ASSERT_EQ(object.size(), 1U);
  EXPECT_EQ(object.properties()[0].name, "Tier");
  EXPECT_EQ(object.find("TIER")->as_int(), 2);
}

TEST(Object, as_it_is_written_holds_names_that_differ_only_in_case) {
  Object object;
  // more than are searched one by one
  for (int i = 0; i < 40; ++i) object.write("name" + std::to_string(i), Value::integer(i));
  object.write("NAME7", Value::integer(100));
  object.write("late", Value::integer(101));
  object.write("LATE", Value::integer(102));
  object.write("late", Value::integer(103));
  EXPECT_EQ(object.size(), 43U);
  EXPECT_EQ(object.find("name7")->as_int(), 7);
  EXPECT_EQ(object.find("NAME7")->as_int(), 100);
  EXPECT_EQ(object.find("Name7")->as_int(), 7);
  EXPECT_EQ(object.find("late")->as_int(), 103);
  EXPECT_EQ(object.find("LATE")->as_int(), 102);
  EXPECT_EQ(object.find("nothing"), nullptr);
}

}  // namespace
}  // namespace exr
