// Programs with what their compiled templates say: compared where that is a value or a dependency
// of what is deployed.

#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <string>

#include "conformance/compiled_paths.h"
#include "conformance/corpus.h"
#include "conformance/exceptions.h"
#include "value/print.h"

namespace conformance {
namespace {

class CompiledPrograms {
 public:
  void run(const ExpectedProgram& expected) {
    const Program program(expected.file);
    for (const Assertion& assertion : expected.assertions) {
      const CompiledVerdict verdict = judge_compiled(program, expected, assertion);
      if (verdict.kind == CompiledVerdict::Kind::NotUsable) {
        ++left_out_[verdict.text];
        continue;
      }
      tell(expected.name + " " + assertion.path, assertion, verdict);
    }
  }

  void finish() const {
    std::size_t left_out = 0;
    for (const auto& [reason, count] : left_out_) {
      std::cout << "  " << count << " left out: " << reason << "\n";
      left_out += count;
    }
    std::cout << "compiled programs: " << equal_ << " assertions equal, " << excepted_
              << " listed exceptions, " << wrong_ << " different, " << left_out
              << " not about what is deployed\n";
    EXPECT_EQ(exceptions_.unmet(), "");
    EXPECT_GT(equal_, 0U);
  }

 private:
  void tell(const std::string& name, const Assertion& assertion, const CompiledVerdict& verdict) {
    const bool is_equal = verdict.kind == CompiledVerdict::Kind::Equal;
    const std::string* reason = exceptions_.find(name);
    if (reason != nullptr) {
      std::cout << "  " << name << ": " << *reason << "\n";
      EXPECT_FALSE(is_equal) << name << " holds: it is no exception any more";
      ++excepted_;
      return;
    }
    ++(is_equal ? equal_ : wrong_);
    EXPECT_TRUE(is_equal) << name << "\n  wants " << exr::to_json(assertion.expected)
                          << "\n  finds " << verdict.text;
  }

  Exceptions exceptions_{"compiled_program_exceptions.tsv"};
  std::map<std::string, std::size_t> left_out_;
  std::size_t equal_ = 0;
  std::size_t excepted_ = 0;
  std::size_t wrong_ = 0;
};

TEST(CompiledPrograms, DeployWhatTheirTemplatesSay) {
  const auto corpus = find_corpus();
  if (!corpus) GTEST_SKIP() << "no conformance corpus";
  CompiledPrograms programs;
  for (const ExpectedProgram& expected : read_expected_programs(*corpus, "compiled"))
    programs.run(expected);
  programs.finish();
}

}  // namespace
}  // namespace conformance
