#include "reporters/sarif_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "support/text.h"
#include "support/utf8.h"

namespace exr {

namespace {

// GitLab leaves out results whose message is longer than 1024 characters.
constexpr std::size_t kLongestText = 1000;
constexpr std::size_t kLongestArgument = 160;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number of the hole `{n}` at the front of `text`, and the bytes that it takes.
struct Hole {
  std::size_t number = 0;
  std::size_t size = 0;
};

std::optional<Hole> hole_at(std::string_view text) {
  constexpr std::size_t kMostDigits = 4;
  if (!text.starts_with('{')) return std::nullopt;
  Hole hole{.size = 1};
  while (hole.size <= kMostDigits && hole.size < text.size() && is_digit(text[hole.size])) {
    hole.number = hole.number * 10 + static_cast<std::size_t>(text[hole.size++] - '0');
  }
  if (hole.size == 1 || hole.size >= text.size() || text[hole.size] != '}') return std::nullopt;
  ++hole.size;
  return hole;
}

bool has_hole(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (hole_at(text.substr(i))) return true;
  }
  return false;
}

std::string filled(std::string_view text, const std::vector<std::string>& arguments) {
  std::string result;
  while (!text.empty()) {
    const auto hole = hole_at(text);
    if (hole && hole->number < arguments.size()) {
      result += arguments[hole->number];
      text.remove_prefix(hole->size);
    } else {
      result += text.front();
      text.remove_prefix(1);
    }
  }
  return result;
}

// Fills a SARIF template, in which `{{` is a brace.
std::string rendered(std::string_view text, const std::vector<std::string>& arguments) {
  std::string result;
  while (!text.empty()) {
    const auto hole = hole_at(text);
    const bool doubled = text.starts_with("{{") || text.starts_with("}}");
    if (hole && hole->number < arguments.size()) {
      result += arguments[hole->number];
    } else {
      result += text.front();
    }
    text.remove_prefix(hole ? hole->size : (doubled ? 2 : 1));
  }
  return result;
}

std::string with_doubled_braces(std::string_view text) {
  return replace_all(replace_all(text, "{", "{{"), "}", "}}");
}

// What stands between the backticks at the front of `text`.
std::optional<std::string_view> code_at(std::string_view text) {
  const std::size_t end = text.find('`', 1);
  if (!text.starts_with('`') || end == std::string_view::npos) return std::nullopt;
  return text.substr(1, end - 1);
}

std::string_view without_quotes(std::string_view code) {
  const bool quoted = code.size() >= 2 && code.starts_with('\'') && code.ends_with('\'');
  return quoted ? code.substr(1, code.size() - 2) : code;
}

void make_sentence(std::string& text) {
  if (!text.empty()) text.front() = to_upper(text.substr(0, 1)).front();
  if (!text.ends_with('.')) text += '.';
}

// Takes a rule's message apart at its backticks and holes.
class TemplateBuilder {
 public:
  SarifTemplate build(std::string_view message) {
    while (!message.empty()) {
      if (const auto code = code_at(message)) {
        add_code(*code);
        message.remove_prefix(code->size() + 2);
      } else if (const auto hole = hole_at(message)) {
        add_hole(message.substr(0, hole->size), message.substr(hole->size).starts_with('\''));
        message.remove_prefix(hole->size);
      } else {
        result_.text += with_doubled_braces(message.substr(0, 1));
        message.remove_prefix(1);
      }
    }
    make_sentence(result_.text);
    return std::move(result_);
  }

 private:
  void add_code(std::string_view code) {
    if (has_hole(code)) return add_hole(without_quotes(code), false);
    result_.text += "'" + with_doubled_braces(without_quotes(code)) + "'";
  }

  void add_hole(std::string_view content, bool quote_follows) {
    const bool quoted = quote_follows && result_.text.ends_with('\'');
    const std::string_view quote = quoted ? "" : "'";
    result_.text += fmt::format("{}{{{}}}{}", quote, result_.holes.size(), quote);
    result_.holes.emplace_back(content);
  }

  SarifTemplate result_;
};

// The first characters of a text that is too long for an argument.
std::string shortened(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    if (result.size() >= kLongestArgument) return result + "…";
    append_character(result, take_character(text));
  }
  return result;
}

// GitHub shows `[text](1)` as a link, and viewers replace `{0}`: neither is meant in a text that is
// final.
std::string as_plain_text(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    if (const auto hole = hole_at(text)) {
      result += "{" + std::string(text.substr(0, hole->size)) + "}";
      text.remove_prefix(hole->size);
      continue;
    }
    if (text.starts_with("](")) result += '\\';
    result += text.front();
    text.remove_prefix(1);
  }
  return result;
}

}  // namespace

SarifTemplate sarif_template(std::string_view rule_message) {
  return TemplateBuilder().build(rule_message);
}

std::string sarif_message_id(std::size_t check) {
  return check == 0 ? "default" : "check-" + std::to_string(check + 1);
}

std::string sarif_sentence(std::string_view message) {
  std::string text;
  while (!message.empty()) {
    if (const auto code = code_at(message)) {
      text += fmt::format("'{}'", without_quotes(*code));
      message.remove_prefix(code->size() + 2);
    } else {
      text += message.front();
      message.remove_prefix(1);
    }
  }
  make_sentence(text);
  return text;
}

SarifMessage sarif_message(const Finding& finding, const RuleFacts* rule) {
  const bool known = rule != nullptr && finding.check < rule->messages.size();
  if (!known || filled(rule->messages[finding.check], finding.arguments) != finding.message) {
    return {.text = as_plain_text(sarif_sentence(finding.message))};
  }
  const SarifTemplate form = sarif_template(rule->messages[finding.check]);
  SarifMessage message{.id = sarif_message_id(finding.check)};
  for (const std::string& hole : form.holes)
    message.arguments.push_back(filled(hole, finding.arguments));
  message.text = as_plain_text(rendered(form.text, message.arguments));
  if (message.text.size() > kLongestText) {
    for (std::string& argument : message.arguments) argument = shortened(argument);
    message.text = as_plain_text(rendered(form.text, message.arguments));
  }
  return message;
}

}  // namespace exr
