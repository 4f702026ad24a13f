#include <exception>

#include "cli/commands.h"
#include "cli/heap.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "support/check.h"

namespace {

[[noreturn]] void report_escaped_exception() {
  exr::check_failed("exceptions stop where their library is wrapped", __FILE__, __LINE__);
}

int run(const exr::CommandLine& line) {
  if (line.answer) return exr::print(*line.answer) ? 0 : exr::kExitUsage;
  if (line.check) return exr::run_check(*line.check);
  if (line.graph) return exr::run_graph(*line.graph);
  if (line.explain) return exr::run_explain(*line.explain);
  if (line.rule_test) return exr::run_rule_test(*line.rule_test);
  return exr::run_rule_list(line.rule_list.value_or(exr::RuleListOptions()));
}

}  // namespace

int main(int argc, char** argv) {
  exr::prepare_heap();
  std::set_terminate(report_escaped_exception);
  const exr::Result<exr::CommandLine> line = exr::read_command_line(argc, argv);
  if (!line.ok()) {
    exr::complain(line.failure().message);
    return exr::kExitUsage;
  }
  return run(line.value());
}
