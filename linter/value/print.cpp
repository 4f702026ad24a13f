#include "value/print.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <vector>

#include "support/text.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// The length of a valid UTF-8 sequence at the start of `text`, 0 if there is none.
std::size_t utf8_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  std::size_t length = 0;
  if (lead < 0x80U) return 1;
  if (lead >= 0xC2U && lead < 0xE0U) length = 2;
  if (lead >= 0xE0U && lead < 0xF0U) length = 3;
  if (lead >= 0xF0U && lead < 0xF5U) length = 4;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) return 0;
  }
  const auto second = static_cast<unsigned char>(text[1]);
  const bool overlong = (lead == 0xE0U && second < 0xA0U) || (lead == 0xF0U && second < 0x90U);
  const bool surrogate_or_beyond =
      (lead == 0xEDU && second >= 0xA0U) || (lead == 0xF4U && second >= 0x90U);
  return overlong || surrogate_or_beyond ? 0 : length;
}

void append_escaped(std::string& out, unsigned char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kDigits[c >> 4U];
      out += kDigits[c & 0xFU];
  }
}

enum class JsonForm : std::uint8_t { Source, Sorted };

void append_json(std::string& out, const Value& value, JsonForm form);

void append_array(std::string& out, const Array& array, JsonForm form) {
  out += '[';
  bool first = true;
  for (const Value& member : array.members) {
    if (!first) out += ',';
    first = false;
    append_json(out, member, form);
  }
  if (array.open) {
    if (!first) out += ',';
    out += "{\"$unknown\":" + json_string("..." + array.open_text) + "}";
  }
  out += ']';
}

void append_object(std::string& out, const Object& object, JsonForm form) {
  std::vector<const Object::Property*> properties;
  for (const Object::Property& property : object.properties()) {
    if (form == JsonForm::Source || !property.value.is_null()) properties.push_back(&property);
  }
  if (form == JsonForm::Sorted) {
    std::stable_sort(properties.begin(), properties.end(), [](const auto* a, const auto* b) {
      return less_ignoring_case(a->name, b->name);
    });
  }
  out += '{';
  bool first = true;
  for (const Object::Property* property : properties) {
    if (!first) out += ',';
    first = false;
    out += json_string(form == JsonForm::Sorted ? to_lower(property->name) : property->name.str()) +
           ":";
    append_json(out, property->value, form);
  }
  if (object.is_open()) {
    if (!first) out += ',';
    out += "\"$unknown\":" + json_string(object.open_text());
  }
  out += '}';
}

void append_json(std::string& out, const Value& value, JsonForm form) {
  switch (value.kind()) {
    case ValueKind::Null:
      out += "null";
      return;
    case ValueKind::Bool:
      out += value.as_bool() ? "true" : "false";
      return;
    case ValueKind::Int:
      out += std::to_string(value.as_int());
      return;
    case ValueKind::Double:
      out += number_text(value.as_number());
      return;
    case ValueKind::String:
      out += json_string(value.as_string());
      return;
    case ValueKind::Array:
      append_array(out, value.as_array(), form);
      return;
    case ValueKind::Object:
      append_object(out, value.as_object(), form);
      return;
    case ValueKind::Unknown:
      out += "{\"$unknown\":" + json_string(value.as_unknown().text) + "}";
      return;
    case ValueKind::Resource:
      out += "\"resource#" + std::to_string(static_cast<std::uint32_t>(value.as_resource())) + "\"";
      return;
  }
}

std::string canonical_members(const Value& value) {
  std::string text;
  if (value.is_array()) {
    for (const Value& member : value.as_array().members)
      text += (text.empty() ? "" : ",") + canonical_text(member);
    if (value.as_array().open) text += (text.empty() ? "..." : ",...") + value.as_array().open_text;
    return "[" + text + "]";
  }
  for (const Object::Property& property : value.as_object().properties()) {
    text += (text.empty() ? "" : ",") + property.name + ":" + canonical_text(property.value);
  }
  if (value.as_object().is_open())
    text += (text.empty() ? "..." : ",...") + value.as_object().open_text();
  return "{" + text + "}";
}

std::string unknown_message(const Unknown& unknown) {
  if (unknown.candidates.empty()) return unknown.text;
  std::string text;
  for (const Candidate& candidate : unknown.candidates) {
    text += (text.empty() ? "" : " or ") + message_text(candidate.value);
  }
  return text;
}

std::string array_message(const Array& array) {
  std::string text;
  for (const Value& member : array.members)
    text += (text.empty() ? "" : ", ") + message_text(member);
  if (array.open) text += text.empty() ? "..." : ", ...";
  return text;
}

// As JSON, but with each part in its own message form: what is secure inside must not be told.
std::string object_message(const Object& object) {
  std::string text;
  for (const Object::Property& property : object.properties()) {
    const bool is_text = property.value.is_string() && !is_secure(property.value.trail());
    text += (text.empty() ? "" : ", ") + property.name + ": ";
    text += is_text ? json_string(property.value.as_string()) : message_text(property.value);
  }
  if (object.is_open()) text += text.empty() ? "..." : ", ...";
  return "{ " + text + " }";
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20U || c == '"' || c == '\\' || c == 0x7FU) {
      append_escaped(out, c);
      ++i;
      continue;
    }
    const std::size_t length = utf8_length(text.substr(i));
    out += length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(i, length);
    i += length == 0 ? 1 : length;
  }
  out += '"';
  return out;
}

std::string number_text(double number) {
  if (!std::isfinite(number)) return "null";
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  return {buffer.data(), end};
}

std::string to_json(const Value& value) {
  std::string out;
  append_json(out, value, JsonForm::Source);
  return out;
}

std::string to_sorted_json(const Value& value) {
  std::string out;
  append_json(out, value, JsonForm::Sorted);
  return out;
}

std::string canonical_text(const Value& value) {
  switch (value.kind()) {
    case ValueKind::String:
      return "'" + replace_all(value.as_string(), "'", "''") + "'";
    case ValueKind::Array:
    case ValueKind::Object:
      return canonical_members(value);
    case ValueKind::Unknown: {
      const Unknown& unknown = value.as_unknown();
      return unknown.pieces.empty() ? unknown.text : "'" + unknown.text + "'";
    }
    default:
      return to_json(value);
  }
}

std::string message_text(const Value& value) {
  if (is_secure(value.trail())) return "***";
  switch (value.kind()) {
    case ValueKind::Null:
      return "(not set)";
    case ValueKind::String:
      return value.as_string();
    case ValueKind::Array:
      return array_message(value.as_array());
    case ValueKind::Object:
      return object_message(value.as_object());
    case ValueKind::Unknown:
      return unknown_message(value.as_unknown());
    default:
      return to_json(value);
  }
}

bool has_placeholder(std::string_view text) {
  if (text.find('{') == std::string_view::npos) return false;
  constexpr std::array<std::string_view, 4> kPlaceholders = {"{subscriptionId}", "{resourceGroup}",
                                                             "{managementGroup}", "{tenantId}"};
  return std::any_of(kPlaceholders.begin(), kPlaceholders.end(), [&](std::string_view placeholder) {
    return find_ignoring_case(text, placeholder) != std::string_view::npos;
  });
}

}  // namespace exr
