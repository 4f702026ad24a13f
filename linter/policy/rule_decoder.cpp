#include "policy/rule_decoder.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "policy/field_decoders.h"
#include "policy/message_template.h"

namespace exr {

namespace {

constexpr std::array<std::string_view, 25> kRuleKeys = {
    "id",       "name",   "since",   "enabled", "suppressible", "confidence", "severity",
    "kind",     "pillar", "for",     "when",    "each",         "let",        "require",
    "forbid",   "at",     "related", "message", "checks",       "report",     "fix",
    "settings", "why",    "sources", "covers"};
constexpr std::array<std::string_view, 10> kCheckKeys = {
    "for", "when", "each", "let", "require", "forbid", "at", "related", "message", "severity"};

constexpr std::array<std::string_view, 6> kKinds = {"validity",       "limit",      "retirement",
                                                    "recommendation", "org-policy", "change"};
constexpr std::array<std::string_view, 5> kPillars = {"reliability", "security", "cost",
                                                      "operations", "performance"};
constexpr std::array<std::string_view, 2> kConfidences = {"high", "medium"};
constexpr std::array<std::string_view, 2> kReports = {"all", "first"};
constexpr std::size_t kMostBindings = 16;

bool is_kebab_case(std::string_view name) {
  const bool has_gap =
      name.starts_with('-') || name.ends_with('-') || name.find("--") != std::string_view::npos;
  return !has_gap &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

class RuleDecoder {
 public:
  RuleDecoder(RuleFile& file, const Object& object, DecodedRule& result)
      : file_(file), object_(object), rule_(result.rule), fields_(result.fields) {
    if (!object.empty()) head_ = object.properties().front().name_span;
  }

  void run() {
    file_.check_keys(object_, kRuleKeys);
    decode_facts();
    decode_sources();
    if (const Value* value = file_.find(object_, "settings", head_))
      rule_.settings = decode_settings(file_, *value);
    decode_scope();
    decode_checks();
    decode_fix();
  }

 private:
  std::string word(std::string_view key, std::span<const std::string_view> words, Need need,
                   std::string_view otherwise = {}) {
    const Value* value = file_.find(object_, key, head_, need);
    if (value == nullptr) return std::string(otherwise);
    const auto index = decode_word(file_, *value, key, words);
    return std::string(index ? words[*index] : otherwise);
  }

  void decode_facts() {
    RuleFacts& facts = rule_.facts;
    facts.id = file_.text(object_, "id", head_, Need::Required);
    facts.name = file_.text(object_, "name", head_, Need::Required);
    if (!is_kebab_case(facts.name)) {
      file_.report(object_.find("name")->origin(),
                   "`" + facts.name + "` is not in kebab case, as `single-peering-location` is");
    }
    facts.since = file_.text(object_, "since", head_, Need::Required);
    facts.why = file_.text(object_, "why", head_, Need::Required);
    facts.kind = word("kind", kKinds, Need::Required);
    facts.pillar = word("pillar", kPillars, Need::Required);
    facts.confidence = word("confidence", kConfidences, Need::Optional, "high");
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
      if (kKinds[i] == facts.kind) rule_.kind = static_cast<RuleKind>(i);
    }
    if (const Value* value = file_.find(object_, "severity", head_, Need::Required))
      facts.severity = decode_severity(file_, *value).value_or(Severity::Warning);
    rule_.enabled = file_.flag(object_, "enabled", true);
    rule_.suppressible = file_.flag(object_, "suppressible", true);
    rule_.first_only = word("report", kReports, Need::Optional, "all") == "first";
  }

  void decode_sources() {
    static constexpr std::array<std::string_view, 3> kSourceKeys = {"title", "url", "date"};
    if (const Value* value = file_.find(object_, "sources", head_)) {
      const Array* array = file_.array(*value, "`sources`");
      for (const Value& member : array == nullptr ? std::vector<Value>() : array->members) {
        const Object* source = file_.object(member, "a source");
        if (source == nullptr) continue;
        file_.check_keys(*source, kSourceKeys);
        rule_.facts.sources.push_back(
            {.title = file_.text(*source, "title", member.origin(), Need::Required),
             .url = file_.text(*source, "url", member.origin(), Need::Required),
             .date = file_.text(*source, "date", member.origin())});
      }
    }
    if (const Value* value = file_.find(object_, "covers", head_)) {
      const Array* array = file_.array(*value, "`covers`");
      for (const Value& member : array == nullptr ? std::vector<Value>() : array->members)
        rule_.facts.covers.push_back(file_.scalar_text(member, "an entry of `covers`"));
    }
  }

  // What the rule says for all of its checks.
  void decode_scope() {
    if (const Value* value = file_.find(object_, "for", head_))
      rule_.targets = decode_targets(file_, *value);
    rule_.each = decode_each(object_, kNoCheck, {});
    if (const Value* value = file_.find(object_, "when", head_))
      rule_.when = add_expression(*value, place(kNoCheck));
    if (const Value* value = file_.find(object_, "let", head_)) {
      rule_.definitions = decode_definitions(file_, *value, rule_.tree, place(kNoCheck), fields_);
    }
  }

  // A field of the rule (kNoCheck) or of a check sees all names that it binds by `each`.
  ExpressionField place(std::uint32_t check) const {
    ExpressionField field;
    field.check = check;
    for (const EachBinding& binding : rule_.each) field.names.push_back(binding.name);
    if (check != kNoCheck) {
      for (const EachBinding& binding : current_each_) field.names.push_back(binding.name);
    }
    return field;
  }

  NodeId add_expression(const Value& value, ExpressionField field) {
    field.root = file_.expression(value, rule_.tree);
    if (field.root == NodeId::kNone) return field.root;
    field.scalar = file_.as_written(value, "an expression");
    fields_.push_back(std::move(field));
    return fields_.back().root;
  }

  NodeId add_interpolation(const Value& value, ExpressionField field) {
    field.root = file_.interpolation(value, rule_.tree);
    if (field.root == NodeId::kNone) return field.root;
    field.scalar = file_.as_written(value, "a message");
    fields_.push_back(std::move(field));
    return fields_.back().root;
  }

  // Later names are inside earlier ones and see them.
  std::vector<EachBinding> decode_each(const Object& object, std::uint32_t check,
                                       ExpressionField field) {
    std::vector<EachBinding> bindings;
    const Value* value = file_.find(object, "each", head_);
    const Object* names = value == nullptr ? nullptr : file_.object(*value, "`each`");
    if (names == nullptr) return bindings;
    field.check = check;
    for (const Object::Property& property : names->properties()) {
      if (!check_name(file_, property.name, property.name_span)) continue;
      if (bindings.size() == kMostBindings) {
        file_.report(property.name_span,
                     "`each` binds more than " + std::to_string(kMostBindings) + " names");
        break;
      }
      bindings.push_back({.name = property.name, .array = add_expression(property.value, field)});
      field.names.push_back(property.name);
    }
    return bindings;
  }

  void decode_checks() {
    const Value* value = file_.find(object_, "checks", head_);
    if (value == nullptr) {
      decode_check(object_, head_);
      return;
    }
    const Array* checks = file_.array(*value, "`checks`");
    if (checks == nullptr) return;
    if (checks->members.empty()) file_.report(value->origin(), "`checks` is empty");
    for (const Value& member : checks->members) {
      const Object* check = file_.object(member, "a check");
      if (check == nullptr) continue;
      file_.check_keys(*check, kCheckKeys);
      decode_check(*check,
                   check->empty() ? member.origin() : check->properties().front().name_span);
    }
  }

  // A field of the check itself, else the rule's.
  const Value* find_inherited(const Object& object, std::string_view key) {
    const Value* own = file_.find(object, key, head_);
    return own != nullptr || &object == &object_ ? own : file_.find(object_, key, head_);
  }

  void decode_check(const Object& object, Span head) {
    const auto index = static_cast<std::uint32_t>(rule_.checks.size());
    const bool is_own = &object != &object_;
    Check check;
    if (is_own) {
      if (const Value* value = file_.find(object, "for", head))
        check.targets = decode_targets(file_, *value);
      check.each = decode_each(object, index, place(kNoCheck));
      current_each_ = check.each;
      if (const Value* value = file_.find(object, "when", head))
        check.when = add_expression(*value, place(index));
      if (const Value* value = file_.find(object, "let", head)) {
        check.definitions = decode_definitions(file_, *value, rule_.tree, place(index), fields_);
      }
      if (const Value* value = file_.find(object, "severity", head))
        check.severity = decode_severity(file_, *value);
    }
    if (find_inherited(object, "for") == nullptr && !file_.is_misspelt("for"))
      file_.report(head, "the key `for` is missing: nothing says what is judged");
    decode_condition(object, head, check, index);
    if (const Value* value = find_inherited(object, "at"))
      check.at = add_expression(*value, place(index));
    if (const Value* value = find_inherited(object, "related"))
      check.related = add_expression(*value, place(index));
    decode_message(object, head, check, index);
    current_each_.clear();
    rule_.facts.messages.push_back(check.message_template);
    rule_.checks.push_back(std::move(check));
  }

  void decode_condition(const Object& object, Span head, Check& check, std::uint32_t index) {
    const bool is_own = file_.find(object, "require", head) != nullptr ||
                        file_.find(object, "forbid", head) != nullptr;
    const Object& source = is_own ? object : object_;
    const Value* require = file_.find(source, "require", head);
    const Value* forbid = file_.find(source, "forbid", head);
    if (require == nullptr && forbid == nullptr) {
      if (!file_.is_misspelt("require") && !file_.is_misspelt("forbid"))
        file_.report(head, "a check needs `require` or `forbid`");
      return;
    }
    if (require != nullptr && forbid != nullptr) {
      file_.report(source.find_property("forbid")->name_span,
                   "a check has either `require` or `forbid`, not both");
      return;
    }
    check.forbid = forbid != nullptr;
    check.condition = add_expression(check.forbid ? *forbid : *require, place(index));
  }

  void decode_message(const Object& object, Span head, Check& check, std::uint32_t index) {
    const Value* value = find_inherited(object, "message");
    if (value == nullptr) {
      if (!file_.is_misspelt("message")) file_.report(head, "the key `message` is missing");
      return;
    }
    check.message = add_interpolation(*value, place(index));
    if (check.message == NodeId::kNone) return;
    if (rule_.tree.node(check.message).kind != NodeKind::Interpolation) {
      file_.report(value->origin(),
                   "the message names nothing; say in it what is wrong, as in `${self.name}`");
      return;
    }
    check.message_template = message_template(rule_.tree, check.message);
  }

  void decode_fix() {
    const Value* value = file_.find(object_, "fix", head_);
    if (value == nullptr) return;
    const Value scalar = file_.as_written(*value, "`fix`");
    if (!scalar.is_string()) return;
    rule_.facts.fix = scalar.as_string();
    rule_.fix = add_interpolation(scalar, place(kNoCheck));
  }

  RuleFile& file_;
  const Object& object_;
  Rule& rule_;
  std::vector<ExpressionField>& fields_;
  Span head_;
  // the `each` of the check that is being read
  std::vector<EachBinding> current_each_;
};

}  // namespace

std::span<const std::string_view> rule_keys() { return kRuleKeys; }
std::span<const std::string_view> check_keys() { return kCheckKeys; }

DecodedRule decode_rule(RuleFile& file, const Value& document) {
  DecodedRule result;
  const Object* object = file.object(document, "a rule file");
  if (object != nullptr) RuleDecoder(file, *object, result).run();
  return result;
}

}  // namespace exr
