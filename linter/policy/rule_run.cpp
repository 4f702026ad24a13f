#include "policy/rule_run.h"

#include <algorithm>
#include <string>

#include "policy/finding_text.h"
#include "policy/open_notes.h"
#include "support/text.h"
#include "value/print.h"

namespace exr {

void RuleRun::enter_rule() {
  if (!is_entered_) host_.enter(rule_);
  is_entered_ = true;
}

void RuleRun::run() {
  judge_resources();
  for (const Target::Kind kind :
       {Target::Kind::Graph, Target::Kind::Output, Target::Kind::Parameter})
    judge_others(kind);
}

// Each declared resource that a check is for, with the check; both as numbers, in order.
std::vector<std::pair<std::uint32_t, std::uint32_t>> RuleRun::resources_by_check() const {
  const ResourceGraph& graph = host_.input().graph;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  const auto add = [&](ResourceHandle handle, std::uint32_t number) {
    if (!graph.resource(handle).existing)
      pairs.emplace_back(static_cast<std::uint32_t>(handle), number);
  };
  for (std::uint32_t number = 0; number < rule_.checks.size(); ++number) {
    for (const Target& target : targets_of(rule_.checks[number])) {
      if (target.kind == Target::Kind::Any) {
        for (std::uint32_t i = 0; i < graph.size(); ++i) add(ResourceHandle(i), number);
      } else if (target.kind == Target::Kind::Type) {
        for (const ResourceHandle handle : graph.of_type(target.type)) add(handle, number);
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

void RuleRun::judge_resources() {
  const auto pairs = resources_by_check();
  if (!pairs.empty()) enter_rule();
  for (std::size_t begin = 0; begin < pairs.size();) {
    Checks checks;
    std::size_t end = begin;
    for (; end < pairs.size() && pairs[end].first == pairs[begin].first; ++end)
      checks.push_back(pairs[end].second);
    const auto handle = static_cast<ResourceHandle>(pairs[begin].first);
    judge_thing(thing_of(host_.input().graph, handle), checks);
    begin = end;
  }
}

RuleRun::Checks RuleRun::checks_for(Target::Kind kind) const {
  Checks checks;
  for (std::uint32_t number = 0; number < rule_.checks.size(); ++number) {
    const std::vector<Target>& targets = targets_of(rule_.checks[number]);
    const bool is_meant = std::any_of(targets.begin(), targets.end(),
                                      [&](const Target& target) { return target.kind == kind; });
    if (is_meant) checks.push_back(number);
  }
  return checks;
}

void RuleRun::judge_others(Target::Kind kind) {
  const Checks checks = checks_for(kind);
  if (checks.empty()) return;
  enter_rule();
  const ResourceGraph& graph = host_.input().graph;
  if (kind == Target::Kind::Graph) {
    judge_thing(graph_thing(), checks);
  } else if (kind == Target::Kind::Output) {
    for (const Output& output : graph.outputs())
      judge_thing(thing_of(host_.properties(), output), checks);
  } else {
    for (const Parameter& parameter : graph.parameters())
      judge_thing(thing_of(host_.properties(), parameter), checks);
  }
}

void RuleRun::judge_thing(const Thing& thing, const Checks& checks) {
  host_.set_self(thing.self);
  has_open_ = false;
  const bool is_about_self =
      host_.definitions().reach(rule_.when, rule_.tree, Level::Rule) != Reach::Each;
  if (is_about_self && host_.truth(rule_.when, Level::Rule) == Truth::False) return;
  for_each_element(host_, rule_.each, Level::Rule, [&](Membership membership) {
    for (const std::uint32_t number : checks) {
      host_.enter(rule_.checks[number]);
      const Outcomes outcomes = judge_check(thing, number, membership);
      if (rule_.first_only && outcomes == Outcomes::SomeFailed) break;
    }
    return Visit::Continue;
  });
}

// Whether a check need not look at the elements of its `each`.
bool RuleRun::is_ruled_out(const Check& check) {
  if (check.each.empty() || check.when == NodeId::kNone) return false;
  return host_.definitions().reach(check.when, rule_.tree, Level::Check) != Reach::Each &&
         host_.truth(check.when, Level::Check) == Truth::False;
}

RuleRun::Outcomes RuleRun::judge_check(const Thing& thing, std::uint32_t number, Membership outer) {
  const Check& check = rule_.checks[number];
  Outcomes outcomes = Outcomes::NoneFailed;
  if (is_ruled_out(check)) return outcomes;
  for_each_element(host_, check.each, Level::Check, [&](Membership inner) {
    const bool is_certain = outer == Membership::Certain && inner == Membership::Certain;
    const Verdict verdict =
        judge(host_, check, is_certain ? Membership::Certain : Membership::Possible);
    if (verdict.violated == Truth::True) outcomes = Outcomes::SomeFailed;
    const bool is_told = verdict.violated == Truth::Unknown && has_open_;
    if (verdict.violated != Truth::False && !is_told) add_finding(thing, number, verdict);
    return Visit::Continue;
  });
  return outcomes;
}

// What the user sets replaces the rule's severity and caps those of its checks.
Severity RuleRun::severity_of(const Check& check) const {
  const auto& overrides = host_.input().selection.overrides;
  const auto found = overrides.find(rule_.facts.id);
  if (found == overrides.end() || !found->second.severity)
    return check.severity.value_or(rule_.facts.severity);
  const Severity cap = *found->second.severity;
  return check.severity ? std::min(*check.severity, cap) : cap;
}

void RuleRun::add_notes(Finding& finding, const Thing& thing, const Check& check,
                        const Verdict& verdict) const {
  for (const std::string_view name : verdict.trace.tables) {
    const ReferenceTable* table = host_.input().rules.find_table(name);
    if (table != nullptr)
      finding.notes.push_back("by table `" + table->name + "` of " + table->date);
  }
  if (finding.outcome == Outcome::Open) {
    for (std::string& note : open_notes(host_, check)) finding.notes.push_back(std::move(note));
  }
  if (thing.self.assumed) {
    const Value condition = host_.properties().property(*thing.self.resource, "condition");
    const bool is_told = condition.is_unknown() && !is_secure(condition.trail());
    finding.notes.push_back(
        "`" + finding.subject.name + "` may not be deployed" +
        (is_told ? ", that depends on `" +
                       readable_text(canonical_text(condition), host_.properties()) + "`"
                 : ""));
  }
}

void RuleRun::add_finding(const Thing& thing, std::uint32_t number, const Verdict& verdict) {
  const Check& check = rule_.checks[number];
  Finding finding{.rule = rule_.facts.id, .severity = severity_of(check)};
  finding.outcome = verdict.violated == Truth::True ? Outcome::Failed : Outcome::Open;
  has_open_ = has_open_ || finding.outcome == Outcome::Open;
  finding.check = number;
  FindingText message = finding_text(host_, check.message, Level::Check, verdict.failing);
  finding.message = std::move(message.text);
  finding.arguments = std::move(message.arguments);
  finding.fix = finding_text(host_, rule_.fix, Level::Rule, verdict.failing).text;
  finding.subject = subject_of(thing, host_.input().graph, host_.properties());
  FindingPlace place = places_.place_of(check, thing);
  finding.span = place.span;
  finding.path = std::move(place.path);
  finding.related = std::move(place.related);
  add_notes(finding, thing, check, verdict);
  findings_.push_back(std::move(finding));
}

}  // namespace exr
