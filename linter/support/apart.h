#pragma once

#include <memory>
#include <utility>

namespace exr {

/// A part of a value that few of its kind have: kept apart from it, and copied with it.
template <typename T>
class Apart {
 public:
  Apart() = default;
  Apart(const Apart& other) : part_(copy_of(other)) {}
  Apart(Apart&& other) noexcept = default;
  Apart& operator=(const Apart& other) {
    if (this != &other) part_ = copy_of(other);
    return *this;
  }
  Apart& operator=(Apart&& other) noexcept = default;
  ~Apart() = default;

  /// Null until it is made.
  const T* find() const { return part_.get(); }
  T& make() {
    if (part_ == nullptr) part_ = std::make_unique<T>();
    return *part_;
  }

 private:
  static std::unique_ptr<T> copy_of(const Apart& other) {
    return other.part_ == nullptr ? nullptr : std::make_unique<T>(*other.part_);
  }

  std::unique_ptr<T> part_;
};

}  // namespace exr
