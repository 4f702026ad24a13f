#include "frontends/bicep/json_path.h"

#include <gtest/gtest.h>

#include "formats/json_reader.h"
#include "value/print.h"

namespace exr {
namespace {

constexpr const char* kCircuits = R"({
  "site": "ams",
  "circuits": [
    {"name": "er-1", "tier": "Premium", "bandwidth": 1000, "tags": {"name": "first"}},
    {"name": "er-2", "tier": "Standard", "bandwidth": 200},
    {"name": "er-3", "tier": "Premium", "bandwidth": 50.5}
  ],
  "odd name": {"a.b": [1, 2, 3, 4], "null": null}
})";

// The matches as JSON, a space between them; a `?` before what is not understood.
std::string selected(std::string_view path) {
  const Value document = read_json_text(kCircuits, Limits()).value();
  const Result<std::vector<Value>> matches = select_by_path(document, path);
  if (!matches.ok()) return "?" + matches.failure().message;
  std::string text;
  for (const Value& match : matches.value()) text += (text.empty() ? "" : " ") + to_json(match);
  return text;
}

TEST(JsonPath, names_may_begin_with_the_root_a_dot_or_nothing) {
  EXPECT_EQ(selected("$.site"), R"("ams")");
  EXPECT_EQ(selected(".site"), R"("ams")");
  EXPECT_EQ(selected("site"), R"("ams")");
  EXPECT_EQ(selected("['site']"), R"("ams")");
  EXPECT_EQ(selected("Site"), "");
  EXPECT_EQ(selected("site.name"), "");
}

TEST(JsonPath, elements_and_slices) {
  EXPECT_EQ(selected("circuits[1].name"), R"("er-2")");
  EXPECT_EQ(selected("circuits[0,2].name"), R"("er-1" "er-3")");
  EXPECT_EQ(selected("circuits[9].name"), "");
  EXPECT_EQ(selected("$['odd name']['a.b'][1:3]"), "2 3");
  EXPECT_EQ(selected("$['odd name']['a.b'][-1:]"), "4");
  EXPECT_EQ(selected("$['odd name']['a.b'][:2]"), "1 2");
}

TEST(JsonPath, slices_with_a_step) {
  const std::string numbers = "$['odd name']['a.b']";
  EXPECT_EQ(selected(numbers + "[::2]"), "1 3");
  EXPECT_EQ(selected(numbers + "[1::2]"), "2 4");
  EXPECT_EQ(selected(numbers + "[ 0 : 3 : 2 ]"), "1 3");
  EXPECT_EQ(selected(numbers + "[::-1]"), "4 3 2 1");
  EXPECT_EQ(selected(numbers + "[2:0:-1]"), "3 2");
  EXPECT_EQ(selected(numbers + "[-2::-1]"), "3 2 1");
  EXPECT_EQ(selected(numbers + "[9::-2]"), "4 2");
  EXPECT_EQ(selected(numbers + "[:9]"), "1 2 3 4");
  EXPECT_EQ(selected(numbers + "[::0]"), "?`]`");
}

TEST(JsonPath, all_children_and_all_inside) {
  EXPECT_EQ(selected("circuits[*].name"), R"("er-1" "er-2" "er-3")");
  EXPECT_EQ(selected("circuits[0].tags.*"), R"("first")");
  EXPECT_EQ(selected("$..name"), R"("er-1" "first" "er-2" "er-3")");
}

TEST(JsonPath, filters_of_arrays) {
  EXPECT_EQ(selected("circuits[?(@.tier == 'Premium')].name"), R"("er-1" "er-3")");
  EXPECT_EQ(selected("circuits[?(@.tier=='Premium'&&@.bandwidth>100)].name"), R"("er-1")");
  EXPECT_EQ(selected("circuits[?(@.bandwidth >= 1000 || @.bandwidth < 100)].name"),
            R"("er-1" "er-3")");
  EXPECT_EQ(selected("circuits[?(@.tags)].name"), R"("er-1")");
  EXPECT_EQ(selected("circuits[?(@.tags.name != 'x')].name"), R"("er-1")");
  EXPECT_EQ(selected("$['odd name']['a.b'][?(@ > 2)]"), "3 4");
}

TEST(JsonPath, a_joint_of_a_filter_takes_all_that_follows) {
  const auto fitting = [](const std::string& condition) {
    return selected("circuits[?(" + condition + ")].name");
  };
  // false && (... || true), and true || (... && false)
  EXPECT_EQ(fitting("@.name == 'x' && @.name == 'y' || @.name == 'er-2'"), "");
  EXPECT_EQ(fitting("@.name == 'er-2' || @.tier && @.name == 'y'"), R"("er-2")");
  EXPECT_EQ(fitting("@.tier == 'Premium' && @.tags || @.bandwidth < 100"), R"("er-1" "er-3")");
}

TEST(JsonPath, filters_compare_paths_and_patterns) {
  EXPECT_EQ(selected("circuits[?(@.tier =~ /^PREM/i)].name"), R"("er-1" "er-3")");
  EXPECT_EQ(selected("circuits[?(@.tier =~ /^PREM/)].name"), "");
  EXPECT_EQ(selected("circuits[?(@.bandwidth =~ /1/)].name"), "");
  EXPECT_EQ(selected("circuits[?(@.bandwidth == $.circuits[1].bandwidth)].name"), R"("er-2")");
  EXPECT_EQ(selected("circuits[?('er-3' == @.name)].name"), R"("er-3")");
  EXPECT_EQ(selected("circuits[?(@.tags.* == 'first')].name"), R"("er-1")");
  EXPECT_EQ(selected("circuits[?(@['tags']['name'] === 'first')].name"), R"("er-1")");
  EXPECT_EQ(selected("circuits[?(@.tags != 'x')].name"), R"("er-1")");
  EXPECT_EQ(selected("circuits[?(@.tags !== 'x')].name"), "");
  EXPECT_EQ(selected("$..[?(@.tier == 'Standard')].name"), R"("er-2")");
}

TEST(JsonPath, a_text_beside_a_number_is_what_it_says) {
  EXPECT_EQ(selected("circuits[?(@.bandwidth > '100')].name"), R"("er-1" "er-2")");
  EXPECT_EQ(selected("circuits[?(@.bandwidth == '200')].name"), "");
  EXPECT_EQ(selected("circuits[?(@.bandwidth == 200.0)].name"), R"("er-2")");
  EXPECT_EQ(selected("circuits[?(@.bandwidth >= null)].name"), R"("er-1" "er-2" "er-3")");
}

TEST(JsonPath, what_is_not_understood_is_told) {
  EXPECT_EQ(selected("circuits[-1]"), "?`]`");
  EXPECT_EQ(selected("circuits[?(@.tier =~ 'P')]"), "?`'P')]`");
  EXPECT_EQ(selected("circuits[?(@.tier =~ /(/)]"), "?`)]`");
  EXPECT_EQ(selected("circuits[?((@.tier))]"), "?`(@.tier))]`");
  EXPECT_EQ(selected("circuits[0]name"), "?`name`");
  EXPECT_EQ(selected("circuits[?(@.tier > 3)]"), "?a comparison of values of two kinds");
  EXPECT_EQ(selected("circuits[0"), "?``");
}

}  // namespace
}  // namespace exr
