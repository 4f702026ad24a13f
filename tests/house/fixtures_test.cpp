#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "findings/problem_kinds.h"
#include "house/tree.h"

namespace house {
namespace {

// The IDs of the rule files, which are named `<ID>-<title>.yaml`.
std::vector<std::string> rule_ids() {
  std::vector<std::string> ids;
  for (const TreeFile& file : files_below("rules", {".yaml"})) {
    const std::string name = std::filesystem::path(file.path).filename().string();
    if (name.starts_with("EXR")) ids.push_back(name.substr(0, name.find('-')));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

// Everything below fixtures/rules/<ID>/ whose file or folder begins with `kind`, in one text; empty
// if there is nothing.
std::string fixture_text(const std::string& id, const std::string& kind) {
  const std::string beginning = "fixtures/rules/" + id + "/" + kind;
  std::string text;
  for (const TreeFile& file : files_below("fixtures/rules/" + id, {""})) {
    if (file.path.starts_with(beginning)) text += file.text + "\n";
  }
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// What is missing or wrong in the fixtures of one rule. Names state the class and marks the intent.
std::vector<std::string> complaints_about_fixtures(const std::string& id, const std::string& bad,
                                                   const std::string& good,
                                                   const std::string& unknown) {
  std::vector<std::string> complaints;
  if (!contains(bad, "expect: " + id))
    complaints.push_back(id + ": no `bad*` with `expect: " + id + "`");
  if (good.empty()) complaints.push_back(id + ": no `good*`");
  if (contains(good, "expect: ") || contains(good, "expect-open: ")) {
    complaints.push_back(id + ": `good*` has a mark");
  }
  if (!contains(unknown, "expect-open: " + id)) {
    complaints.push_back(id + ": no `unknown*` with `expect-open: " + id + "`");
  }
  return complaints;
}

TEST(Fixtures, complaints_name_what_is_missing) {
  const std::string bad = "sku: x // expect: EXR1\n";
  const std::string open = "sku: x // expect-open: EXR1\n";
  EXPECT_EQ(complaints_about_fixtures("EXR1", bad, "fine", open).size(), 0U);
  EXPECT_EQ(complaints_about_fixtures("EXR1", "", "", "").size(), 3U);
  EXPECT_EQ(complaints_about_fixtures("EXR1", open, bad, bad).size(), 3U);
}

TEST(House, every_rule_has_bad_good_and_unknown_fixtures) {
  EXPECT_FALSE(rule_ids().empty());
  std::vector<std::string> complaints;
  for (const std::string& id : rule_ids()) {
    const auto found = complaints_about_fixtures(
        id, fixture_text(id, "bad"), fixture_text(id, "good"), fixture_text(id, "unknown"));
    complaints.insert(complaints.end(), found.begin(), found.end());
  }
  EXPECT_EQ(listed(complaints), "");
}

TEST(House, every_folder_of_rule_fixtures_belongs_to_a_rule) {
  const std::vector<std::string> ids = rule_ids();
  for (const std::string& folder : folders_in("fixtures/rules")) {
    EXPECT_TRUE(std::binary_search(ids.begin(), ids.end(), folder)) << folder;
  }
}

TEST(House, every_kind_of_problem_has_a_fixture) {
  std::string marks;
  for (const TreeFile& file : files_below("fixtures/problems", {""})) marks += file.text + "\n";
  std::vector<std::string> complaints;
  for (const exr::ProblemKindFacts& facts : exr::kProblemKinds) {
    const std::string mark = "expect-problem: " + std::string(facts.name);
    if (!contains(marks, mark))
      complaints.push_back("nothing in fixtures/problems has `" + mark + "`");
  }
  EXPECT_EQ(listed(complaints), "");
}

}  // namespace
}  // namespace house
