// The JSON Schemas for editors know exactly the keys that the decoders take.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_reader.h"
#include "policy/rule_decoder.h"
#include "policy/vocabulary_decoder.h"
#include "value/containers.h"

namespace exr {
namespace {

using Keys = std::vector<std::string>;

Value schema(const std::string& name) {
  std::ifstream stream(std::string(EXRLINT_SOURCE_DIR) + "/rules/schema/" + name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  const Result<Value> value = read_json_text(text, Limits{});
  EXPECT_TRUE(value.ok()) << name << ": " << (value.ok() ? "" : value.failure().message);
  return value.ok() ? value.value() : Value();
}

// What stands under a path of property names; null if there is nothing.
Value at(const Value& value, std::span<const std::string_view> path) {
  if (path.empty()) return value;
  const Value* found = value.is_object() ? value.as_object().find(path.front()) : nullptr;
  return found == nullptr ? Value() : at(*found, path.subspan(1));
}

Keys keys_of(const Value& value) {
  Keys keys;
  if (!value.is_object()) return keys;
  for (const Object::Property& property : value.as_object().properties())
    keys.push_back(property.name);
  std::sort(keys.begin(), keys.end());
  return keys;
}

Keys sorted(std::span<const std::string_view> names) {
  Keys keys(names.begin(), names.end());
  std::sort(keys.begin(), keys.end());
  return keys;
}

TEST(Schema, of_rules_lists_the_keys_of_rules_and_checks) {
  const Value rule = schema("rule.schema.json");
  const std::vector<std::string_view> properties = {"properties"};
  const std::vector<std::string_view> of_check = {"definitions", "check", "properties"};
  EXPECT_EQ(keys_of(at(rule, properties)), sorted(rule_keys()));
  EXPECT_EQ(keys_of(at(rule, of_check)), sorted(check_keys()));
}

TEST(Schema, of_vocabularies_and_tables_lists_their_keys) {
  const std::vector<std::string_view> properties = {"properties"};
  EXPECT_EQ(keys_of(at(schema("vocabulary.schema.json"), properties)), sorted(vocabulary_keys()));
  EXPECT_EQ(keys_of(at(schema("table.schema.json"), properties)), sorted(table_keys()));
}

// An editor shows these; a key without one is half a key.
TEST(Schema, describes_each_key) {
  const Value rule = schema("rule.schema.json");
  const std::vector<std::string_view> properties = {"properties"};
  for (const std::string& key : keys_of(at(rule, properties))) {
    const std::vector<std::string_view> here = {"properties", key, "description"};
    const std::vector<std::string_view> elsewhere = {"definitions", key, "description"};
    EXPECT_TRUE(at(rule, here).is_string() || at(rule, elsewhere).is_string()) << key;
  }
}

}  // namespace
}  // namespace exr
