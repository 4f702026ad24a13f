#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "conformance/corpus.h"
#include "conformance/plan_case.h"
#include "hcl/source_targets.h"
#include "support/text.h"
#include "value/containers.h"

namespace conformance {
namespace {

// An attribute of a resource that its plan does not know.
struct Question {
  exr::SourceInstance instance;
  exr::SourcePath path;
  std::string text;
  exr::Value value;
  // all attributes of the instance
  exr::Value planned;
};

bool is_about_id(const exr::SourcePath& path) {
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    if (const auto* name = std::get_if<std::string>(&*step))
      return name->ends_with("_id") || name->ends_with("_ids") ||
             (path.size() > 1 && *name == "id");
  }
  return false;
}

void collect(const exr::Value& value, Question& at, std::vector<Question>& questions) {
  if ((value.is_unknown() || value.is_string()) && is_about_id(at.path)) {
    questions.push_back(at);
    questions.back().value = value;
  } else if (value.is_object()) {
    for (const auto& property : value.as_object().properties()) {
      at.path.emplace_back(property.name.str());
      collect(property.value, at, questions);
      at.path.pop_back();
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.as_array().members.size(); ++i) {
      at.path.emplace_back(static_cast<std::int64_t>(i));
      collect(value.as_array().members[i], at, questions);
      at.path.pop_back();
    }
  }
}

std::string shown(const exr::SourcePath& path) {
  std::string text;
  for (const exr::SourceStep& step : path) {
    const auto* name = std::get_if<std::string>(&step);
    text +=
        name != nullptr ? "." + *name : "[" + std::to_string(std::get<std::int64_t>(step)) + "]";
  }
  return text;
}

std::string shown(const exr::SourceTarget& target) {
  std::string text;
  for (const exr::CallStep& step : target.module) text += step.name + "/";
  return text + target.type + "." + target.name + (target.key ? "" : "[?]") +
         shown(target.attribute);
}

std::string shown(const exr::SourceTargets& found) {
  std::string text;
  for (const exr::SourceTarget& target : found.targets) text += " " + shown(target);
  for (const exr::BuiltText& built : found.built)
    text += " " + shown(built.target) + "+" + built.suffix;
  return text + (found.is_complete_with_built ? "" : " ?");
}

// How the questions of some plans were answered.
struct Answers {
  // of ids that the plan does know: how many have one target whose value is known, and the same
  std::size_t known = 0;
  std::size_t one = 0;
  std::size_t several = 0;
  // a text that begins with one target
  std::size_t built = 0;
  std::size_t nothing_written = 0;
  std::size_t partly = 0;
  std::size_t unresolved = 0;
};

std::string shown(const Answers& answers) {
  return "unknown ids with one target " + std::to_string(answers.one) + ", with several " +
         std::to_string(answers.several) + ", built on one " + std::to_string(answers.built) +
         ", not written " + std::to_string(answers.nothing_written) + ", partly resolved " +
         std::to_string(answers.partly) + ", unresolved " + std::to_string(answers.unresolved) +
         "; known ids that are their target's " + std::to_string(answers.known);
}

// Of the unknown ids that are written, those whose targets are all known.
double resolved_share(const Answers& answers) {
  const std::size_t resolved = answers.one + answers.several + answers.built;
  const std::size_t all = resolved + answers.partly + answers.unresolved;
  return all == 0 ? 0 : static_cast<double>(resolved) / static_cast<double>(all);
}

void count(const exr::SourceTargets& found, Answers& answers) {
  if (found.is_complete_with_built && found.built.size() == 1) {
    ++answers.built;
  } else if (!found.is_complete) {
    ++(found.targets.empty() ? answers.unresolved : answers.partly);
  } else if (found.targets.empty()) {
    ++answers.nothing_written;
  } else {
    ++(found.targets.size() == 1 ? answers.one : answers.several);
  }
}

// Asks all questions about one plan.
class Interview {
 public:
  explicit Interview(PlanCase& plan_case)
      : plan_case_(plan_case), finder_(plan_case.configuration(), plan_case.facts()) {}

  /// Adds to the answers, and a line for each that is not one target.
  void run(Answers& answers, std::vector<std::string>& others) {
    for (const Question& question : questions()) {
      const exr::SourceTargets found =
          finder_.find(question.instance, question.path, &question.planned);
      expect_planned(question, found);
      if (!question.value.is_unknown()) {
        answers.known += is_same(question, found) ? 1 : 0;
        continue;
      }
      count(found, answers);
      if (!found.is_complete || found.targets.size() > 1)
        others.push_back(question.text + " ->" + shown(found));
    }
  }

 private:
  std::vector<Question> questions() const {
    std::vector<Question> questions;
    for (const exr::PlannedResource* resource : plan_case_.resources()) {
      Question question{.instance = plan_case_.instance_of(*resource)};
      question.planned = plan_case_.attributes_of(*resource);
      std::vector<Question> own;
      collect(question.planned, question, own);
      for (Question& one : own) {
        one.text = resource->address + shown(one.path);
        questions.push_back(std::move(one));
      }
    }
    return questions;
  }

  void expect_planned(const Question& question, const exr::SourceTargets& found) const {
    for (const exr::SourceTarget& target : found.targets)
      EXPECT_NE(plan_case_.find_planned(target), nullptr)
          << question.text << " -> " << shown(target);
  }

  // Whether an id that is known is what its only target has, as far as that is known.
  bool is_same(const Question& question, const exr::SourceTargets& found) const {
    const bool is_one = found.is_complete && found.targets.size() == 1 && found.targets[0].key;
    const exr::PlannedResource* target =
        is_one ? plan_case_.find_planned(found.targets[0]) : nullptr;
    if (target == nullptr) return false;
    const exr::Value value =
        value_at(plan_case_.attributes_of(*target), found.targets[0].attribute);
    if (!value.is_string()) return false;
    EXPECT_EQ(exr::to_lower(value.as_string()), exr::to_lower(question.value.as_string()))
        << question.text << " -> " << shown(found.targets[0]);
    return true;
  }

  PlanCase& plan_case_;
  exr::SourceTargetFinder finder_;
};

// `acc`, `doc`, `mod`, and `er` for all that were written by hand.
std::string kind_of(const std::string& name) {
  return name.starts_with("er") ? "er" : name.substr(0, name.find('_'));
}

TEST(SourceTargetsConformance, most_unknown_ids_have_one_target) {
  const auto plans = find_plans();
  if (!plans) GTEST_SKIP() << "no corpus of plans: set EXRLINT_PLANS to the folder that holds it";
  std::map<std::string, Answers> answers;
  for (const auto& row : read_rows(*plans / "CASES.tsv")) {
    PlanCase plan_case(*plans / row[0], row[1]);
    if (!plan_case.is_readable()) continue;
    std::vector<std::string> others;
    Interview(plan_case).run(answers[kind_of(row[0])], others);
    for (const std::string& line : others) std::cout << row[0] << " " << line << "\n";
    for (const exr::Problem& problem : plan_case.problems())
      EXPECT_NE(problem.kind, exr::ProblemKind::SyntaxError) << problem.message;
  }
  for (const auto& [kind, of_kind] : answers) std::cout << kind << ": " << shown(of_kind) << "\n";
  EXPECT_GE(resolved_share(answers["mod"]), 0.95);
  EXPECT_GE(resolved_share(answers["acc"]), 0.99);
  EXPECT_GE(resolved_share(answers["doc"]), 0.99);
}

}  // namespace
}  // namespace conformance
