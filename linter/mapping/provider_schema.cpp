#include "mapping/provider_schema.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "value/containers.h"

namespace exr {

namespace {

using Modes = std::array<AttributeMode, kMajorCount>;

void report(Span span, std::string message, Problems& problems) {
  problems.push_back({.kind = ProblemKind::RuleSyntax,
                      .message = std::move(message),
                      .span = span,
                      .path = {},
                      .related = {}});
}

// `optional list = x`: the first word counts here.
std::optional<AttributeMode> mode_of(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, AttributeMode>, 4> kModes = {
      {{"required", AttributeMode::Required},
       {"optional", AttributeMode::Optional},
       {"computed", AttributeMode::Computed},
       {"optional+computed", AttributeMode::OptionalComputed}}};
  const std::string_view word = text.substr(0, text.find(' '));
  for (const auto& [name, mode] : kModes) {
    if (name == word) return mode;
  }
  return std::nullopt;
}

struct MajorRange {
  std::size_t begin;
  std::size_t end;
};

// `v3` is that one, `v4+` that one and all later ones.
std::optional<MajorRange> majors_of(std::string_view text) {
  if (text.size() < 2 || text[0] != 'v' || text[1] < '3' || text[1] > '5') return std::nullopt;
  const auto first = static_cast<std::size_t>(text[1] - '3');
  if (text.size() == 2) return MajorRange{.begin = first, .end = first + 1};
  if (text.substr(2) == "+") return MajorRange{.begin = first, .end = kMajorCount};
  return std::nullopt;
}

void set_modes(const Value& value, MajorRange majors, Modes& modes, Problems& problems) {
  const auto mode = value.is_string() ? mode_of(value.as_string()) : std::nullopt;
  if (!mode) {
    report(value.origin(), "an attribute is `required`, `optional`, `computed` or both of these",
           problems);
    return;
  }
  std::fill(modes.begin() + static_cast<std::ptrdiff_t>(majors.begin),
            modes.begin() + static_cast<std::ptrdiff_t>(majors.end), *mode);
}

// Whether the word stands before the default.
bool is_sensitive(const Value& value) {
  if (!value.is_string()) return false;
  const std::string_view text = value.as_string();
  return text.substr(0, text.find('=')).find(" sensitive") != std::string_view::npos;
}

SchemaAttribute read_attribute(const Value& value, Problems& problems) {
  SchemaAttribute attribute;
  attribute.is_sensitive = is_sensitive(value);
  if (!value.is_object()) {
    set_modes(value, {.begin = 0, .end = kMajorCount}, attribute.modes, problems);
    return attribute;
  }
  for (const Object::Property& property : value.as_object().properties()) {
    attribute.is_sensitive = attribute.is_sensitive || is_sensitive(property.value);
    if (const auto majors = majors_of(property.name))
      set_modes(property.value, *majors, attribute.modes, problems);
    else
      report(property.name_span, "versions are `v3`, `v4`, `v5` or `v4+`", problems);
  }
  return attribute;
}

void mark_blocks(TypeSchema& type) {
  for (const auto& [name, attribute] : type) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos) continue;
    const auto block = type.find(std::string_view(name).substr(0, dot));
    if (block != type.end()) block->second.is_block = true;
  }
}

}  // namespace

bool SchemaAttribute::is_read_only() const {
  return std::all_of(modes.begin(), modes.end(), [](AttributeMode mode) {
    return mode == AttributeMode::Computed || mode == AttributeMode::Absent;
  });
}

std::uint8_t SchemaAttribute::computed_majors() const {
  std::uint8_t majors = 0;
  for (std::size_t i = 0; i < kMajorCount; ++i) {
    if (modes[i] == AttributeMode::Computed || modes[i] == AttributeMode::OptionalComputed)
      majors = static_cast<std::uint8_t>(majors | (1U << i));
  }
  return majors;
}

void read_provider_schema(const Value& document, ProviderSchema& schema, Problems& problems) {
  if (!document.is_object()) {
    report(document.origin(), "a schema has types with their attributes", problems);
    return;
  }
  for (const Object::Property& type : document.as_object().properties()) {
    TypeSchema& attributes = schema[type.name];
    if (!type.value.is_object()) {
      report(type.value.origin(), "a type has attributes", problems);
      continue;
    }
    for (const Object::Property& property : type.value.as_object().properties())
      attributes[property.name] = read_attribute(property.value, problems);
    mark_blocks(attributes);
  }
}

}  // namespace exr
