#include "mapping/mapping_library.h"

#include <gtest/gtest.h>

#include "mapping/mapping_pack.h"
#include "unit/mapping/mapping_driver.h"
#include "unit/mapping/mapping_text.h"

namespace exr {
namespace {

const std::string& project_bytes() {
  static const std::string kBytes = [] {
    std::vector<Mapping> mappings;
    for (const ReadMapping& read : project_mappings()) mappings.push_back(read.mapping);
    return encode_mappings(mappings);
  }();
  return kBytes;
}

TEST(MappingLibrary, finds_each_type_once) {
  MappingLibrary library(project_bytes());
  for (const ReadMapping& read : project_mappings()) {
    const Mapping* found = library.find(read.mapping.terraform_type);
    ASSERT_NE(found, nullptr) << read.mapping.terraform_type;
    EXPECT_EQ(found->terraform_type, read.mapping.terraform_type);
    EXPECT_EQ(library.find(read.mapping.terraform_type), found);
  }
  EXPECT_EQ(library.find("azurerm_unheard_of"), nullptr);
  EXPECT_EQ(library.find(""), nullptr);
}

TEST(MappingLibrary, decoded_mappings_do_what_read_ones_do) {
  MappingLibrary library(project_bytes());
  const Value attributes = value_of(
      R"({"name": "n", "resource_group_name": "g", "location": "West Europe",
          "sku": [{"tier": "Standard", "family": "MeteredData"}]})");
  const Value none = Value::null();
  const MappingInput input = {.type = "azurerm_express_route_circuit",
                              .address = "a",
                              .attributes = attributes,
                              .expressions = none,
                              .place = {}};
  const Mapping* read = find_project_mapping(input.type);
  const Mapping* decoded = library.find(input.type);
  ASSERT_TRUE(read != nullptr && decoded != nullptr);
  EXPECT_EQ(text_of(map_resource(*decoded, input)), text_of(map_resource(*read, input)));
}

TEST(MappingLibrary, tells_the_arm_type_of_a_block) {
  MappingLibrary library(project_bytes());
  EXPECT_EQ(library.arm_type("azurerm_express_route_circuit"),
            "Microsoft.Network/expressRouteCircuits");
  EXPECT_EQ(library.arm_type("azurerm_subnet_route_table_association"), "");
  EXPECT_EQ(library.arm_type("azapi_resource"), "");
  EXPECT_EQ(library.arm_type("azurerm_unheard_of"), "");
}

}  // namespace
}  // namespace exr
