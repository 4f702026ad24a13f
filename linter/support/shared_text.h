#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

#include "support/shared.h"

namespace exr {

/// A text that several owners share: copying it counts one owner more. Names of properties are
/// such texts: the same few stand in thousands of
/// objects.
class SharedText {
 public:
  SharedText() = default;
  // NOLINTBEGIN(google-explicit-constructor): it is a text, wherever one is asked for
  SharedText(std::string text) : text_(Shared<std::string>::make(std::move(text))) {}
  SharedText(const char* text) : SharedText(std::string(text)) {}
  operator const std::string&() const { return str(); }
  operator std::string_view() const { return str(); }
  // NOLINTEND(google-explicit-constructor)

  explicit SharedText(Shared<std::string> text) : text_(std::move(text)) {}
  /// What it shares; null for a text that is empty from the start.
  const Shared<std::string>& shared() const { return text_; }

  const std::string& str() const { return text_ == nullptr ? nothing() : *text_; }
  std::size_t size() const { return str().size(); }
  bool empty() const { return str().empty(); }

  template <typename Text>
  requires std::convertible_to<const Text&, std::string_view>
  friend bool operator==(const SharedText& a, const Text& b) {
    return a.str() == static_cast<std::string_view>(b);
  }
  friend std::string operator+(std::string a, const SharedText& b) {
    a += b.str();
    return a;
  }

 private:
  static const std::string& nothing() {
    static const std::string empty;
    return empty;
  }

  Shared<std::string> text_;
};

}  // namespace exr
