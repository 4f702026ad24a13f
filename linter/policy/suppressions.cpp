#include "policy/suppressions.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <set>

#include "policy/checker.h"
#include "support/text.h"

namespace exr {

namespace {

// Where a finding of a rule stands, or where its subject is declared.
struct PlaceOfFinding {
  std::string_view rule;
  FileId file = FileId::kNone;
  std::uint32_t begin = 0;
  std::uint32_t finding = 0;
  friend auto operator<=>(const PlaceOfFinding&, const PlaceOfFinding&) = default;
};

void add_once(std::vector<RelatedPlace>& places, RelatedPlace place) {
  if (std::find(places.begin(), places.end(), place) == places.end())
    places.push_back(std::move(place));
}

Problem odd(const Ignore& ignore, std::string message) {
  return {.kind = ProblemKind::OddSuppression,
          .message = std::move(message),
          .span = ignore.span,
          .path = {}};
}

}  // namespace

// The findings of one project.
class Suppressions::Pass {
 public:
  Pass(Suppressions& run, const RuleSet& rules, const Selection& selection,
       std::vector<Finding>& findings)
      : run_(run), rules_(rules), selection_(selection), findings_(findings) {
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      add(findings[i].rule, findings[i].span, i, places_);
      add(findings[i].rule, findings[i].subject.declared_at, i, declarations_);
    }
    std::sort(places_.begin(), places_.end());
    std::sort(declarations_.begin(), declarations_.end());
  }

  void apply(const Ignore& ignore) {
    if (!ignore.text.fault.empty()) return run_.odd_.push_back(odd(ignore, ignore.text.fault));
    if (ignore.text.reason.empty()) {
      run_.odd_.push_back(odd(ignore, "suppression has no reason; it is written `exrlint:ignore " +
                                          join(ignore.text.rules, ", ") + " -- reason`"));
    }
    for (const std::string& name : ignore.text.rules) {
      const Rule* rule = find_rule(name);
      if (rule == nullptr) {
        run_.odd_.push_back(odd(ignore, "no rule is called `" + name + "`" + hint(name)));
        continue;
      }
      Use& use = run_.uses_[{ignore.span, rule->facts.id}];
      use.ran = use.ran || runs(*rule, selection_);
      use.covers = apply(ignore, *rule) || use.covers;
    }
  }

 private:
  static void add(std::string_view rule, const Span& span, std::uint32_t finding,
                  std::vector<PlaceOfFinding>& places) {
    if (span.valid()) places.push_back({rule, span.file, span.begin, finding});
  }

  const Rule* find_rule(std::string_view name) const {
    for (const auto& rule : rules_.rules) {
      if (equal_ignoring_case(rule->facts.id, name) || equal_ignoring_case(rule->facts.name, name))
        return rule.get();
    }
    return nullptr;
  }

  std::string hint(std::string_view name) const {
    std::vector<std::string_view> ids;
    for (const auto& rule : rules_.rules) ids.emplace_back(rule->facts.id);
    const std::string_view near = closest(name, ids);
    return near.empty() ? std::string() : ", did you mean `" + std::string(near) + "`?";
  }

  // Whether the ignore covers any finding of the rule.
  bool apply(const Ignore& ignore, const Rule& rule) {
    // the same twice covers nothing more
    if (!applied_.emplace(rule.facts.id, ignore.extent).second) return false;
    const bool covers_places = apply(ignore, rule, places_);
    return (ignore.covers_subject && apply(ignore, rule, declarations_)) || covers_places;
  }

  bool apply(const Ignore& ignore, const Rule& rule, const std::vector<PlaceOfFinding>& places) {
    const Span& extent = ignore.extent;
    auto place = std::lower_bound(places.begin(), places.end(),
                                  PlaceOfFinding{rule.facts.id, extent.file, extent.begin, 0});
    bool covers = false;
    for (; place != places.end() && place->rule == rule.facts.id && place->file == extent.file &&
           place->begin < extent.end;
         ++place) {
      mark(findings_[place->finding], ignore, rule);
      covers = true;
    }
    return covers;
  }

  void mark(Finding& finding, const Ignore& ignore, const Rule& rule) const {
    const std::string& until = ignore.text.until;
    if (finding.suppression) return;
    if (!rule.suppressible) {
      add_once(finding.related, {"this rule cannot be suppressed", ignore.span});
    } else if (!until.empty() && until <= run_.today_) {
      // both are `2026-11-26`, whose order is that of their texts
      add_once(finding.related, {"suppressed until " + until + ", which has come", ignore.span});
    } else {
      finding.suppression = Suppression{
          .kind = Suppression::Kind::Comment, .reason = ignore.text.reason, .span = ignore.span};
    }
  }

  Suppressions& run_;
  const RuleSet& rules_;
  const Selection& selection_;
  std::vector<Finding>& findings_;
  // sorted
  std::vector<PlaceOfFinding> places_;
  std::vector<PlaceOfFinding> declarations_;
  std::set<std::pair<std::string_view, Span>> applied_;
};

void Suppressions::apply(const std::vector<Ignore>& ignores, const RuleSet& rules,
                         const Selection& selection, std::vector<Finding>& findings) {
  if (ignores.empty()) return;
  Pass pass(*this, rules, selection, findings);
  for (const Ignore& ignore : ignores) pass.apply(ignore);
}

void Suppressions::tell(Problems& problems) const {
  problems.insert(problems.end(), odd_.begin(), odd_.end());
  for (const auto& [ignore, use] : uses_) {
    if (use.covers || !use.ran) continue;
    problems.push_back({.kind = ProblemKind::OddSuppression,
                        .message = "nothing to suppress: " + ignore.second + " finds nothing here",
                        .span = ignore.first,
                        .path = {}});
  }
}

}  // namespace exr
