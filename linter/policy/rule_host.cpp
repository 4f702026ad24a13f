#include "policy/rule_host.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "expression/operators.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

// `tables` is read like a resource, so that it is known which ones decide.
constexpr ResourceHandle kTables{0xffffffff};
constexpr std::size_t kLongestMemoKey = 256;

Value setting_or(const std::map<std::string, Value, std::less<>>& set, const Setting& setting) {
  const auto found = set.find(setting.name);
  return found == set.end() ? setting.default_value : found->second;
}

}  // namespace

// Where an expression stands: restored when it is left.
class RuleHost::Place {
 public:
  Place(RuleHost& host, Level level, std::optional<DeploymentId> reader)
      : host_(host), level_(host.level_), reader_(host.reader_) {
    host.level_ = level;
    host.reader_ = reader;
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    host_.level_ = level_;
    host_.reader_ = reader_;
  }

 private:
  RuleHost& host_;
  Level level_;
  std::optional<DeploymentId> reader_;
};

RuleHost::RuleHost(const RuleInput& input, Problems& problems)
    : input_(input),
      problems_(problems),
      definitions_(input.rules),
      identities_(input.graph),
      relations_(input.graph, identities_),
      properties_(input.graph, identities_, input.sources),
      vocabulary_settings_(vocabulary_settings()) {
  evaluation_.limits = &input_.limits;
  evaluation_.watching = true;
}

Value RuleHost::vocabulary_settings() const {
  Object object;
  for (const std::shared_ptr<const Vocabulary>& vocabulary : input_.rules.vocabularies) {
    for (const Setting& setting : vocabulary->settings)
      object.set(setting.name, setting_or(input_.selection.settings, setting));
  }
  return Value::object(std::move(object));
}

Value RuleHost::settings_value() const {
  static const RuleOverride nothing;
  const Rule& rule = definitions_.rule();
  const auto found = input_.selection.overrides.find(rule.facts.id);
  const RuleOverride& changed = found == input_.selection.overrides.end() ? nothing : found->second;
  Object object = vocabulary_settings_.as_object();
  for (const Setting& setting : rule.settings)
    object.set(setting.name, setting_or(changed.settings, setting));
  return Value::object(std::move(object));
}

void RuleHost::enter(const Rule& rule) {
  definitions_.enter(rule);
  settings_ = settings_value();
  evaluation_.steps = 0;
  evaluation_.exhausted = false;
  each_.clear();
}

void RuleHost::enter(const Check& check) { definitions_.enter(check); }

void RuleHost::set_self(Self self) {
  self_ = std::move(self);
  memo_.forget_self();
  relations_.assume_deployed(self_.assumed ? self_.resource : std::nullopt);
  reader_ = self_.deployment;
}

void RuleHost::bind(std::string_view name, Value value) {
  each_.emplace_back(name, std::move(value));
  memo_.forget_each();
}

void RuleHost::unbind() {
  each_.pop_back();
  memo_.forget_each();
}

void RuleHost::choose(Choices chosen) {
  evaluation_.chosen = std::move(chosen);
  memo_.forget_trial();
}

void RuleHost::forget_trace() {
  evaluation_.read_choices.clear();
  tables_.clear();
}

Value RuleHost::evaluate_at(const ExpressionTree& tree, NodeId node, Level level,
                            const Local* locals) {
  if (node == NodeId::kNone) return {};
  const Place place(*this, level, reader_);
  return Evaluator(tree, *this, evaluation_, kRuleDialect).evaluate(node, locals);
}

Value RuleHost::evaluate(NodeId node, Level level, const Local* locals) {
  return evaluate_at(definitions_.rule().tree, node, level, locals);
}

Truth RuleHost::truth(NodeId node, Level level) {
  if (node == NodeId::kNone) return Truth::True;
  return truth_value(evaluate(node, level)).value_or(Truth::Unknown);
}

std::optional<Value> RuleHost::find_name(std::string_view name, Span) {
  if (level_ != Level::Vocabulary) {
    const auto found = std::find_if(each_.rbegin(), each_.rend(),
                                    [&](const auto& bound) { return bound.first == name; });
    if (found != each_.rend()) return found->second;
  }
  if (name == "self") return self_.value;
  if (const auto site = definitions_.find(name, Definitions::Kind::Value, level_))
    return defined_value(*site);
  if (name == "settings") return level_ == Level::Vocabulary ? vocabulary_settings_ : settings_;
  if (name == "tables") return Value::resource(kTables);
  return std::nullopt;
}

