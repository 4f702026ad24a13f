#include "policy/vocabulary_circles.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace exr {

namespace {

using Names = std::unordered_set<std::string_view>;

// The definitions that are needed by one, directly or not.
class Reached {
 public:
  Reached(const Vocabulary& vocabulary, const RuleSet& earlier) {
    for (const auto& before : earlier.vocabularies) add(*before);
    add(vocabulary);
  }

  // Bounded by the number of definitions: none is walked through twice.
  bool needs_itself(const Definition& definition) {
    Names seen;
    std::vector<std::string_view> open = {definition.name};
    while (!open.empty()) {
      const Site& site = sites_.at(open.back());
      open.pop_back();
      for (const std::string_view name : names_in(site)) {
        if (name == definition.name) return true;
        if (sites_.contains(name) && seen.insert(name).second) open.push_back(name);
      }
    }
    return false;
  }

 private:
  struct Site {
    const Definition* definition = nullptr;
    const ExpressionTree* tree = nullptr;
  };

  void add(const Vocabulary& vocabulary) {
    for (const Definition& definition : vocabulary.definitions)
      sites_.insert_or_assign(definition.name, Site{&definition, &vocabulary.tree});
  }

  // The functions that a body calls, and the names in it that nothing in it binds.
  static Names names_in(const Site& site) {
    Names names;
    Names bound(site.definition->parameters.begin(), site.definition->parameters.end());
    Names read;
    collect(site, site.definition->body, names, bound, read);
    for (const std::string_view name : read) {
      if (!bound.contains(name)) names.insert(name);
    }
    return names;
  }

  static void collect(const Site& site, NodeId id, Names& called, Names& bound, Names& read) {
    const ExpressionTree& tree = *site.tree;
    const Node& node = tree.node(id);
    if (node.kind == NodeKind::Call) called.insert(tree.text(node.payload));
    if (node.kind == NodeKind::Name) read.insert(tree.text(node.payload));
    if (node.kind == NodeKind::Loop) {
      bound.insert(tree.text(node.payload));
      if (node.second != kNoText) bound.insert(tree.text(node.second));
    }
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
      const NodeId child = tree.child(node, i);
      const bool is_parameter = node.kind == NodeKind::Lambda && i + 1 < node.child_count;
      if (is_parameter)
        bound.insert(tree.text(tree.node(child).payload));
      else
        collect(site, child, called, bound, read);
    }
  }

  std::unordered_map<std::string_view, Site> sites_;
};

}  // namespace

void check_circles(const Vocabulary& vocabulary, const std::vector<ExpressionField>& fields,
                   const RuleSet& earlier, RuleFile& file) {
  Reached reached(vocabulary, earlier);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Definition& definition = vocabulary.definitions[i];
    if (!reached.needs_itself(definition)) continue;
    file.report(fields[i].scalar.origin(),
                "`" + definition.name +
                    "` needs itself, through definitions that are there already and call it; "
                    "definitions have no recursion");
  }
}

}  // namespace exr
