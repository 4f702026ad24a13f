#pragma once

namespace bench {

/// Each adds its benchmarks, which set the counter `yardstick` (seconds) and may set a label.
void register_cold_start();
void register_large_template();
void register_plan_processes();
void register_plans();
void register_parsing();

}  // namespace bench
