#include "conformance/lonely_expression.h"

#include <optional>
#include <utility>

#include "expression/evaluator.h"
#include "expression/functions/table.h"
#include "syntax/bicep_expression.h"

namespace conformance {

namespace {

// Knows no names, and remembers what it is asked for.
class LonelyHost : public exr::Host {
 public:
  std::string asked;
  exr::Problems problems;

  std::optional<exr::Value> find_name(std::string_view name, exr::Span) override {
    // the namespaces of the language are no names of a program
    if (name != "sys" && name != "az") asked = "names of a program";
    return std::nullopt;
  }
  std::optional<exr::Value> call(const exr::HostCall& call) override {
    asked = "`" + std::string(call.function) + "`";
    return std::nullopt;
  }
  bool declares_function(std::string_view) override { return false; }
  exr::Value property(exr::ResourceHandle, std::string_view, exr::Span) override { return {}; }
  std::optional<exr::Value> nested(exr::ResourceHandle, std::string_view, exr::Span) override {
    return std::nullopt;
  }
  std::string resource_text(exr::ResourceHandle) override { return {}; }
  void report(exr::Problem problem) override { problems.push_back(std::move(problem)); }
};

std::string first_message(const exr::Problems& problems) {
  return problems.empty() ? std::string() : problems.front().message;
}

}  // namespace

LonelyAnswer evaluate_alone(std::string_view expression) {
  exr::ExpressionTree tree;
  exr::Problems problems;
  const exr::Limits limits;
  const exr::NodeId root = exr::read_expression(expression, tree, limits, problems);
  if (root == exr::NodeId::kNone) return {.problem = "it cannot be read"};
  if (!problems.empty()) return {.problem = first_message(problems)};
  LonelyHost host;
  exr::Evaluation evaluation;
  evaluation.limits = &limits;
  exr::Value value = exr::Evaluator(tree, host, evaluation, exr::kTemplateDialect).evaluate(root);
  return {std::move(value), host.asked, first_message(host.problems)};
}

}  // namespace conformance
