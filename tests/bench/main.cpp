#include <benchmark/benchmark.h>

#include "bench/benchmarks.h"
#include "bench/ratio_table.h"

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  // first, while this process is small: a child's peak memory begins with that of its parent
  bench::register_cold_start();
  bench::register_plan_processes();
  bench::register_large_template();
  bench::register_plans();
  bench::register_parsing();
  bench::RatioTable table;
  const bool any_ran = benchmark::RunSpecifiedBenchmarks(&table) > 0;
  return any_ran && !table.any_failed() ? 0 : 1;
}
