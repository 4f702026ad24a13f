#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "support/check.h"

namespace exr {

/// Appends numbers and texts to bytes, for a ByteReader of the same build and machine.
class ByteWriter {
 public:
  template <typename Number>
  void number(Number value) {
    static_assert(std::is_trivially_copyable_v<Number>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  void size(std::size_t value) { number(static_cast<std::uint32_t>(value)); }
  void text(std::string_view value) {
    size(value.size());
    bytes_ += value;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what a ByteWriter wrote, in the same order. Anything else is a bug (EXR_CHECK).
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename Number>
  Number number() {
    static_assert(std::is_trivially_copyable_v<Number>);
    Number value;
    EXR_CHECK(bytes_.size() >= sizeof(value));
    bytes_.copy(reinterpret_cast<char*>(&value), sizeof(value));
    bytes_.remove_prefix(sizeof(value));
    return value;
  }
  std::size_t size() { return number<std::uint32_t>(); }
  std::string_view text() {
    const std::size_t length = size();
    EXR_CHECK(bytes_.size() >= length);
    const std::string_view value = bytes_.substr(0, length);
    bytes_.remove_prefix(length);
    return value;
  }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};

}  // namespace exr
