#pragma once

#include <string>
#include <string_view>

#include "support/pack_bytes.h"
#include "support/shared_text.h"
#include "value/value.h"

namespace exr {

/// Writes what the build packs. Each part of a pack is written and read by one function template
/// over both coders, which names its fields once: so the two sides cannot differ.
class PackEncoder {
 public:
  static constexpr bool kReads = false;

  template <typename Number>
  void number(const Number& value) {
    writer_.number(value);
  }
  void text(std::string_view value) { writer_.text(value); }
  template <typename List, typename Part>
  void list(const List& values, Part part) {
    writer_.size(values.size());
    for (const auto& value : values) part(value);
  }
  /// Nothing in it is Unknown or a resource.
  void value(const Value& value);
  std::string take() { return writer_.take(); }

 private:
  ByteWriter writer_;
};

/// Reads what a PackEncoder wrote, in the same order. Anything else is a bug (EXR_CHECK).
class PackDecoder {
 public:
  static constexpr bool kReads = true;

  /// The bytes outlive it.
  explicit PackDecoder(std::string_view bytes) : reader_(bytes) {}

  template <typename Number>
  void number(Number& value) {
    value = reader_.number<Number>();
  }
  void text(std::string& value) { value = reader_.text(); }
  void text(SharedText& value) { value = std::string(reader_.text()); }
  /// A text that stays where it is, in the bytes.
  std::string_view text() { return reader_.text(); }
  template <typename List, typename Part>
  void list(List& values, Part part) {
    values.resize(reader_.size());
    for (auto& value : values) part(value);
  }
  void value(Value& value) { value = read_value(); }
  bool at_end() const { return reader_.at_end(); }

 private:
  Value read_value();

  ByteReader reader_;
};

}  // namespace exr
