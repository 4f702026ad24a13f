#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/json_names.h"
#include "frontends/terraform/plan_reference.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "value/value.h"

namespace exr {

/// The JSON of a plan's configuration, decoded once each: many instances share a block.
class WrittenExpressions {
 public:
  /// Both outlive it.
  WrittenExpressions(const SourceMap& sources, const Limits& limits)
      : sources_(sources), limits_(limits) {}
  /// Null for an invalid span. Stays valid as long as this.
  const Value& at(Span span);

 private:
  const SourceMap& sources_;
  const Limits& limits_;
  JsonNames names_;
  std::unordered_map<std::uint32_t, Value> decoded_;
};

/// Whether it is the expression of an attribute (`{"references": [...]}`), not a block's.
bool is_expression(const Value& value);
/// The constant that an expression is; null pointer if it is none.
const Value* find_constant(const Value& expression);
/// What an expression refers to, without prefixes. Valid as long as the expression.
std::vector<std::string_view> references_in(const Value& expression);

/// What the configuration has for an attribute or a block.
struct WrittenExpression {
  /// Null pointer if nothing was written, or it cannot be told what.
  const Value* value = nullptr;
  /// The expression is that of something around it: Terraform does not say which of the references
  /// belong to which part of an object.
  bool is_part = false;

  /// Whether it is the expression of an attribute, with anything in it.
  bool is_known() const;
};

/// What is written one step further into a block: an attribute, or one of several blocks. The
/// blocks of a set stand in another order in the configuration, and those of a `dynamic` block are
/// missing there: then that block counts whose constants are the planned ones. `planned` is the
/// planned value that the step is made from.
WrittenExpression find_written_at(const WrittenExpression& written, const Value& planned,
                                  const PlanStep& step);
/// The same along a whole path, from the expressions of a resource.
WrittenExpression find_written(const Value& expressions, const Value& planned,
                               const PlanPath& path);

}  // namespace exr
