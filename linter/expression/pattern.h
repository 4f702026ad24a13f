#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "support/result.h"

namespace re2 {
class RE2;
}

namespace exr {

/// A compiled regular expression in RE2's syntax. The only door to the library. Cheap to copy.
class Pattern {
 public:
  /// A Failure names what is wrong with the pattern.
  static Result<Pattern> compile(std::string_view pattern);

  /// Whether the pattern occurs anywhere in the text.
  bool occurs_in(std::string_view text) const;

 private:
  explicit Pattern(std::shared_ptr<const re2::RE2> compiled) : compiled_(std::move(compiled)) {}

  std::shared_ptr<const re2::RE2> compiled_;
};

/// The patterns of one run, each compiled at its first use.
class PatternCache {
 public:
  /// Valid as long as the cache.
  const Result<Pattern>& find(std::string_view pattern);

 private:
  std::map<std::string, Result<Pattern>, std::less<>> patterns_;
};

}  // namespace exr
