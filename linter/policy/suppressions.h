#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "findings/finding.h"
#include "findings/problem.h"
#include "policy/ignore_text.h"
#include "policy/rule.h"
#include "source/span.h"

namespace exr {

/// One thing in the user's files that asks to leave findings out, and where it holds.
struct Ignore {
  IgnoreText text;
  /// The comment, or the text in the metadata.
  Span span;
  /// What it is about: its line, a whole declaration, or a whole file.
  Span extent;
  /// `extent` is a declaration: findings about what is declared there are left out wherever they
  /// stand.
  bool covers_subject = false;
};

/// The ignores of a run, each of which may cover findings of several projects.
class Suppressions {
 public:
  /// `today` is a day like `2026-11-26`; empty: no ignore's day comes.
  explicit Suppressions(std::string today) : today_(std::move(today)) {}

  /// Marks the findings that an ignore covers as suppressed. One whose day has come, and one for a
  /// rule that cannot be suppressed, leaves its findings and says so in them.
  void apply(const std::vector<Ignore>& ignores, const RuleSet& rules, const Selection& selection,
             std::vector<Finding>& findings);
  /// Tells what is odd, after the last project: ignores without a reason, for rules that nobody
  /// knows, and those that covered nothing although their rule ran.
  void tell(Problems& problems) const;

 private:
  struct Use {
    bool covers = false;
    bool ran = false;
  };
  class Pass;

  std::string today_;
  // by comment and rule ID
  std::map<std::pair<Span, std::string>, Use> uses_;
  Problems odd_;
};

}  // namespace exr
