#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "findings/finding.h"
#include "policy/judgement.h"
#include "policy/places.h"
#include "policy/rule.h"
#include "policy/rule_host.h"
#include "policy/thing.h"

namespace exr {

/// Judges everything that one rule is about. Host, places and findings outlive it.
class RuleRun {
 public:
  RuleRun(RuleHost& host, Places& places, const Rule& rule, std::vector<Finding>& findings)
      : host_(host), places_(places), rule_(rule), findings_(findings) {}

  void run();

 private:
  using Checks = std::vector<std::uint32_t>;
  // Failed, or not: what `report: first` asks.
  enum class Outcomes : std::uint8_t { NoneFailed, SomeFailed };

  const std::vector<Target>& targets_of(const Check& check) const {
    return check.targets.empty() ? rule_.targets : check.targets;
  }
  void judge_resources();
  void judge_others(Target::Kind kind);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> resources_by_check() const;
  Checks checks_for(Target::Kind kind) const;
  void enter_rule();

  void judge_thing(const Thing& thing, const Checks& checks);
  Outcomes judge_check(const Thing& thing, std::uint32_t number, Membership outer);
  bool is_ruled_out(const Check& check);
  void add_finding(const Thing& thing, std::uint32_t number, const Verdict& verdict);
  void add_notes(Finding& finding, const Thing& thing, const Check& check,
                 const Verdict& verdict) const;
  Severity severity_of(const Check& check) const;

  RuleHost& host_;
  Places& places_;
  const Rule& rule_;
  std::vector<Finding>& findings_;
  bool is_entered_ = false;
  // one open result for each rule and thing
  bool has_open_ = false;
};

}  // namespace exr
