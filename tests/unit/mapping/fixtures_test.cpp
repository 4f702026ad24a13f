// fixtures/mappings: for each `TYPE-case.json` what the project's mapping of that type makes of it.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "unit/mapping/mapping_driver.h"
#include "unit/mapping/mapping_text.h"
#include "value/containers.h"

namespace exr {
namespace {

constexpr const char* kFolder = EXRLINT_SOURCE_DIR "/fixtures/mappings";
constexpr std::string_view kGoldenEnding = ".mapped.json";

std::string file_text(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Names without their ending.
std::vector<std::string> fixture_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".json") && !name.ends_with(kGoldenEnding))
      names.push_back(name.substr(0, name.size() - std::string_view(".json").size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string mapped(const Value& fixture) {
  const Object& object = fixture.as_object();
  const std::string type = object.find("type")->as_string();
  const Mapping* mapping = find_project_mapping(type);
  if (mapping == nullptr) return "no mapping of " + type;
  const Value* expressions = object.find("expressions");
  const Value* major = object.find("major");
  const Value none = Value::null();
  const MappingResult result = map_resource(
      *mapping, {.type = type,
                 .address = type + ".this",
                 .attributes = *object.find("attributes"),
                 .expressions = expressions == nullptr ? none : *expressions,
                 .provider_major = major == nullptr ? 4 : static_cast<int>(major->as_int()),
                 .place = {}});
  return text_of(result);
}

class MappingFixture : public testing::TestWithParam<std::string> {};

TEST_P(MappingFixture, becomes_what_its_golden_says) {
  const std::string path = std::string(kFolder) + "/" + GetParam();
  const std::string actual = mapped(value_of(file_text(path + ".json")));
  const std::string golden = path + std::string(kGoldenEnding);
  const char* update = std::getenv("EXRLINT_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1")
    std::ofstream(golden, std::ios::binary) << actual;
  EXPECT_EQ(actual, file_text(golden)) << "if that is right, EXRLINT_UPDATE_GOLDEN=1 writes it";
}

TEST(MappingFixtures, every_mapping_has_one) {
  const std::vector<std::string> names = fixture_names();
  for (const ReadMapping& read : project_mappings()) {
    const std::string beginning = read.mapping.terraform_type + "-";
    EXPECT_TRUE(std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return name.starts_with(beginning);
    })) << beginning;
  }
}

INSTANTIATE_TEST_SUITE_P(Mappings, MappingFixture, testing::ValuesIn(fixture_names()),
                         [](const auto& parameter) {
                           std::string name = parameter.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace exr
