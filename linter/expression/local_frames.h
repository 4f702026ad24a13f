#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "expression/evaluation.h"

namespace exr {

/// The names that one call binds, each inside of the one before. They live as long as it does.
class LocalFrames {
 public:
  /// Makes room for so many names, inside of those that are bound already.
  LocalFrames(std::size_t count, const Local* outer) : innermost_(outer) {
    if (count > kFew) many_.reserve(count);
  }
  LocalFrames(const LocalFrames&) = delete;
  LocalFrames& operator=(const LocalFrames&) = delete;

  void bind(std::string_view name, Value value) {
    if (many_.capacity() > 0) {
      innermost_ = &many_.emplace_back(Local{name, std::move(value), innermost_});
      return;
    }
    few_[bound_] = {name, std::move(value), innermost_};
    innermost_ = &few_[bound_++];
  }
  const Local* innermost() const { return innermost_; }

 private:
  static constexpr std::size_t kFew = 3;
  std::array<Local, kFew> few_;
  std::vector<Local> many_;
  std::size_t bound_ = 0;
  const Local* innermost_;
};

}  // namespace exr
