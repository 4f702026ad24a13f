#pragma once

#include <cstdint>
#include <string_view>

#include "value/value.h"

namespace exr {

/// What the configuration of a plan says of one value: whether the user wrote it. It keeps only the
/// shape of what was written, where that is a block: `expressions` of a block is an object by
/// attribute, of a list of blocks a list of these, of anything else a leaf with `references` or a
/// `constant_value`.
class WrittenPart {
 public:
  /// Where no configuration is known: everything counts as written.
  static WrittenPart everything() { return WrittenPart(State::Whole, nullptr); }
  /// The expressions of a block, which outlive the result; null for a block without configuration.
  static WrittenPart of_block(const Value& expressions);

  /// Of an attribute. Of a list of blocks whatever one of the blocks has: the order of a set's
  /// blocks is not that of the file.
  WrittenPart of(std::string_view name) const;
  bool is_written() const { return state_ != State::Nothing; }

 private:
  enum class State : std::uint8_t { Nothing, Whole, Blocks };
  WrittenPart(State state, const Value* blocks) : state_(state), blocks_(blocks) {}

  static WrittenPart of_attribute(const Object& block, std::string_view name);

  State state_;
  const Value* blocks_;
};

}  // namespace exr
