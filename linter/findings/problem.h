#pragma once

#include <compare>
#include <string>
#include <vector>

#include "findings/problem_kinds.h"
#include "findings/related_place.h"
#include "source/span.h"

namespace exr {

/// Something odd or broken in the user's files. Reading goes on: the hole becomes Unknown and the
/// graph partial.
struct Problem {
  ProblemKind kind = ProblemKind::SyntaxError;
  /// What was found, then the hint: lower case, no full stop, `code` in backticks, never a secret
  /// value.
  std::string message;
  /// Where. Without a place `path` names the file (which may not exist).
  Span span;
  std::string path;
  /// What explains it: the declaration that an argument violates.
  std::vector<RelatedPlace> related;

  Severity severity() const { return facts_of(kind).severity; }
  friend bool operator==(const Problem&, const Problem&) = default;
};

/// Problems in the order of their discovery. Every step takes one to write into.
using Problems = std::vector<Problem>;

}  // namespace exr
