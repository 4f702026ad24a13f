#include "reporters/json_writer.h"

#include <fmt/format.h>

#include <utility>

#include "support/check.h"
#include "support/utf8.h"

namespace exr {

void JsonWriter::key(std::string_view name) {
  before_value();
  write_quoted(name);
  json_ += ": ";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  write_quoted(value);
}

void JsonWriter::number(std::int64_t value) {
  before_value();
  json_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
  before_value();
  json_ += value ? "true" : "false";
}

void JsonWriter::null() {
  before_value();
  json_ += "null";
}

void JsonWriter::text_or_null(std::string_view name, std::string_view value) {
  key(name);
  value.empty() ? null() : text(value);
}

std::string JsonWriter::document() && {
  EXR_CHECK(filled_.empty());
  return std::move(json_) + "\n";
}

void JsonWriter::begin(char bracket) {
  before_value();
  json_ += bracket;
  filled_.push_back(false);
}

void JsonWriter::end(char bracket) {
  EXR_CHECK(!filled_.empty());
  const bool filled = filled_.back();
  const bool block = filled_.size() <= block_levels_;
  filled_.pop_back();
  if (filled && block) new_line();
  json_ += bracket;
}

void JsonWriter::before_value() {
  if (std::exchange(after_key_, false) || filled_.empty()) return;
  const bool block = filled_.size() <= block_levels_;
  if (filled_.back()) json_ += block ? "," : ", ";
  filled_.back() = true;
  if (block) new_line();
}

void JsonWriter::new_line() {
  json_ += '\n';
  json_.append(2 * filled_.size(), ' ');
}

void JsonWriter::write_quoted(std::string_view value) {
  json_ += '"';
  while (!value.empty()) {
    const char32_t character = take_character(value);
    if (character == '"' || character == '\\') {
      json_ += '\\';
      json_ += static_cast<char>(character);
    } else if (character == '\n') {
      json_ += "\\n";
    } else if (character == '\r') {
      json_ += "\\r";
    } else if (character == '\t') {
      json_ += "\\t";
    } else if (character < 0x20 || (character >= 0x7F && character < 0xA0)) {
      json_ += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character));
    } else {
      append_character(json_, character);
    }
  }
  json_ += '"';
}

}  // namespace exr
