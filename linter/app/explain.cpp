#include "app/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/setting_values.h"
#include "findings/severity.h"
#include "support/text.h"
#include "value/print.h"

namespace exr {

namespace {

constexpr std::size_t kLeastWidth = 40;

class Page {
 public:
  explicit Page(std::size_t width) : width_(std::max(width, kLeastWidth)) {}

  void line(std::string_view text) { text_ += std::string(text) + "\n"; }
  void heading(std::string_view text) { text_ += "\n" + std::string(text) + "\n"; }

  // Words in lines of at most the page's width, the first behind `first` and the others indented
  // as deep.
  void paragraph(std::string_view first, std::string_view text) {
    std::string line(first);
    const std::string indent(first.size(), ' ');
    bool is_empty = true;
    for (const std::string_view word : words(text)) {
      if (!is_empty && line.size() + 1 + word.size() > width_) {
        text_ += line + "\n";
        line = indent;
        is_empty = true;
      }
      if (!is_empty) line += ' ';
      line += word;
      is_empty = false;
    }
    text_ += line + "\n";
  }

  std::string text() && { return std::move(text_); }

 private:
  static std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> words;
    for (const std::string_view line : split(text, '\n')) {
      for (const std::string_view word : split(line, ' ')) {
        if (!word.empty()) words.push_back(word);
      }
    }
    return words;
  }

  std::size_t width_;
  std::string text_;
};

std::string target_text(const Target& target) {
  switch (target.kind) {
    case Target::Kind::Type:
      return target.type;
    case Target::Kind::Any:
      return "any resource";
    case Target::Kind::Graph:
      return "all resources together";
    case Target::Kind::Output:
      return "outputs";
    case Target::Kind::Parameter:
      break;
  }
  return "parameters";
}

std::string targets_of(const Rule& rule) {
  std::vector<std::string> texts;
  const auto add = [&](const std::vector<Target>& targets) {
    for (const Target& target : targets) {
      std::string text = target_text(target);
      if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
        texts.push_back(std::move(text));
      }
    }
  };
  const bool rule_counts = std::any_of(rule.checks.begin(), rule.checks.end(),
                                       [](const Check& check) { return check.targets.empty(); });
  if (rule_counts) add(rule.targets);
  for (const Check& check : rule.checks) add(check.targets);
  return join(texts, ", ");
}

// The message of a check with a mark for each hole.
std::string without_holes(std::string_view message) {
  std::string text;
  for (std::size_t at = 0; at < message.size(); ++at) {
    const std::size_t end = message.find_first_not_of("0123456789", at + 1);
    const bool is_hole =
        message[at] == '{' && end != at + 1 && end < message.size() && message[end] == '}';
    text += is_hole ? std::string_view("…") : message.substr(at, 1);
    if (is_hole) at = end;
  }
  return text;
}

void write_settings(const Rule& rule, Page& page) {
  if (rule.settings.empty()) return;
  page.heading("Settings, under `rules:` in .exrlint.yaml");
  for (const Setting& setting : rule.settings) {
    page.paragraph("  - ", fmt::format("{} ({}, default {}): {}", setting.name, type_text(setting),
                                       to_json(setting.default_value), setting.description));
  }
}

void write_sources(const RuleFacts& facts, Page& page) {
  if (!facts.sources.empty()) page.heading("Sources");
  for (const RuleFacts::Source& source : facts.sources) {
    page.paragraph("  - ", source.date.empty() ? source.title
                                               : fmt::format("{} ({})", source.title, source.date));
    if (!source.url.empty()) page.line("    " + source.url);
  }
  if (facts.covers.empty()) return;
  page.heading("The same check elsewhere");
  for (const std::string& cover : facts.covers) page.paragraph("  - ", cover);
}

}  // namespace

std::string explain(const Rule& rule, std::size_t width) {
  const RuleFacts& facts = rule.facts;
  Page page(width);
  page.line(facts.id + " " + facts.name);
  page.paragraph("",
                 fmt::format("{}, {}, {}, confidence {}, since {}{}", severity_name(facts.severity),
                             facts.kind, facts.pillar, facts.confidence, facts.since,
                             rule.enabled ? "" : ", off unless turned on"));
  page.heading("What it checks");
  page.paragraph("  ", targets_of(rule));
  for (const std::string& message : facts.messages) page.paragraph("  - ", without_holes(message));
  page.heading("Why");
  page.paragraph("  ", facts.why);
  if (!facts.fix.empty()) {
    page.heading("How to fix it");
    page.paragraph("  ", facts.fix);
  }
  write_settings(rule, page);
  write_sources(facts, page);
  return std::move(page).text();
}

std::string rule_list(const RuleSet& rules) {
  std::vector<const Rule*> sorted;
  for (const auto& rule : rules.rules) sorted.push_back(rule.get());
  std::sort(sorted.begin(), sorted.end(),
            [](const Rule* a, const Rule* b) { return a->facts.id < b->facts.id; });
  std::string text;
  for (const Rule* rule : sorted) {
    text += fmt::format("{:<8} {:<8} {:<15} {}{}\n", rule->facts.id,
                        severity_name(rule->facts.severity), rule->facts.kind, rule->facts.name,
                        rule->enabled ? "" : " (off)");
  }
  return text;
}

const Rule* find_rule_by_any_name(const RuleSet& rules, std::string_view name) {
  for (const auto& rule : rules.rules) {
    if (equal_ignoring_case(rule->facts.id, name)) return rule.get();
    if (equal_ignoring_case(rule->facts.name, name)) return rule.get();
  }
  return nullptr;
}

}  // namespace exr
