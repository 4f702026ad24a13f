#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "expression/tree.h"
#include "support/check.h"
#include "value/value.h"

namespace exr {

// The two directions of a pack. Both take a thing's fields in the same order from one function,
// `describe(archive, thing)`, so that they cannot differ. Numbers are stored as the machine has
// them: a pack is read by the build that wrote it.

/// What can be stored as its bytes, without padding that would differ from run to run.
template <typename T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

/// Appends things to bytes.
class PackWriter {
 public:
  template <typename T>
  using Of = const T;

  std::string take() { return std::move(bytes_); }

  template <typename... Fields>
  void all(const Fields&... fields) {
    (one(fields), ...);
  }

  template <Plain T>
  void one(T value) {
    raw(&value, sizeof value);
  }
  void one(const std::string& text) {
    one(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  template <typename T>
  void one(const std::optional<T>& value) {
    one(value.has_value());
    if (value) one(*value);
  }
  template <typename T>
  void one(const std::vector<T>& list) {
    one(static_cast<std::uint32_t>(list.size()));
    if constexpr (Plain<T>) {
      raw(list.data(), list.size() * sizeof(T));
    } else {
      for (const T& member : list) one(member);
    }
  }
  void one(const std::vector<Node>& nodes);
  void one(const Value& value);
  template <typename T>
  requires std::is_class_v<T>
  void one(const T& thing) { describe(*this, thing); }

 private:
  void raw(const void* data, std::size_t size) {
    if (size > 0) bytes_.append(static_cast<const char*>(data), size);
  }

  std::string bytes_;
};

/// Takes things off the front of bytes. Bytes that end too early are a bug (EXR_CHECK).
class PackReader {
 public:
  template <typename T>
  using Of = T;

  explicit PackReader(std::string_view bytes) : rest_(bytes) {}

  bool is_at_end() const { return rest_.empty(); }

  template <typename... Fields>
  void all(Fields&... fields) {
    (one(fields), ...);
  }

  template <Plain T>
  void one(T& value) {
    raw(&value, sizeof value);
  }
  void one(std::string& text) { text.assign(take(size())); }
  template <typename T>
  void one(std::optional<T>& value) {
    bool is_there = false;
    one(is_there);
    if (is_there) one(value.emplace());
  }
  template <typename T>
  void one(std::vector<T>& list) {
    const std::size_t count = size();
    if constexpr (Plain<T>) {
      EXR_CHECK(count <= rest_.size() / sizeof(T));
      list.resize(count);
      raw(list.data(), count * sizeof(T));
    } else {
      EXR_CHECK(count <= rest_.size());
      list.resize(count);
      for (T& member : list) one(member);
    }
  }
  void one(std::vector<Node>& nodes);
  void one(Value& value);
  template <typename T>
  requires std::is_class_v<T>
  void one(T& thing) { describe(*this, thing); }

 private:
  std::uint32_t size() {
    std::uint32_t size = 0;
    one(size);
    return size;
  }
  std::string_view take(std::size_t size) {
    EXR_CHECK(size <= rest_.size());
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  void raw(void* data, std::size_t size) {
    const std::string_view taken = take(size);
    if (size > 0) std::memcpy(data, taken.data(), size);
  }

  std::string_view rest_;
};

}  // namespace exr
