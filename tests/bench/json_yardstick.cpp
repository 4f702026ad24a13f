#include "bench/json_yardstick.h"

#include <simdjson.h>

#include <utility>
#include <vector>

#include "bench/timing.h"

namespace bench {

namespace {

constexpr int kParses = 9;

}  // namespace

double seconds_to_parse_json(const std::string& text) {
  const simdjson::padded_string padded(text);
  std::vector<double> times;
  bool is_accepted = true;
  for (int i = 0; i < kParses; ++i) {
    times.push_back(seconds_of([&] {
      simdjson::dom::parser parser;
      is_accepted = is_accepted && parser.parse(padded).error() == simdjson::SUCCESS;
    }));
  }
  return is_accepted ? median(std::move(times)) : 0;
}

}  // namespace bench
