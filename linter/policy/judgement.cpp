#include "policy/judgement.h"

#include <algorithm>
#include <span>
#include <utility>

#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// A violation is `when` True and `require` False.
Truth violated_now(RuleHost& host, const Check& check, Membership membership) {
  Truth violated = membership == Membership::Possible ? Truth::Unknown : Truth::True;
  violated = both(violated, host.truth(host.definitions().rule().when, Level::Rule));
  if (violated == Truth::False) return violated;
  violated = both(violated, host.truth(check.when, Level::Check));
  if (violated == Truth::False) return violated;
  const Truth condition = host.truth(check.condition, Level::Check);
  return both(violated, check.forbid ? condition : opposite(condition));
}

// Tries combinations of candidates until the check is decided in each, or there are too many. What
// a case reads decides which source is split next, so that sources without influence cost nothing.
class Trials {
 public:
  Trials(RuleHost& host, const Check& check, Membership membership)
      : host_(host), check_(check), membership_(membership) {}

  void split(const Choices& chosen, const Choices& read) {
    const auto next = std::find_if(read.begin(), read.end(), [&](const auto& choice) {
      return choice.second > 1 && !chosen.contains(choice.first);
    });
    if (next == read.end() || cases_ + next->second - 1 > kMostCandidates) {
      add(Truth::Unknown, chosen);
      return;
    }
    cases_ += next->second - 1;
    const std::string source = next->first;
    const std::uint32_t options = next->second;
    for (std::uint32_t option = 0; option < options; ++option) {
      Choices more = chosen;
      more[source] = option;
      attempt(more);
    }
  }

  Verdict verdict() && {
    host_.choose({});
    return {.violated = all_, .failing = std::move(failing_), .trace = std::move(trace_)};
  }

 private:
  void attempt(const Choices& chosen) {
    host_.choose(chosen);
    host_.forget_trace();
    const Truth violated = violated_now(host_, check_, membership_);
    const Trace trace = host_.trace();
    trace_.add(trace);
    if (violated != Truth::Unknown) return add(violated, chosen);
    split(chosen, trace.choices);
  }

  void add(Truth violated, const Choices& chosen) {
    all_ = is_first_ || all_ == violated ? violated : Truth::Unknown;
    is_first_ = false;
    if (violated == Truth::True) failing_.push_back(chosen);
  }

  RuleHost& host_;
  const Check& check_;
  Membership membership_;
  std::size_t cases_ = 1;
  bool is_first_ = true;
  Truth all_ = Truth::Unknown;
  std::vector<Choices> failing_;
  Trace trace_;
};

struct Element {
  Value value;
  Membership membership = Membership::Certain;
};

void add_elements(const Value& value, Membership membership, std::vector<Element>& elements) {
  if (value.is_array()) {
    const Array& array = value.as_array();
    for (std::size_t i = 0; i < array.size(); ++i) {
      elements.push_back(
          {array.members[i], array.is_certain(i) ? membership : Membership::Possible});
    }
  } else if (value.is_unknown()) {
    for (const Candidate& candidate : value.as_unknown().candidates)
      add_elements(candidate.value, Membership::Possible, elements);
  }
}

Visit visit_bindings(RuleHost& host, std::span<const EachBinding> each, Level level,
                     Membership membership, const std::function<Visit(Membership)>& visit) {
  if (each.empty()) return visit(membership);
  std::vector<Element> elements;
  add_elements(host.evaluate(each.front().array, level), membership, elements);
  for (Element& element : elements) {
    host.bind(each.front().name, std::move(element.value));
    const Visit next = visit_bindings(host, each.subspan(1), level, element.membership, visit);
    host.unbind();
    if (next == Visit::Stop) return Visit::Stop;
  }
  return Visit::Continue;
}

}  // namespace

Verdict judge(RuleHost& host, const Check& check, Membership membership) {
  host.forget_trace();
  Verdict verdict;
  verdict.violated = violated_now(host, check, membership);
  verdict.trace = host.trace();
  const bool may_be_split = verdict.violated == Truth::Unknown && !host.is_exhausted() &&
                            membership == Membership::Certain && !verdict.trace.choices.empty();
  if (!may_be_split) return verdict;
  Trials trials(host, check, membership);
  trials.split({}, verdict.trace.choices);
  Verdict decided = std::move(trials).verdict();
  decided.trace.add(verdict.trace);
  return decided;
}

Visit for_each_element(RuleHost& host, const std::vector<EachBinding>& each, Level level,
                       const std::function<Visit(Membership)>& visit) {
  return visit_bindings(host, each, level, Membership::Certain, visit);
}

}  // namespace exr
