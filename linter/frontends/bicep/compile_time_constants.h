#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "template/template.h"
#include "value/value.h"

namespace exr {

/// The values of expressions that are the same in every deployment, as far as arguments of load
/// functions need them: literals, texts with holes, variables, and what is read from them. The
/// template outlives it.
class CompileTimeConstants {
 public:
  /// Gives the value of a call; empty if it is no constant.
  using ValueOfCall = std::function<std::optional<Value>(NodeId call)>;

  CompileTimeConstants(const Template& lowered, ValueOfCall value_of_call);

  /// Empty if the expression is no constant, or one of another kind.
  std::optional<Value> find(NodeId id);

 private:
  std::optional<Value> find_variable(std::string_view name);
  std::optional<Value> find_text(NodeId id);
  std::optional<Value> find_part(NodeId id);

  const ExpressionTree& tree_;
  ValueOfCall value_of_call_;
  std::unordered_map<std::string_view, NodeId> variables_;
  // found once each; empty also while one is being found
  std::unordered_map<std::string_view, std::optional<Value>> found_;
};

}  // namespace exr
