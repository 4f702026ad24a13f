#include "app/configuration_values.h"

#include <fmt/format.h>

#include "support/text.h"
#include "value/containers.h"
#include "value/print.h"

namespace exr {

std::string described(const Value& value) {
  switch (value.kind()) {
    case ValueKind::Null:
      return "nothing";
    case ValueKind::Array:
      return "a list";
    case ValueKind::Object:
      return "a mapping";
    case ValueKind::String:
      return fmt::format("the text `{}`", value.as_string());
    default:
      return fmt::format("`{}`", message_text(value));
  }
}

void ConfigurationValues::report(Span place, std::string message) {
  problems_.push_back({.kind = ProblemKind::ConfigurationError,
                       .message = std::move(message),
                       .span = place,
                       .path = {}});
}

void ConfigurationValues::report_unknown(Span place, std::string_view noun, std::string_view name,
                                         const std::vector<std::string_view>& known) {
  std::string message = fmt::format("no {} is called `{}`", noun, name);
  const std::string_view near = closest(name, known);
  if (!near.empty()) {
    message += fmt::format(", did you mean `{}`?", near);
  } else if (known.size() <= 12) {
    message += fmt::format("; known are `{}`", fmt::join(known, "`, `"));
  }
  report(place, std::move(message));
}

void ConfigurationValues::report_kind(const Value& value, std::string_view what,
                                      std::string_view expected) {
  report(value.origin(), fmt::format("{} is {}, expected {}", what, described(value), expected));
}

const Object* ConfigurationValues::object(const Value& value, std::string_view what) {
  if (value.is_object()) return &value.as_object();
  report_kind(value, what, "a mapping");
  return nullptr;
}

std::optional<std::string> ConfigurationValues::text(const Value& value, std::string_view what) {
  if (value.is_string()) return value.as_string();
  report_kind(value, what, "text");
  return std::nullopt;
}

std::optional<std::uint64_t> ConfigurationValues::whole_number(const Value& value,
                                                               std::string_view what) {
  if (value.is_int() && value.as_int() > 0) return static_cast<std::uint64_t>(value.as_int());
  report_kind(value, what, "a whole number above zero");
  return std::nullopt;
}

std::vector<Value> ConfigurationValues::texts(const Value& value, std::string_view what) {
  std::vector<Value> texts;
  if (value.is_string()) return {value};
  if (!value.is_array()) {
    report_kind(value, what, "a list of texts");
    return texts;
  }
  for (const Value& member : value.as_array().members) {
    if (text(member, fmt::format("an entry of {}", what))) texts.push_back(member);
  }
  return texts;
}

}  // namespace exr