// Computes once what stays the same, and remembers with it what was read on the way.
template <typename Compute>
Value RuleHost::remembered(const DefinitionSite& site, std::string key, const Compute& compute) {
  if (const Memo::Remembered* known = memo_.find(site.definition, key, evaluation_.chosen)) {
    Trace trace{std::move(evaluation_.read_choices), std::move(tables_)};
    trace.add(known->trace);
    evaluation_.read_choices = std::move(trace.choices);
    tables_ = std::move(trace.tables);
    return known->value;
  }
  Trace before{std::exchange(evaluation_.read_choices, {}), std::exchange(tables_, {})};
  Value value = compute();
  Trace trace{std::move(evaluation_.read_choices), std::move(tables_)};
  before.add(trace);
  evaluation_.read_choices = std::move(before.choices);
  tables_ = std::move(before.tables);
  if (evaluation_.exhausted) return value;
  Reach reach = definitions_.reach(site);
  // which members of a relation are certain depends on what is taken for deployed
  if (reach == Reach::Run && self_.assumed) reach = Reach::Self;
  memo_.store(site.definition, std::move(key), reach, evaluation_.chosen,
              {value, std::move(trace)});
  return value;
}

Value RuleHost::defined_value(const DefinitionSite& site) {
  return remembered(site, {}, [&] {
    const bool is_for_all = definitions_.reach(site) == Reach::Run;
    const Place place(*this, site.level, is_for_all ? std::nullopt : self_.deployment);
    return Evaluator(*site.tree, *this, evaluation_, kRuleDialect).evaluate(site.definition->body);
  });
}

// A text that is the same for the same arguments; empty if they cannot be compared cheaply.
std::string RuleHost::memo_key(std::span<const Value> arguments) const {
  std::string key = reader_ ? std::to_string(static_cast<std::uint32_t>(*reader_)) : "-";
  for (const Value& argument : arguments) {
    key += '|';
    if (argument.is_resource()) {
      key += std::to_string(static_cast<std::uint32_t>(argument.as_resource()));
      continue;
    }
    const bool is_plain = argument.trail() == nullptr && !argument.is_unknown() &&
                          !argument.is_object() && !argument.is_array();
    if (!is_plain) return {};
    key += canonical_text(argument) + "@" + std::to_string(argument.origin().begin);
    if (key.size() > kLongestMemoKey) return {};
  }
  return key;
}

Value RuleHost::defined_call(const DefinitionSite& site, std::span<const Value> arguments) {
  const auto owner = std::find_if(arguments.begin(), arguments.end(),
                                  [](const Value& value) { return value.is_resource(); });
  const std::optional<DeploymentId> reader =
      owner == arguments.end() ? std::nullopt : identities_.deployment(owner->as_resource());
  const Place place(*this, site.level, reader ? reader : reader_);
  const auto compute = [&] {
    std::deque<Local> locals;
    const std::vector<std::string>& names = site.definition->parameters;
    for (std::size_t i = 0; i < names.size(); ++i) {
      locals.push_back({names[i], i < arguments.size() ? arguments[i] : Value(),
                        locals.empty() ? nullptr : &locals.back()});
    }
    return Evaluator(*site.tree, *this, evaluation_, kRuleDialect)
        .evaluate(site.definition->body, locals.empty() ? nullptr : &locals.back());
  };
  std::string key = memo_key(arguments);
  return key.empty() ? compute() : remembered(site, std::move(key), compute);
}

bool RuleHost::declares_function(std::string_view name) {
  return definitions_.find(name, Definitions::Kind::Function, level_).has_value();
}

std::optional<Value> RuleHost::call(const HostCall& call) {
  if (const auto site = definitions_.find(call.function, Definitions::Kind::Function, level_))
    return defined_call(*site, call.arguments);
  if (auto value = call_relation(call)) return value;
  return call_history(call);
}

Value RuleHost::property(ResourceHandle resource, std::string_view name, Span) {
  return resource == kTables ? table(name) : properties_.property(resource, name);
}

// A row that a table does not have is Unknown, although the table has no more rows.
Value RuleHost::table(std::string_view name) {
  const ReferenceTable* table = input_.rules.find_table(name);
  if (table == nullptr) return {};
  tables_.insert(table->name);
  const auto [found, is_new] = table_rows_.try_emplace(table->name, table->rows.value());
  Value& rows = found->second;
  if (is_new && rows.is_object()) {
    Object marked = rows.as_object();
    marked.set_missing("tables." + table->name);
    rows = Value::object(std::move(marked), rows.origin());
  }
  return rows;
}

std::optional<Value> RuleHost::nested(ResourceHandle, std::string_view, Span) {
  return std::nullopt;
}

std::string RuleHost::resource_text(ResourceHandle resource) {
  return resource == kTables ? "tables" : identities_.text(resource);
}

void RuleHost::report(Problem problem) {
  // one mistake in a rule is one problem, however many things the rule judges
  if (reported_.emplace(problem.span, problem.message).second)
    problems_.push_back(std::move(problem));
}

}  // namespace exr
