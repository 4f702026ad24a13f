#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "expression/tree.h"
#include "policy/rule_file.h"

namespace exr {

/// Which expressions of one tree need the values of which others. Expressions are named by their
/// roots. The tree outlives it.
class Needs {
 public:
  explicit Needs(const ExpressionTree& tree) : tree_(tree) {}

  void add(NodeId root, NodeId needed) { needs_[root].push_back(needed); }
  /// Reports the first field that needs itself, or that needs others in so long a row that
  /// evaluating it would be nested deeper than kDeepest.
  void report_circles(const std::vector<ExpressionField>& fields, RuleFile& file);

 private:
  static constexpr std::uint32_t kDeepest = 1024;
  // where the walk through an expression is: entered, or left with its height
  struct Visit {
    bool is_left = false;
    std::uint32_t height = 0;
  };

  enum class Trouble : std::uint8_t { Circle, TooDeep };

  std::optional<std::uint32_t> height_of(NodeId root, std::uint32_t depth);
  std::uint32_t levels(NodeId id) const;

  const ExpressionTree& tree_;
  std::unordered_map<NodeId, std::vector<NodeId>> needs_;
  std::unordered_map<NodeId, Visit> visits_;
  Trouble trouble_ = Trouble::Circle;
};

}  // namespace exr
