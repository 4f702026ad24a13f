#include "policy/reference_check.h"

#include <algorithm>
#include <string>
#include <utility>

#include "expression/functions/call.h"
#include "expression/pattern.h"
#include "policy/needs.h"
#include "policy/pattern_sources.h"
#include "policy/rule_scope.h"
#include "support/check.h"
#include "support/text.h"

namespace exr {

namespace {

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string count_text(const RuleSignature& signature) {
  const bool is_one = signature.least == 1 && signature.most == 1;
  std::string text = std::to_string(signature.least);
  if (signature.most == kAnyNumber)
    text += " or more";
  else if (signature.most != signature.least)
    text += " to " + std::to_string(signature.most);
  return text + (is_one ? " argument" : " arguments");
}

class ReferenceCheck {
 public:
  ReferenceCheck(const RuleScope& scope, const ExpressionTree& tree, RuleFile& file)
      : scope_(scope), sources_(scope, tree), tree_(tree), file_(file), needs_(tree) {}

  void run(const std::vector<ExpressionField>& fields) {
    for (const ExpressionField& field : fields) {
      if (file_.is_full()) return;
      field_ = &field;
      locals_.clear();
      for (const std::string& name : field.names) locals_.push_back({name});
      check(field.root);
      add_order();
    }
    needs_.report_circles(fields, file_);
  }

 private:
  void report(NodeId id, const std::string& message) { file_.report(place_of(id), message); }
  Span place_of(NodeId id) const {
    const Node& node = tree_.node(id);
    return file_.place_in(field_->scalar, node.begin, node.end);
  }
  // The name of a call stands at its beginning.
  Span name_place(NodeId id) const {
    const Node& node = tree_.node(id);
    const auto length = static_cast<std::uint32_t>(tree_.text(node.payload).size());
    return file_.place_in(field_->scalar, node.begin, std::min(node.end, node.begin + length));
  }

  void check_children(const Node& node) {
    for (std::uint32_t i = 0; i < node.child_count; ++i) check(tree_.child(node, i));
  }

  void check(NodeId id) {
    if (file_.is_full()) return;
    const Node& node = tree_.node(id);
    const std::size_t depth = locals_.size();
    switch (node.kind) {
      case NodeKind::Name:
        check_name(id);
        return;
      case NodeKind::Member:
        if (!check_path(id, tree_.text(node.payload))) check_children(node);
        return;
      case NodeKind::Index:
        check_index(id);
        return;
      case NodeKind::Call:
        check_call(id);
        return;
      case NodeKind::MethodCall:
      case NodeKind::Nested:
        report(id, "rules know no methods and no `::`; a relation is a function");
        return;
      case NodeKind::Loop:
        check(tree_.child(node, 0));
        locals_.push_back({tree_.text(node.payload)});
        if (node.second != kNoText) locals_.push_back({tree_.text(node.second)});
        check(tree_.child(node, 1));
        break;
      case NodeKind::Lambda:
        check_lambda(node, PatternSource::None);
        return;
      default:
        check_children(node);
    }
    locals_.resize(depth);
  }

  // `element` is what its first parameter has to do with patterns.
  void check_lambda(const Node& node, PatternSource element) {
    const std::size_t depth = locals_.size();
    for (std::uint32_t i = 0; i + 1 < node.child_count; ++i) {
      locals_.push_back({tree_.text(tree_.node(tree_.child(node, i)).payload),
                         i == 0 ? element : PatternSource::None});
    }
    check(tree_.child(node, node.child_count - 1));
    locals_.resize(depth);
  }

  bool is_local(std::string_view name) const {
    return std::any_of(locals_.begin(), locals_.end(),
                       [&](const BoundName& local) { return local.name == name; });
  }

  void check_name(NodeId id) {
    const std::string_view name = tree_.text(tree_.node(id).payload);
    need_binding(name);
    if (is_local(name) || name == "self" || name == "settings" || name == "tables") return;
    if (const Definition* definition = scope_.find_value(name, field_->check)) {
      need(*definition);
      return;
    }
    if (const auto signature = scope_.find_signature(name, field_->check)) {
      report(id, quoted(name) + " is a function of " + count_text(*signature) + "; call it as `" +
                     std::string(name) + "(...)`");
      return;
    }
    std::vector<std::string_view> names = scope_.value_names(field_->check);
    for (const BoundName& local : locals_) names.push_back(local.name);
    file_.report_unknown(place_of(id), "name", name, names);
  }

