#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "hcl/block_address.h"
#include "hcl/hcl_document.h"
#include "hcl/terraform_sources.h"

namespace exr {

/// How far a path is written: the deepest place on its way, the expression there (kNone at a
/// block), and how many of its steps led there.
struct WrittenPath {
  SourcePlace place;
  HclExpressionId expression = HclExpressionId::kNone;
  std::size_t steps = 0;
};

/// Follows a path through the attributes and blocks of a block.
WrittenPath follow_written(const HclBlock& block, const SourcePath& path,
                           const HclExpressions& expressions);

/// Follows a path through an attribute's value, from its step `begin` on.
WrittenPath follow_written(const HclAttribute& attribute, const SourcePath& path, std::size_t begin,
                           const HclExpressions& expressions);

/// An expression that is a variable, a local or `each.value`, and what is taken of it:
/// `var.x["a"].b`.
struct NamedValue {
  /// `var`, `local` or `each`.
  std::string space;
  std::string name;
  SourcePath path;
};
/// Empty for any other expression, and where an index is not written as it is.
std::optional<NamedValue> find_named_value(HclExpressionId id, const HclExpressions& expressions);

/// Whether an expression says what it is without naming anything.
bool is_literal(HclExpressionId id, const HclExpressions& expressions);

}  // namespace exr
