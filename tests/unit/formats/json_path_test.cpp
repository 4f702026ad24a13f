#include "formats/json_path.h"

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

TEST(JsonPath, what_is_not_understood_is_told) {
  EXPECT_EQ(selected("circuits[-1]"), "?`]`");
  EXPECT_EQ(selected("circuits[?(@.tier =~ /P/)]"), "?`=~ /P/)]`");
  EXPECT_EQ(selected("circuits[?(@.tier > 3)]"), "?a comparison of values of two kinds");
  EXPECT_EQ(selected("circuits[0"), "?``");
}

}  // namespace
}  // namespace exr
