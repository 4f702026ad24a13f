#include "bench/ratio_table.h"

#include <cstdio>
#include <string>

namespace bench {

namespace {

std::string milliseconds(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f ms", seconds * 1e3);
  return text;
}

void print_line(const std::string& name, const std::string& measured, const std::string& yardstick,
                const std::string& ratio, const std::string& more) {
  std::printf("%-36s %12s %12s %8s  %s\n", name.c_str(), measured.c_str(), yardstick.c_str(),
              ratio.c_str(), more.c_str());
  std::fflush(stdout);
}

}  // namespace

bool RatioTable::ReportContext(const Context&) {
  print_line("benchmark", "measured", "yardstick", "ratio", "");
  return true;
}

void RatioTable::ReportRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    const std::string name = run.run_name.function_name;
    if (run.error_occurred) {
      any_failed_ = true;
      print_line(name, "-", "-", "-", "failed: " + run.error_message);
      continue;
    }
    const double measured =
        run.GetAdjustedRealTime() / benchmark::GetTimeUnitMultiplier(run.time_unit);
    const auto yardstick = run.counters.find("yardstick");
    const double reference = yardstick == run.counters.end() ? 0 : yardstick->second.value;
    char ratio[32] = "-";
    if (reference > 0) std::snprintf(ratio, sizeof ratio, "%.1f", measured / reference);
    print_line(name, milliseconds(measured), reference > 0 ? milliseconds(reference) : "-", ratio,
               run.report_label);
  }
}

}  // namespace bench
