// Expressions with the values that Azure gives them, one a line: expression, expected JSON, source,
// program around it, syntax, authority. Only lines that stand alone are run here; those that need a
// program are for the suites that read programs.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "expression/evaluator.h"
#include "expression/functions/table.h"
#include "formats/json_reader.h"
#include "support/text.h"
#include "syntax/bicep_expression.h"
#include "value/compare.h"
#include "value/print.h"

namespace exr {
namespace {

struct Vector {
  std::string expression;
  std::string expected;
  std::string program;
  std::string authority;
};

// Knows no names: an expression that needs one is left out.
class LonelyHost : public Host {
 public:
  // what it would have to know
  std::string asked;
  Problems problems;

  std::optional<Value> find_name(std::string_view name, Span) override {
    // the namespaces of the language are no names of a program
    if (name != "sys" && name != "az") asked = "names of a program";
    return std::nullopt;
  }
  std::optional<Value> call(const HostCall& call) override {
    asked = "`" + std::string(call.function) + "`";
    return std::nullopt;
  }
  bool declares_function(std::string_view) override { return false; }
  Value property(ResourceHandle, std::string_view, Span) override { return {}; }
  std::optional<Value> nested(ResourceHandle, std::string_view, Span) override {
    return std::nullopt;
  }
  std::string resource_text(ResourceHandle) override { return {}; }
  void report(Problem problem) override { problems.push_back(std::move(problem)); }
};

std::filesystem::path vectors_path() {
  if (const char* corpus = std::getenv("EXRLINT_CORPUS")) {
    const auto beside = std::filesystem::path(corpus) / "function-vectors.tsv";
    if (std::filesystem::exists(beside)) return beside;
  }
  return std::filesystem::path(EXRLINT_SOURCE_DIR) / "../shared/reference/function-vectors.tsv";
}

std::vector<Vector> read_vectors(const std::filesystem::path& path) {
  std::vector<Vector> vectors;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() < 6) continue;
    // U+2028 stands for a line break inside an expression
    vectors.push_back({replace_all(cells[0], "\xE2\x80\xA8", "\n"), std::string(cells[1]),
                       std::string(cells[3]), std::string(cells[5])});
  }
  return vectors;
}

enum class Outcome { Passed, Wrong, NeedsProgram, Unreadable, Unknown };

struct Verdict {
  Outcome outcome = Outcome::Passed;
  std::string found;
};

bool has_unknown(const Value& value) {
  return to_json(value).find("$unknown") != std::string::npos;
}

Verdict judge(const Vector& vector) {
  if (vector.expression.starts_with('@'))
    return {Outcome::NeedsProgram, "a path into a program's result"};
  ExpressionTree tree;
  Problems problems;
  const Limits limits;
  const NodeId root = read_expression(vector.expression, tree, limits, problems);
  if (root == NodeId::kNone || !problems.empty()) {
    const bool needs_program = !vector.program.empty();
    return {needs_program ? Outcome::NeedsProgram : Outcome::Unreadable,
            problems.empty() ? "" : problems[0].message};
  }
  LonelyHost host;
  Evaluation evaluation;
  evaluation.limits = &limits;
  const Value found = Evaluator(tree, host, evaluation, kTemplateDialect).evaluate(root);
  if (!host.asked.empty()) return {Outcome::NeedsProgram, host.asked};
  if (!host.problems.empty()) return {Outcome::Wrong, host.problems[0].message};
  const Result<Value> expected = read_json_text(vector.expected, limits);
  if (!expected) return {Outcome::Unreadable, expected.failure().message};
  if (has_unknown(found)) return {Outcome::Unknown, to_json(found)};
  const bool same = equals(found, expected.value(), TextComparison::Exact) == Truth::True;
  return {same ? Outcome::Passed : Outcome::Wrong, to_json(found)};
}

bool binds(const std::string& authority) {
  return authority.starts_with("engine") || authority == "docs";
}

TEST(FunctionVectors, HaveAzuresValues) {
  const std::filesystem::path path = vectors_path();
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no vectors at " << path;
  std::map<Outcome, std::size_t> counts;
  std::map<std::string, std::size_t> left_out;
  for (const Vector& vector : read_vectors(path)) {
    const Verdict verdict = judge(vector);
    ++counts[verdict.outcome];
    if (verdict.outcome == Outcome::NeedsProgram) ++left_out[verdict.found];
    const bool is_odd =
        verdict.outcome != Outcome::Passed && verdict.outcome != Outcome::NeedsProgram;
    if (!is_odd) continue;
    std::cout << vector.authority << ": " << vector.expression << "\n  wants " << vector.expected
              << "\n  finds " << verdict.found << "\n";
    if (verdict.outcome == Outcome::Wrong && binds(vector.authority)) {
      ADD_FAILURE() << vector.expression << " is not " << vector.expected << " but "
                    << verdict.found;
    }
  }
  std::cout << "vectors: " << counts[Outcome::Passed] << " passed, " << counts[Outcome::Wrong]
            << " wrong, " << counts[Outcome::Unknown] << " unknown, " << counts[Outcome::Unreadable]
            << " not readable, " << counts[Outcome::NeedsProgram]
            << " left out (they need a program around them)\n";
  for (const auto& [reason, count] : left_out)
    std::cout << "  " << count << " for " << reason << "\n";
  EXPECT_GT(counts[Outcome::Passed], 0U);
}

}  // namespace
}  // namespace exr
