#include "policy/open_notes.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "policy/finding_text.h"
#include "value/containers.h"
#include "value/trail.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr std::size_t kMostNotes = 3;
constexpr std::uint32_t kDeepestSearch = 32;

class Search {
 public:
  explicit Search(RuleHost& host) : host_(host) {}

  void look_at(NodeId node, Level level) {
    if (node != NodeId::kNone) visit(host_.definitions().rule().tree, node, level, 0);
  }
  std::vector<std::string> notes() && { return std::move(notes_); }

 private:
  // The smallest parts that are unknown say more than what is computed from them.
  bool visit(const ExpressionTree& tree, NodeId id, Level level, std::uint32_t depth) {
    if (depth > kDeepestSearch || notes_.size() >= kMostNotes) return true;
    const Node& node = tree.node(id);
    // what these bind has no value here
    if (node.kind == NodeKind::Lambda || node.kind == NodeKind::Loop) return false;
    const Value value = host_.evaluate_at(tree, id, level);
    if (!value.is_unknown() && !is_uncertain_array(value)) return false;
    bool is_told = false;
    if (node.kind == NodeKind::Name) {
      is_told = visit_definition(tree.text(node.payload), level, depth);
    } else {
      for (std::uint32_t i = 0; i < node.child_count; ++i)
        is_told = visit(tree, tree.child(node, i), level, depth + 1) || is_told;
    }
    if (!is_told) tell(value);
    return true;
  }

  bool visit_definition(std::string_view name, Level level, std::uint32_t depth) {
    if (host_.definitions().is_each_name(name, level)) return false;
    const auto site = host_.definitions().find(name, Definitions::Kind::Value, level);
    return site && visit(*site->tree, site->definition->body, site->level, depth + 1);
  }

  static bool is_uncertain_array(const Value& value) {
    return value.is_array() && !value.as_array().is_exact();
  }

  std::string readable(const Value& value, std::string_view text) const {
    return is_secure(value.trail()) ? "***" : readable_text(text, host_.properties());
  }

  void tell(const Value& value) {
    std::string note;
    if (value.is_unknown()) {
      const Unknown& unknown = value.as_unknown();
      note = "`" + readable(value, unknown.text) +
             "` is not known: " + std::string(reason_name(unknown.reason));
    } else if (value.as_array().open && host_.input().graph.is_partial()) {
      note = "part of the deployment could not be read, so there may be more than is known";
    } else if (value.as_array().open) {
      note = "`" + readable(value, value.as_array().open_text) + "` may have more members";
    } else {
      note = "`" + hole_text(value, host_.properties()) + "` may not all be there";
    }
    if (std::find(notes_.begin(), notes_.end(), note) == notes_.end())
      notes_.push_back(std::move(note));
  }

  RuleHost& host_;
  std::vector<std::string> notes_;
};

}  // namespace

std::vector<std::string> open_notes(RuleHost& host, const Check& check) {
  Search search(host);
  search.look_at(host.definitions().rule().when, Level::Rule);
  search.look_at(check.when, Level::Check);
  search.look_at(check.condition, Level::Check);
  return std::move(search).notes();
}

}  // namespace exr
