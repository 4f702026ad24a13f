#include "bench/reading_time.h"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "bench/timing.h"

namespace bench {

namespace {

constexpr int kReadings = 41;

}  // namespace

double seconds_to_read(const std::string& text) {
  std::vector<double> times;
  for (int i = 0; i < kReadings; ++i) {
    times.push_back(seconds_of([&] {
      std::uint32_t sum = 0;
      for (const char c : text) {
        sum = sum * 31 + static_cast<unsigned char>(c);
        benchmark::DoNotOptimize(sum);
      }
    }));
  }
  return median(std::move(times));
}

}  // namespace bench
