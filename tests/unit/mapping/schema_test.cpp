// The JSON Schema for editors knows exactly the keys that mapping files may have.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "unit/mapping/mapping_driver.h"
#include "value/containers.h"

namespace exr {
namespace {

TEST(MappingSchema, lists_the_keys_of_mappings) {
  std::ifstream stream(EXRLINT_SOURCE_DIR "/rules/schema/mapping.schema.json", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  const Value schema = value_of(text);
  ASSERT_TRUE(schema.is_object());
  std::vector<std::string> listed;
  for (const auto& property : schema.as_object().find("properties")->as_object().properties())
    listed.push_back(property.name.str());
  std::vector<std::string> known(mapping_keys().begin(), mapping_keys().end());
  std::sort(listed.begin(), listed.end());
  std::sort(known.begin(), known.end());
  EXPECT_EQ(listed, known);
}

}  // namespace
}  // namespace exr
