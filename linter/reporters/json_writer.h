#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exr {

/// Writes one JSON document, member by member. The outer levels stand on lines of their own, what
/// lies deeper than `block_levels` on the line of its key. Text that is not UTF-8 gets U+FFFD for
/// its broken parts. The caller sees to it that what begins ends, and that in an object each value
/// has a key.
class JsonWriter {
 public:
  explicit JsonWriter(std::size_t block_levels) : block_levels_(block_levels) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// The key of the next value.
  void key(std::string_view name);

  void text(std::string_view value);
  void number(std::int64_t value);
  void boolean(bool value);
  void null();

  void begin_object(std::string_view name) { key(name), begin_object(); }
  void begin_array(std::string_view name) { key(name), begin_array(); }
  void text(std::string_view name, std::string_view value) { key(name), text(value); }
  void number(std::string_view name, std::int64_t value) { key(name), number(value); }
  void boolean(std::string_view name, bool value) { key(name), boolean(value); }
  void null(std::string_view name) { key(name), null(); }
  /// The text, or null where it is empty.
  void text_or_null(std::string_view name, std::string_view value);

  /// The finished document with a line break at its end.
  std::string document() &&;

 private:
  void begin(char bracket);
  void end(char bracket);
  void before_value();
  void new_line();
  void write_quoted(std::string_view value);

  std::size_t block_levels_;
  // for each open bracket: whether something stands in it
  std::vector<bool> filled_;
  bool after_key_ = false;
  std::string json_;
};

}  // namespace exr