  // `settings['x']` and `tables['x']` are as `.x`.
  void check_index(NodeId id) {
    const Node& node = tree_.node(id);
    const Node& index = tree_.node(tree_.child(node, 1));
    const bool is_text = index.kind == NodeKind::String;
    if (!is_text || !check_path(id, tree_.text(index.payload))) check_children(node);
  }

  // `settings.x` and `tables.x`: true if it is one of these.
  bool check_path(NodeId id, std::string_view name) {
    const Node& object = tree_.node(tree_.child(tree_.node(id), 0));
    if (object.kind != NodeKind::Name) return false;
    const std::string_view space = tree_.text(object.payload);
    if (is_local(space)) return false;
    if (space == "settings") {
      if (scope_.find_setting(name) == nullptr)
        file_.report_unknown(place_of(id), "setting", name, scope_.setting_names());
      return true;
    }
    if (space != "tables") return false;
    if (!scope_.has_table(name))
      file_.report_unknown(place_of(id), "table", name, scope_.table_names());
    return true;
  }

  void check_call(NodeId id) {
    const Node& node = tree_.node(id);
    const std::string_view name = tree_.text(node.payload);
    const auto signature = scope_.find_signature(name, field_->check);
    if (!signature) {
      const bool is_value = scope_.find_value(name, field_->check) != nullptr || is_local(name);
      if (is_value)
        file_.report(name_place(id), quoted(name) + " is a value and no function");
      else
        file_.report_unknown(name_place(id), "function", name,
                             scope_.function_names(field_->check));
    } else if (node.child_count < signature->least ||
               (signature->most != kAnyNumber && node.child_count > signature->most)) {
      file_.report(name_place(id), quoted(name) + " takes " + count_text(*signature) +
                                       ", here it gets " + std::to_string(node.child_count));
    } else if (const Definition* definition = scope_.find_function(name, field_->check)) {
      need(*definition);
    } else {
      check_literals(node, name);
    }
    check_arguments(node);
  }

  void check_arguments(const Node& call) {
    for (std::uint32_t i = 0; i < call.child_count; ++i) {
      const Node& argument = tree_.node(tree_.child(call, i));
      if (argument.kind != NodeKind::Lambda) {
        check(tree_.child(call, i));
        continue;
      }
      if (goes_by_id(call, argument)) warn_of_search(tree_.child(call, 0));
      const PatternSource array = i == 0 ? PatternSource::None : source_of(tree_.child(call, 0));
      check_lambda(argument, PatternSources::of_element(array));
    }
  }

  // Whether all resources of a type are searched for those with an ID: `filter(resources(...), r =>
  // r.id == x)`.
  bool goes_by_id(const Node& call, const Node& lambda) const {
    const Node& array = tree_.node(tree_.child(call, 0));
    if (array.kind != NodeKind::Call || tree_.text(array.payload) != "resources") return false;
    if (lambda.child_count < 2) return false;
    const std::string_view element = tree_.text(tree_.node(tree_.child(lambda, 0)).payload);
    return compares_id(tree_.child(lambda, lambda.child_count - 1), element);
  }

  bool compares_id(NodeId id, std::string_view element) const {
    const Node& node = tree_.node(id);
    if (node.kind == NodeKind::Binary) {
      const auto operation = static_cast<BinaryOperator>(node.operation);
      const bool is_equality =
          operation == BinaryOperator::Equal || operation == BinaryOperator::EqualIgnoringCase;
      if (is_equality &&
          (is_id_of(tree_.child(node, 0), element) || is_id_of(tree_.child(node, 1), element)))
        return true;
      if (operation != BinaryOperator::And && operation != BinaryOperator::Or) return false;
    } else if (node.kind != NodeKind::Group) {
      return false;
    }
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
      if (compares_id(tree_.child(node, i), element)) return true;
    }
    return false;
  }

  // `r.id`, `r.properties.remoteVirtualNetwork.id`
  bool is_id_of(NodeId id, std::string_view element) const {
    if (tree_.node(id).kind != NodeKind::Member || tree_.text(tree_.node(id).payload) != "id")
      return false;
    while (tree_.node(id).kind == NodeKind::Member) id = tree_.child(tree_.node(id), 0);
    return tree_.node(id).kind == NodeKind::Name && tree_.text(tree_.node(id).payload) == element;
  }

