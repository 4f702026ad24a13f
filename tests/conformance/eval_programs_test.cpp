// Programs whose outputs, variables and assertions the real engine computed.

#include <gtest/gtest.h>

#include <iostream>
#include <string>

#include "conformance/corpus.h"
#include "conformance/exceptions.h"
#include "conformance/expected_program.h"
#include "conformance/program_paths.h"
#include "value/compare.h"
#include "value/print.h"

namespace conformance {
namespace {

struct Figures {
  std::size_t equal = 0;
  std::size_t excepted = 0;
  std::size_t mocked = 0;
  std::size_t about_text = 0;
  std::size_t wrong = 0;
};

class EvalPrograms {
 public:
  void run(const ExpectedProgram& expected) {
    if (expected.needs_mock) {
      std::cout << "  " << expected.name
                << " needs a mock of `reference()`: " << expected.assertions.size()
                << " values left out\n";
      figures_.mocked += expected.assertions.size();
      return;
    }
    const Program program(expected.file);
    for (const Assertion& assertion : expected.assertions) judge(expected, program, assertion);
  }

  void finish() const {
    std::cout << "eval programs: " << figures_.equal << " values equal, " << figures_.excepted
              << " listed exceptions, " << figures_.mocked << " need a mock, "
              << figures_.about_text << " about the compiled text, " << figures_.wrong
              << " wrong\n";
    EXPECT_EQ(exceptions_.unmet(), "");
    EXPECT_GT(figures_.equal, 0U);
  }

 private:
  void judge(const ExpectedProgram& expected, const Program& program, const Assertion& assertion) {
    const PathAnswer answer = answer_at(program, assertion.path);
    if (answer.kind == PathAnswer::Kind::CompiledText) {
      std::cout << "  " << expected.name << " " << assertion.path
                << " is about the text of the compiled template\n";
      ++figures_.about_text;
      return;
    }
    const bool is_equal = answer.kind == PathAnswer::Kind::Value &&
                          exr::equals(answer.value, assertion.expected,
                                      exr::TextComparison::Exact) == exr::Truth::True;
    const std::string* reason = exceptions_.find(expected.name + " " + assertion.path);
    if (reason != nullptr) {
      std::cout << "  " << expected.name << " " << assertion.path << ": " << *reason << "\n";
      EXPECT_FALSE(is_equal) << expected.name << " " << assertion.path
                             << " holds: it is no exception any more";
      ++figures_.excepted;
      return;
    }
    ++(is_equal ? figures_.equal : figures_.wrong);
    EXPECT_TRUE(is_equal) << expected.name << " " << assertion.path << "\n  wants "
                          << exr::to_json(assertion.expected) << "\n  finds "
                          << (answer.kind == PathAnswer::Kind::Value ? exr::to_json(answer.value)
                                                                     : "nothing");
  }

  Exceptions exceptions_{"eval_program_exceptions.tsv"};
  Figures figures_;
};

TEST(EvalPrograms, GiveTheEnginesValues) {
  const auto corpus = find_corpus();
  if (!corpus) GTEST_SKIP() << "no conformance corpus";
  EvalPrograms programs;
  for (const ExpectedProgram& expected : read_expected_programs(*corpus, "eval"))
    programs.run(expected);
  programs.finish();
}

}  // namespace
}  // namespace conformance
