#include "frontends/terraform/module_address.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

InstanceKey key_of(std::string_view address) {
  const auto instance = parse_module_address(address);
  EXPECT_TRUE(instance && instance->steps.size() == 1) << address;
  return instance ? instance->steps.at(0).key : InstanceKey();
}

TEST(ModuleAddress, ReadsKeys) {
  EXPECT_EQ(key_of("module.a"), InstanceKey());
  EXPECT_EQ(key_of("module.a[12]"), InstanceKey(std::int64_t{12}));
  EXPECT_EQ(key_of(R"(module.a["x"])"), InstanceKey(std::string("x")));
  EXPECT_EQ(key_of(R"(module.a[""])"), InstanceKey(std::string()));
  EXPECT_EQ(key_of(R"(module.a["b].module.c[\"d\\"])"),
            InstanceKey(std::string("b].module.c[\"d\\")));
  EXPECT_EQ(key_of(R"(module.a["\n\r\t\u00fc\U0001F600"])"),
            InstanceKey(std::string("\n\r\t\xC3\xBC\xF0\x9F\x98\x80")));
  EXPECT_EQ(key_of(R"(module.a["$${x} %%{y} $5"])"), InstanceKey(std::string("${x} %{y} $5")));
}

TEST(ModuleAddress, ReadsSteps) {
  EXPECT_TRUE(parse_module_address("")->steps.empty());
  const auto instance = parse_module_address(R"(module.hub["a.b"].module.er-1[0].module.x)");
  ASSERT_TRUE(instance);
  const std::vector<ModuleStep> steps = {
      {"hub", std::string("a.b")}, {"er-1", std::int64_t{0}}, {"x", {}}};
  EXPECT_EQ(instance->steps, steps);
}

TEST(ModuleAddress, RefusesAnythingElse) {
  for (const char* wrong :
       {"module", "module.", "hub", "module.a.b", "module.a[", "module.a[]", "module.a[x]",
        "module.a[1", "module.a[\"x]", "module.a[\"x\"", "module.a[\"\\q\"]", "module.a[\"\\u12\"]",
        "module.a.", "module.a[0]module.b", "module.a[99999999999999999999]"}) {
    EXPECT_FALSE(parse_module_address(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace exr
