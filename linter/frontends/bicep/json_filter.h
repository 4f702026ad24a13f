#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "expression/pattern.h"
#include "frontends/bicep/json_path.h"
#include "value/value.h"

namespace exr {

/// The condition of a filter in a JSON path: `@.tier == 'Premium' && @.peers`.
class JsonFilter {
 public:
  enum class Operator : std::uint8_t {
    Exists,
    Equal,
    NotEqual,
    /// `!==`: unlike `!=` not for arrays and objects
    NotEqualValue,
    Less,
    LessOrEqual,
    More,
    MoreOrEqual,
    /// `=~`
    Matches,
  };
  enum class Joint : std::uint8_t { And, Or };
  /// A literal, or a path from the value (`@`) or from the document (`$`).
  struct Operand {
    Value literal;
    std::optional<JsonPath> path;
    bool is_of_document = false;
  };
  /// One comparison, and how it is joined to all that follow.
  struct Term {
    Operand left;
    Operator operation = Operator::Exists;
    Operand right;
    std::optional<Pattern> pattern;
    Joint goes_on_with = Joint::And;
  };

  void add(Term term) { terms_.push_back(std::move(term)); }
  /// Whether a value fits. The selection fails where values are compared that have no order.
  bool fits(const Value& value, JsonSelection& selection) const;

 private:
  std::vector<Term> terms_;
};

}  // namespace exr