  void warn_of_search(NodeId id) {
    file_.warn(ProblemKind::UnindexedRelation, place_of(id),
               "all resources of the type are searched for an ID; `resource(id)` and "
               "`referrers(x, type, path)` find them by an index");
  }

  PatternSource source_of(NodeId id) const { return sources_.of(id, field_->check, locals_); }

  // Relations are indexed and patterns compiled once, so what they go by must stand in the rule.
  void check_literals(const Node& node, std::string_view name) {
    if (name == "resources") {
      demand_text(tree_.child(node, 0), "a resource type or `'*'`");
    } else if (name == "referrers") {
      demand_text(tree_.child(node, 1), "a resource type or `'*'`");
      demand_text(tree_.child(node, 2), "a path, `'parent'`, `'scope'` or `'*'`");
    } else if (name == "matches") {
      check_pattern(tree_.child(node, 1));
    }
  }

  void demand_text(NodeId id, const std::string& what) {
    if (tree_.node(id).kind != NodeKind::String) report(id, "here must stand " + what + " as text");
  }

  void check_pattern(NodeId id) {
    const Node& node = tree_.node(id);
    if (node.kind == NodeKind::String) {
      const Result<Pattern> pattern = Pattern::compile(tree_.text(node.payload));
      if (!pattern.ok()) report(id, pattern.failure().message);
      return;
    }
    if (is_missing_setting(node) || source_of(id) == PatternSource::Pattern) return;
    report(id, "a pattern is a text, or a setting of type `pattern`");
  }

  // It is reported as such.
  bool is_missing_setting(const Node& node) const {
    if (node.kind != NodeKind::Member) return false;
    const Node& object = tree_.node(tree_.child(node, 0));
    return object.kind == NodeKind::Name && tree_.text(object.payload) == "settings" &&
           scope_.find_setting(tree_.text(node.payload)) == nullptr;
  }

  void need(const Definition& definition) {
    if (scope_.is_own(definition)) needs_.add(field_->root, definition.body);
  }

  // A name of `each` is bound once its array is known.
  void need_binding(std::string_view name) {
    for (const EachBinding* binding : scope_.bindings(field_->check)) {
      if (binding->name == name && binding->array != NodeId::kNone)
        needs_.add(field_->root, binding->array);
    }
  }

  // An array of `each` is looked at inside the elements of those before it.
  void add_order() {
    const EachBinding* before = nullptr;
    for (const EachBinding* binding : scope_.bindings(field_->check)) {
      if (binding->array == field_->root && before != nullptr)
        needs_.add(field_->root, before->array);
      before = binding;
    }
  }

  const RuleScope& scope_;
  PatternSources sources_;
  const ExpressionTree& tree_;
  RuleFile& file_;
  const ExpressionField* field_ = nullptr;
  std::vector<BoundName> locals_;
  Needs needs_;
};

// A function that takes the place of an earlier one takes as many arguments: others call it.
void check_replacement(const Definition& definition, const ExpressionField& field,
                       const RuleScope& before, RuleFile& file) {
  const Definition* earlier =
      definition.is_function ? before.find_function(definition.name, kNoCheck) : nullptr;
  if (earlier == nullptr || earlier->parameters.size() == definition.parameters.size()) return;
  const std::size_t count = earlier->parameters.size();
  file.report(field.scalar.origin(),
              quoted(definition.name) + " takes the place of a function of " +
                  count_text({.least = count, .most = count}) + ", so it must take as many");
}

}  // namespace

void check_references(const Rule& rule, const std::vector<ExpressionField>& fields,
                      const RuleSet& rules, RuleFile& file) {
  const RuleScope scope(rules, &rule, nullptr);
  ReferenceCheck(scope, rule.tree, file).run(fields);
}

void check_references(const Vocabulary& vocabulary, const std::vector<ExpressionField>& fields,
                      const RuleSet& rules, RuleFile& file) {
  EXR_CHECK(fields.size() == vocabulary.definitions.size());
  const RuleScope before(rules, nullptr, nullptr);
  for (std::size_t i = 0; i < fields.size(); ++i)
    check_replacement(vocabulary.definitions[i], fields[i], before, file);
  const RuleScope scope(rules, nullptr, &vocabulary);
  ReferenceCheck(scope, vocabulary.tree, file).run(fields);
}

}  // namespace exr
