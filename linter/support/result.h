#pragma once

#include <string>
#include <utility>
#include <variant>

#include "support/check.h"

namespace exr {

/// Why an operation failed, as one line for the user: lower case, no full stop.
struct Failure {
  std::string message;
  /// Whether a limit of ours was passed.
  bool is_limit = false;
};

/// The outcome of an operation that may fail: either a T or a Failure. For what the user wrote
/// wrongly inside a file use a Problem instead, which has a place.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::move(value)) {}  // NOLINT(google-explicit-constructor): reads as the value
  Result(Failure failure)
      : state_(std::move(failure)) {}  // NOLINT(google-explicit-constructor): reads as the failure

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  /// The value. Only where ok().
  const T& value() const& {
    EXR_CHECK(ok());
    return *std::get_if<T>(&state_);
  }
  T& value() & {
    EXR_CHECK(ok());
    return *std::get_if<T>(&state_);
  }
  T&& value() && {
    EXR_CHECK(ok());
    return std::move(*std::get_if<T>(&state_));
  }

  /// The reason. Only where not ok().
  const Failure& failure() const {
    EXR_CHECK(!ok());
    return *std::get_if<Failure>(&state_);
  }

 private:
  std::variant<T, Failure> state_;
};

}  // namespace exr
