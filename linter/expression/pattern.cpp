#include "expression/pattern.h"

#include <re2/re2.h>

#include <utility>

namespace exr {

namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

Result<Pattern> Pattern::compile(std::string_view pattern) {
  constexpr std::int64_t kMostMemory = 8 << 20;
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  auto compiled = std::make_shared<const re2::RE2>(piece(pattern), options);
  if (!compiled->ok())
    return Failure{"`" + std::string(pattern) + "` is no pattern: " + compiled->error()};
  return Pattern(std::move(compiled));
}

bool Pattern::occurs_in(std::string_view text) const {
  return re2::RE2::PartialMatch(piece(text), *compiled_);
}

const Result<Pattern>& PatternCache::find(std::string_view pattern) {
  const auto found = patterns_.find(pattern);
  if (found != patterns_.end()) return found->second;
  return patterns_.emplace(std::string(pattern), Pattern::compile(pattern)).first->second;
}

}  // namespace exr
