// Expressions with the values that Azure gives them. Those that stand in a program are evaluated
// inside it; every row gets a verdict.

#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "conformance/corpus.h"
#include "conformance/exceptions.h"
#include "conformance/lonely_expression.h"
#include "conformance/program.h"
#include "conformance/program_paths.h"
#include "conformance/vectors.h"
#include "formats/json_reader.h"
#include "support/limits.h"
#include "value/compare.h"
#include "value/print.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;

enum class Outcome {
  Passed,
  Wrong,
  // the corpus does not hold the program
  NoProgram,
  // it is about the text of the compiled template, of which nothing is made here
  AboutText,
};

struct Verdict {
  Outcome outcome = Outcome::Passed;
  std::string found;
};

// The file of a program in the corpus; empty if it is not there.
std::optional<fs::path> find_program(const std::string& program) {
  const auto corpus = find_corpus();
  if (!corpus || program.empty()) return std::nullopt;
  const fs::path given(program);
  // some are there only as the formatter left them
  const std::string formatted = given.stem().string() + ".formatted" + given.extension().string();
  for (const fs::path& place :
       {*corpus / given / "main.bicep", *corpus / "templates/Azure+bicep" / given,
        *corpus / "params-pairs" / given.parent_path().filename() / given.filename(),
        *corpus / "parse/Azure+bicep" / given,
        *corpus / "parse/Azure+bicep" / given.parent_path() / formatted}) {
    if (fs::is_regular_file(place)) return place;
  }
  return std::nullopt;
}

Verdict compared(const exr::Value& found, const std::string& expected) {
  const exr::Limits limits;
  const exr::Result<exr::Value> wanted = exr::read_json_text(expected, limits);
  if (!wanted) return {Outcome::Wrong, "the expected value is no JSON"};
  const bool same =
      exr::equals(found, wanted.value(), exr::TextComparison::Exact) == exr::Truth::True;
  return {same ? Outcome::Passed : Outcome::Wrong, exr::to_json(found)};
}

Verdict judge_path(const Program& program, const Vector& vector) {
  const PathAnswer answer = answer_at(program, vector.expression.substr(1));
  if (answer.kind == PathAnswer::Kind::CompiledText) return {Outcome::AboutText, {}};
  if (answer.kind == PathAnswer::Kind::Absent) return {Outcome::Wrong, "nothing"};
  return compared(answer.value, vector.expected);
}

Verdict judge_alone(const Vector& vector) {
  const LonelyAnswer answer = evaluate_alone(vector.expression);
  if (!answer.asked.empty() && !vector.program.empty()) return {Outcome::NoProgram, answer.asked};
  if (!answer.problem.empty()) return {Outcome::Wrong, answer.problem};
  return compared(answer.value, vector.expected);
}

Verdict judge(const Vector& vector) {
  const bool is_path = vector.expression.starts_with('@');
  const auto file = find_program(vector.program);
  if (!file && is_path) return {Outcome::NoProgram, "a path into its result"};
  if (!file) return judge_alone(vector);
  const Program program(*file);
  if (is_path) return judge_path(program, vector);
  const auto answer = program.evaluate(vector.expression);
  if (!answer) return {Outcome::Wrong, "nothing, the program cannot be read"};
  if (!answer->problems.empty()) return {Outcome::Wrong, answer->problems.front()};
  return compared(answer->value, vector.expected);
}

// What came of the vectors of one authority.
struct Figures {
  std::size_t passed = 0;
  std::size_t excepted = 0;
  std::size_t without_program = 0;
  std::size_t about_text = 0;
  std::size_t wrong = 0;
};

class Tally {
 public:
  void add(const Vector& vector, const Verdict& verdict) {
    Figures& figures = figures_[vector.authority];
    const std::string* reason = exceptions_.find(vector.expression);
    switch (verdict.outcome) {
      case Outcome::Passed:
        ++figures.passed;
        EXPECT_EQ(reason, nullptr) << vector.expression << " holds: it is no exception any more";
        return;
      case Outcome::NoProgram:
        ++figures.without_program;
        ++missing_[vector.program];
        return;
      case Outcome::AboutText:
        ++figures.about_text;
        std::cout << "  " << vector.authority << ": " << vector.expression << " of "
                  << vector.program << " is about the text of the compiled template\n";
        return;
      case Outcome::Wrong:
        break;
    }
    ++(reason != nullptr ? figures.excepted : figures.wrong);
    if (reason != nullptr) {
      std::cout << "  " << vector.authority << ": " << vector.expression << ": " << *reason << "\n";
      return;
    }
    ADD_FAILURE() << vector.authority << ": " << vector.expression << "\n  in " << vector.program
                  << "\n  wants " << vector.expected << "\n  finds " << verdict.found;
  }

  void finish() const {
    for (const auto& [program, count] : missing_)
      std::cout << "  " << count << " left out: the corpus has no " << program << "\n";
    for (const auto& [authority, figures] : figures_) {
      std::cout << "vectors of " << authority << ": " << figures.passed << " equal, "
                << figures.excepted << " listed exceptions, " << figures.without_program
                << " without their program, " << figures.about_text << " about the compiled text, "
                << figures.wrong << " wrong\n";
    }
    EXPECT_EQ(exceptions_.unmet(), "");
  }

 private:
  Exceptions exceptions_{"function_vector_exceptions.tsv"};
  std::map<std::string, Figures> figures_;
  std::map<std::string, std::size_t> missing_;
};

TEST(FunctionVectors, HaveAzuresValues) {
  const auto path = find_vectors();
  if (!path) GTEST_SKIP() << "no vectors";
  if (!find_corpus()) GTEST_SKIP() << "no conformance corpus";
  const std::vector<Vector> vectors = read_vectors(*path);
  ASSERT_FALSE(vectors.empty());
  Tally tally;
  for (const Vector& vector : vectors) tally.add(vector, judge(vector));
  tally.finish();
}

}  // namespace
}  // namespace conformance
