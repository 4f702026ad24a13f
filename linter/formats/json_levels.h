#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "support/check.h"

namespace exr {

/// The objects and arrays that stand around a place in JSON text: a bit for each, the innermost one
/// in the lowest bit of a word.
class JsonLevels {
 public:
  std::size_t count() const { return count_; }
  /// Of the innermost one, which there must be.
  bool is_object() const { return (inner_ & 1U) != 0; }

  void open(bool is_object) {
    if (count_ != 0 && count_ % kBits == 0) outer_.push_back(inner_);
    inner_ = inner_ << 1U | static_cast<std::uint64_t>(is_object);
    ++count_;
  }
  void close() {
    EXR_CHECK(count_ != 0);
    --count_;
    inner_ >>= 1U;
    if (count_ == 0 || count_ % kBits != 0) return;
    inner_ = outer_.back();
    outer_.pop_back();
  }

 private:
  static constexpr std::size_t kBits = 64;

  std::uint64_t inner_ = 0;
  std::size_t count_ = 0;
  // the words that are full
  std::vector<std::uint64_t> outer_;
};

}  // namespace exr
