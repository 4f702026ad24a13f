#include "policy/rule_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/yaml_reader.h"
#include "support/text.h"
#include "syntax/bicep_expression.h"

namespace exr {

namespace {

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void RuleFile::report(Span span, std::string message) {
  if (is_full()) return;
  ++problem_count_;
  problems_.push_back(
      {.kind = ProblemKind::RuleSyntax, .message = std::move(message), .span = span});
}

void RuleFile::warn(ProblemKind kind, Span span, std::string message) {
  problems_.push_back({.kind = kind, .message = std::move(message), .span = span});
}

void RuleFile::report_unknown(Span span, std::string_view what, std::string_view word,
                              std::span<const std::string_view> known) {
  if (is_full()) return;
  std::string message = "there is no " + std::string(what) + " " + quoted(word);
  const std::string_view hint = closest(word, known);
  if (!hint.empty()) {
    message += "; did you mean " + quoted(hint) + "?";
  } else if (!known.empty() && known.size() <= 8) {
    message += "; it is one of ";
    for (std::size_t i = 0; i < known.size(); ++i)
      message += (i == 0 ? "" : ", ") + quoted(known[i]);
  }
  report(span, std::move(message));
}

const Object* RuleFile::object(const Value& value, std::string_view what) {
  if (value.is_object()) return &value.as_object();
  report(value.origin(), std::string(what) + " must be a map of keys and values");
  return nullptr;
}

const Array* RuleFile::array(const Value& value, std::string_view what) {
  if (value.is_array()) return &value.as_array();
  report(value.origin(), std::string(what) + " must be a list");
  return nullptr;
}

void RuleFile::check_keys(const Object& object, std::span<const std::string_view> known) {
  for (const Object::Property& property : object.properties()) {
    if (is_full()) return;
    if (std::find(known.begin(), known.end(), property.name) != known.end()) continue;
    report_unknown(property.name_span, "key", property.name, known);
    meant_keys_.emplace_back(closest(property.name, known));
  }
}

const Value* RuleFile::find(const Object& object, std::string_view key, Span owner, Need need) {
  const Object::Property* property = object.find_property(key);
  if (property != nullptr && property->name == key) return &property->value;
  if (need == Need::Required && !is_misspelt(key))
    report(owner, "the key " + quoted(key) + " is missing");
  return nullptr;
}

bool RuleFile::is_misspelt(std::string_view key) const {
  return std::find(meant_keys_.begin(), meant_keys_.end(), key) != meant_keys_.end();
}

Value RuleFile::as_written(const Value& value, std::string_view what) {
  if (value.is_string()) return value;
  if (value.is_array() || value.is_object() || value.is_null()) {
    report(value.origin(), std::string(what) + " must be a text");
    return {};
  }
  return Value::string(std::string(sources_.slice(value.origin())), value.origin());
}

std::string RuleFile::scalar_text(const Value& value, std::string_view what) {
  const Value scalar = as_written(value, what);
  return scalar.is_string() ? scalar.as_string() : std::string();
}

std::string RuleFile::text(const Object& object, std::string_view key, Span owner, Need need) {
  const Value* value = find(object, key, owner, need);
  if (value == nullptr) return {};
  std::string text = scalar_text(*value, quoted(key));
  if (text.empty() && value->is_string()) report(value->origin(), quoted(key) + " is empty");
  return text;
}

bool RuleFile::flag(const Object& object, std::string_view key, bool otherwise) {
  const Value* value = find(object, key, {});
  if (value == nullptr) return otherwise;
  if (value->is_bool()) return value->as_bool();
  report(value->origin(), quoted(key) + " must be `true` or `false`");
  return otherwise;
}

Span RuleFile::place_in(const Value& scalar, std::uint32_t begin, std::uint32_t end) const {
  const std::string_view bytes = sources_.file(file_).text();
  const std::uint32_t first = offset_in_yaml(bytes, scalar, begin);
  const std::uint32_t last =
      end > begin ? offset_in_yaml(bytes, scalar, end - std::size_t{1}) + 1 : first;
  return {file_, first, std::max(first, last)};
}

NodeId RuleFile::read(const Value& value, ExpressionTree& tree,
                      NodeId (*reader)(std::string_view, ExpressionTree&, const Limits&,
                                       Problems&)) {
  Problems found;
  const NodeId root = reader(value.as_string(), tree, limits_, found);
  for (const Problem& problem : found)
    report(place_in(value, problem.span.begin, problem.span.end), problem.message);
  if (root == NodeId::kNone && found.empty())
    report(value.origin(), "the expression cannot be read");
  return found.empty() ? root : NodeId::kNone;
}

NodeId RuleFile::expression(const Value& value, ExpressionTree& tree) {
  if (value.is_array() || value.is_object()) {
    report(value.origin(), std::string("found a YAML ") + (value.is_array() ? "list" : "map") +
                               ", expected an expression; an array or object of one goes in "
                               "parentheses, as `([self])`");
    return NodeId::kNone;
  }
  const Value scalar = as_written(value, "an expression");
  return scalar.is_string() ? read(scalar, tree, read_expression) : NodeId::kNone;
}

NodeId RuleFile::interpolation(const Value& value, ExpressionTree& tree) {
  const Value scalar = as_written(value, "a message");
  return scalar.is_string() ? read(scalar, tree, read_interpolation) : NodeId::kNone;
}

bool check_name(RuleFile& file, std::string_view name, Span span) {
  // what other readers of YAML take for true and false, and the words of the language
  static constexpr std::array<std::string_view, 14> kTaken = {
      "on",    "off",  "yes",  "no",       "y",      "n",   "true",
      "false", "null", "self", "settings", "tables", "for", "if"};
  const bool is_word =
      !name.empty() && is_letter(name[0]) &&
      std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c); });
  if (!is_word) {
    file.report(span, quoted(name) + " is no name; letters, digits and `_` make one");
    return false;
  }
  const std::string lower = to_lower(name);
  if (std::find(kTaken.begin(), kTaken.end(), lower) == kTaken.end()) return true;
  file.report(span, quoted(name) + " cannot be a name here, YAML or the rule language uses it");
  return false;
}

}  // namespace exr
