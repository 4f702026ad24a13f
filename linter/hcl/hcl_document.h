#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/span.h"

namespace exr {

enum class HclExpressionKind : std::uint8_t {
  /// Nothing can be said of it: too deep, or a text with directives.
  Unreadable,
  Null,
  /// `text`: `true`, `false`; the digits; the text without escapes.
  Boolean,
  Number,
  Text,
  /// Parts: texts and holes in order. Its text is that of all of them.
  Template,
  /// Parts: the members; a key and a value for each element.
  Tuple,
  Object,
  /// Parts: what is run over, the key (of an object), the value, and the condition if there is one.
  /// `text` and `other_text`: the names of the key and the value; the first is empty if it has
  /// none.
  ForTuple,
  ForObject,
  /// `text`: the first name of a traversal.
  Variable,
  /// Part: the object; `text`: the name.
  Member,
  /// Parts: the object, the index.
  Index,
  /// Parts: the list, and what is taken of each member, in which the variable `*` is the member.
  Splat,
  /// `text`: the function; parts: its arguments.
  Call,
  /// Parts: the condition and the two cases.
  Conditional,
  /// `text`: the operator; parts: the operands.
  Binary,
  Unary,
};

enum class HclExpressionId : std::uint32_t { kNone = 0xffffffff };

struct HclExpression {
  HclExpressionKind kind = HclExpressionKind::Unreadable;
  /// Of a Call: `...` makes its last argument a list of arguments. Of a ForObject: `...` makes a
  /// list of each key's values.
  bool expands = false;
  /// Of what is written in JSON, the whole string around it.
  Span span;
  std::string text;
  std::string other_text;
  std::vector<HclExpressionId> parts;
};

/// The expressions of any number of documents.
class HclExpressions {
 public:
  const HclExpression& at(HclExpressionId id) const {
    return expressions_[static_cast<std::size_t>(id)];
  }
  HclExpressionId add(HclExpression expression) {
    expressions_.push_back(std::move(expression));
    return static_cast<HclExpressionId>(expressions_.size() - 1);
  }
  std::size_t size() const { return expressions_.size(); }

 private:
  // one that was added stays where it is
  std::deque<HclExpression> expressions_;
};

struct HclAttribute {
  std::string name;
  /// `name = value`.
  Span span;
  HclExpressionId value = HclExpressionId::kNone;
};

struct HclBlock;

/// The attributes and blocks of a block or a file, each kind in order.
struct HclBody {
  std::vector<HclAttribute> attributes;
  std::vector<HclBlock> blocks;

  /// Null if there is none; the first if there are several.
  const HclAttribute* find_attribute(std::string_view name) const;
  const HclBlock* find_block(std::string_view type) const;
};

struct HclBlock {
  std::string type;
  std::vector<std::string> labels;
  /// The type and the labels.
  Span header;
  /// All of it; in JSON the header and the value.
  Span span;
  HclBody body;
};

/// One .tf or .tf.json file. In JSON everything in a block is an attribute, whose blocks are
/// objects, but for `dynamic` ones.
struct HclDocument {
  HclBody body;
};

}  // namespace exr
