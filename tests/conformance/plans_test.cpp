#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <string>
#include <string_view>

#include "conformance/corpus.h"
#include "conformance/plan_edges.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;

// `doc`, `acc`, `er`, `mod`: where a plan comes from.
std::string class_of(const std::string& name) {
  return name.starts_with("er") ? "er" : name.substr(0, name.find('_'));
}

// The only Problems that plans of the corpus may have: one deploys a template, one ended early.
bool is_explained(const exr::Problem& problem) {
  const auto says = [&](std::string_view text) {
    return problem.message.find(text) != std::string::npos;
  };
  return problem.severity() != exr::Severity::Error &&
         (says("the template that") || says("planning ended with an error"));
}

using FiguresByClass = std::map<std::string, PlanFigures>;

FiguresByClass map_all(const fs::path& corpus, bool with_sources) {
  FiguresByClass figures;
  for (const auto& row : read_rows(corpus / "CASES.tsv")) {
    const std::string& name = row.at(0);
    const fs::path folder = corpus / name;
    const MappedFigures mapped =
        map_case({.plan = folder / "plan.json",
                  .sources = with_sources ? (folder / row.at(1)).lexically_normal().string() : ""});
    EXPECT_EQ(mapped.complaint, "") << name;
    for (const exr::Problem& problem : mapped.problems)
      EXPECT_TRUE(is_explained(problem)) << name << ": " << problem.message;
    figures[class_of(name)] += mapped.figures;
  }
  for (const auto& [name, of_class] : figures) std::cout << name << ": " << of_class.text() << "\n";
  return figures;
}

double share_of_one(const PlanFigures& figures) {
  return static_cast<double>(figures.one) / static_cast<double>(figures.ids());
}

TEST(PlanConformance, every_plan_is_mapped_and_its_ids_are_those_of_other_resources) {
  const auto plans = find_plans();
  if (!plans) GTEST_SKIP() << "no corpus of plans: set EXRLINT_PLANS to the folder that holds it";
  FiguresByClass figures = map_all(*plans, false);
  EXPECT_GE(share_of_one(figures["doc"]), 0.99);
  EXPECT_GE(share_of_one(figures["acc"]), 0.99);
}

TEST(PlanConformance, sources_tell_what_a_plan_does_not) {
  const auto plans = find_plans();
  if (!plans) GTEST_SKIP() << "no corpus of plans: set EXRLINT_PLANS to the folder that holds it";
  FiguresByClass figures = map_all(*plans, true);
  EXPECT_GE(share_of_one(figures["doc"]), 0.99);
  EXPECT_GE(share_of_one(figures["acc"]), 0.99);
  EXPECT_GE(share_of_one(figures["er"]), 0.97);
  EXPECT_GE(share_of_one(figures["mod"]), 0.9);
}

}  // namespace
}  // namespace conformance
