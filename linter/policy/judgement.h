#pragma once

#include <functional>
#include <vector>

#include "policy/memo.h"
#include "policy/rule.h"
#include "policy/rule_host.h"
#include "value/truth.h"

namespace exr {

/// What a check says of the thing and the element that the host is set to.
struct Verdict {
  /// True: the rule is violated.
  Truth violated = Truth::False;
  /// If combinations of candidates had to be tried: those under which it is violated.
  std::vector<Choices> failing;
  /// What was read on the way.
  Trace trace;
};

/// Whether a member of an `each` is there for certain.
enum class Membership : std::uint8_t { Certain, Possible };

/// Judges by one check (entered, `self` and `each` bound). What is undecided is judged again for
/// each combination of candidates that it reads, kMostCandidates at most.
Verdict judge(RuleHost& host, const Check& check, Membership membership);

/// Calls `visit` for every element, or combination of elements, of an `each`, with its names bound;
/// once if there is no `each`. `visit` gives whether to go on.
enum class Visit : std::uint8_t { Continue, Stop };
Visit for_each_element(RuleHost& host, const std::vector<EachBinding>& each, Level level,
                       const std::function<Visit(Membership)>& visit);

}  // namespace exr
