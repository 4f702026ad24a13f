#include "reporters/sarif_rules.h"

#include <fmt/format.h>

#include <vector>

#include "reporters/sarif_message.h"
#include "support/text.h"

namespace exr {

namespace {

// What GitHub reads of a description.
constexpr std::size_t kLongestDescription = 1024;

std::string rule_uri(const RuleFacts& rule) {
  return fmt::format("{}/blob/main/rules/docs/{}.md", kProjectUri, rule.id);
}

// The text as one paragraph: a block of YAML ends its lines where they are full.
std::string paragraph(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

// `text` up to the end of the last sentence that fits.
std::string_view first_sentences(std::string_view text) {
  if (text.size() <= kLongestDescription) return text;
  const std::size_t end = text.rfind(". ", kLongestDescription - 1);
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1);
}

std::string short_description(const RuleFacts& rule) {
  return sarif_sentence(replace_all(rule.name, "-", " "));
}

std::string full_description(const RuleFacts& rule) {
  const std::string why = paragraph(rule.why);
  const std::string_view text = first_sentences(why);
  return text.empty() ? short_description(rule) : sarif_sentence(text);
}

std::string help_text(const RuleFacts& rule) {
  std::string text =
      rule.why.empty() ? short_description(rule) : sarif_sentence(paragraph(rule.why));
  if (!rule.fix.empty()) text += "\nHow to fix it: " + sarif_sentence(paragraph(rule.fix));
  for (const RuleFacts::Source& source : rule.sources)
    text += fmt::format("\nSource: {}, {}", source.title, source.url);
  return text + "\nMore: " + rule_uri(rule);
}

std::string help_markdown(const RuleFacts& rule) {
  std::string text = fmt::format("# {}: {}\n\n", rule.id, replace_all(rule.name, "-", " "));
  if (!rule.why.empty()) text += paragraph(rule.why) + "\n\n";
  if (!rule.fix.empty()) {
    std::string fix = paragraph(rule.fix);
    fix.front() = to_upper(fix.substr(0, 1)).front();
    text += fmt::format("**How to fix it:** {}{}\n\n", fix, fix.ends_with('.') ? "" : ".");
  }
  if (!rule.sources.empty()) {
    text += "**Sources**\n\n";
    for (const RuleFacts::Source& source : rule.sources) {
      text += fmt::format("- [{}]({}){}\n", source.title, source.url,
                          source.date.empty() ? "" : " (" + source.date + ")");
    }
    text += "\n";
  }
  if (!rule.covers.empty())
    text += fmt::format("**The same check elsewhere:** {}\n\n", fmt::join(rule.covers, ", "));
  return text + fmt::format("[More about {}]({})\n", rule.id, rule_uri(rule));
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.begin_object(key);
  json.text("text", text);
  json.end_object();
}

// GitHub's three bands; only rules about security have a figure, since it makes an alert a security
// alert.
std::string_view security_severity(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "8.0";
    case Severity::Warning:
      return "5.0";
    case Severity::Note:
      break;
  }
  return "3.0";
}

void write_properties(JsonWriter& json, const RuleFacts& rule) {
  json.begin_object("properties");
  json.begin_array("tags");
  for (const std::string_view tag : {std::string_view("expressroute"),
                                     std::string_view(rule.pillar), std::string_view(rule.kind)}) {
    if (!tag.empty()) json.text(tag);
  }
  json.end_array();
  if (!rule.confidence.empty()) json.text("precision", rule.confidence);
  const bool is_note = rule.severity == Severity::Note;
  json.text("problem.severity", is_note ? "recommendation" : severity_name(rule.severity));
  if (rule.pillar == "security") json.text("security-severity", security_severity(rule.severity));
  json.end_object();
}

}  // namespace

std::string sarif_rule_name(std::string_view kebab_name) {
  std::string name;
  // a word of one letter has no small letter after its capital, so it joins the next one
  bool starts_word = true;
  for (const std::string_view word : split(kebab_name, '-')) {
    if (word.empty()) continue;
    name += starts_word ? to_upper(word.substr(0, 1)) : to_lower(word.substr(0, 1));
    name += to_lower(word.substr(1));
    starts_word = word.size() > 1;
  }
  return name;
}

std::string_view sarif_level(Severity severity) { return severity_name(severity); }

void write_sarif_rule(JsonWriter& json, const RuleFacts& rule) {
  json.begin_object();
  json.text("id", rule.id);
  json.text("name", sarif_rule_name(rule.name));
  write_text(json, "shortDescription", short_description(rule));
  write_text(json, "fullDescription", full_description(rule));
  json.begin_object("messageStrings");
  for (std::size_t check = 0; check < rule.messages.size(); ++check) {
    write_text(json, sarif_message_id(check), sarif_template(rule.messages[check]).text);
  }
  json.end_object();
  json.begin_object("defaultConfiguration");
  json.text("level", sarif_level(rule.severity));
  json.end_object();
  json.text("helpUri", rule_uri(rule));
  json.begin_object("help");
  json.text("text", help_text(rule));
  json.text("markdown", help_markdown(rule));
  json.end_object();
  write_properties(json, rule);
  json.end_object();
}

void write_sarif_notification_kind(JsonWriter& json, const ProblemKindFacts& kind) {
  json.begin_object();
  json.text("id", kind.name);
  // a name that equals the ID is an error to SARIF's validator (SARIF1001)
  json.text("name", std::string(kind.name) + "Problem");
  write_text(json, "shortDescription", sarif_sentence(kind.meaning));
  write_text(json, "fullDescription", sarif_sentence(kind.meaning));
  json.begin_object("defaultConfiguration");
  json.text("level", sarif_level(kind.severity));
  json.end_object();
  json.text("helpUri", kProjectUri);
  write_text(json, "help", sarif_sentence(kind.meaning));
  json.end_object();
}

}  // namespace exr
