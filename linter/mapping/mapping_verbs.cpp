#include "mapping/mapping_verbs.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include "formats/json_reader.h"
#include "support/text.h"
#include "value/compare.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

// What a verb makes of what it cannot compute yet: another Unknown, told apart by its text.
Value unknown_of(std::string_view verb, const Value& value) {
  const UnknownReason reason =
      value.is_unknown() ? value.as_unknown().reason : UnknownReason::Undecided;
  return made_of(
      Value::unknown(make_unknown(reason, std::string(verb) + "(" + canonical_text(value) + ")")),
      value);
}

Value invalid(std::string_view verb, const Value& value) {
  return made_of(
      Value::unknown(make_unknown(UnknownReason::Invalid,
                                  std::string(verb) + "(" + canonical_text(value) + ")")),
      value);
}

// Puts parsed values where their text stands.
Value placed_as(const Value& value, const Value& source) {
  if (value.is_array()) {
    Array array;
    for (const Value& member : value.as_array().members) array.add(placed_as(member, source));
    return made_of(Value::array(std::move(array)), source);
  }
  if (value.is_object()) {
    Object object;
    object.reserve(value.as_object().size());
    for (const Object::Property& property : value.as_object().properties())
      object.set(property.name, placed_as(property.value, source), source.origin());
    return made_of(Value::object(std::move(object)), source);
  }
  return made_of(value, source);
}

bool is_exact_list(const Value& value) { return value.is_array() && value.as_array().is_exact(); }

// `2026-01-02T03:04:05Z`, `...+01:00`; seconds may have a fraction.
std::optional<std::int64_t> seconds_of(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int read = 0;
  // NOLINTNEXTLINE(cert-err34-c): numbers of at most four digits cannot overflow
  if (std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d%n", &year, &month, &day, &hour, &minute,
                  &second, &read) != 6)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  std::string_view zone = std::string_view(text).substr(static_cast<std::size_t>(read));
  if (zone.starts_with('.'))
    zone.remove_prefix(std::min(zone.find_first_not_of("0123456789", 1), zone.size()));
  std::int64_t offset = 0;
  if (zone != "Z") {
    int zone_hour = 0;
    int zone_minute = 0;
    // NOLINTNEXTLINE(cert-err34-c): as above
    if (zone.empty() ||
        std::sscanf(std::string(zone.substr(1)).c_str(), "%2d:%2d", &zone_hour, &zone_minute) != 2)
      return std::nullopt;
    offset = (zone[0] == '-' ? -60 : 60) * (60L * zone_hour + zone_minute);
  }
  const auto days = std::chrono::sys_days(date).time_since_epoch().count();
  return 86400L * days + 3600L * hour + 60L * minute + second - offset;
}

}  // namespace

Value made_of(const Value& made, const Value& source) {
  return made.placed(source.origin()).with_trail(source.trail());
}

bool is_unset(const Value& value) {
  if (value.is_string()) return value.as_string().empty();
  if (value.is_array()) return value.as_array().members.empty() && !value.as_array().open;
  if (value.is_object()) return value.as_object().empty() && !value.as_object().is_open();
  return value.is_null();
}

Value chosen(const Value& value, const Value& yes, const Value& no) {
  if (value.is_bool()) return made_of(value.as_bool() ? yes : no, value);
  if (!value.is_unknown()) return invalid("bool", value);
  Unknown unknown =
      make_unknown(value.as_unknown().reason, "bool(" + value.as_unknown().text + ")");
  if (!yes.is_null() && !no.is_null()) {
    const std::string& source = value.as_unknown().text;
    unknown.candidates = {{.choices = {{.source = source, .option = 0}}, .value = yes},
                          {.choices = {{.source = source, .option = 1}}, .value = no}};
  }
  return made_of(Value::unknown(std::move(unknown)), value);
}

Value equal_to(const Value& value, const Value& literal) {
  const Truth truth = equals(value, literal, TextComparison::Exact);
  if (truth == Truth::Unknown) return unknown_of("eq", value);
  return made_of(Value::boolean(truth == Truth::True), value);
}

Value reference_to(const Value& value) {
  if (value.is_array()) {
    Array list = value.as_array();
    for (Value& member : list.members) {
      Object object;
      object.set("id", member);
      member = made_of(Value::object(std::move(object)), member);
    }
    return made_of(Value::array(std::move(list)), value);
  }
  if (value.is_unknown()) return unknown_of("ref", value);
  Object object;
  object.set("id", value);
  return made_of(Value::object(std::move(object)), value);
}

Value as_keys(const Value& list) {
  if (!is_exact_list(list)) return unknown_of("keys", list);
  Object object;
  for (const Value& member : list.as_array().members) {
    if (!member.is_string()) return unknown_of("keys", list);
    object.set(member.shared_string(), made_of(Value::object({}), member), member.origin());
  }
  return made_of(Value::object(std::move(object)), list);
}

Value as_list(const Value& value) {
  Array list;
  list.add(value);
  return made_of(Value::array(std::move(list)), value);
}

Value joined(const Value& list, const std::string& separator) {
  if (list.is_string()) return list;
  if (!is_exact_list(list)) return unknown_of("join", list);
  std::vector<std::string> parts;
  for (const Value& member : list.as_array().members) {
    if (!member.is_string()) return unknown_of("join", list);
    parts.push_back(member.as_string());
  }
  return made_of(Value::string(join(parts, separator)), list);
}

Value split_part(const Value& value, const std::string& separator, int position) {
  if (!value.is_string()) return unknown_of("split", value);
  const std::vector<std::string_view> parts = split(value.as_string(), separator.front());
  const auto size = static_cast<int>(parts.size());
  const int index = position < 0 ? size + position : position;
  if (index < 0 || index >= size) return Value::null();
  return made_of(Value::string(std::string(parts[static_cast<std::size_t>(index)])), value);
}

Value parsed_json(const Value& value) {
  if (value.is_unknown()) return unknown_of("json", value);
  if (!value.is_string()) return value;
  const Result<Value> parsed = read_json_text(value.as_string(), Limits());
  return parsed.ok() ? placed_as(parsed.value(), value) : invalid("json", value);
}

Value without_nulls(const Value& value) {
  if (value.is_array()) {
    Array array = value.as_array();
    for (Value& member : array.members) member = without_nulls(member);
    return made_of(Value::array(std::move(array)), value);
  }
  if (!value.is_object()) return value;
  Object object;
  for (const Object::Property& property : value.as_object().properties()) {
    if (!property.value.is_null())
      object.write(property.name, without_nulls(property.value), property.name_span);
  }
  if (value.as_object().is_open()) object.set_open(value.as_object().open_text());
  return made_of(Value::object(std::move(object)), value);
}

Value as_location(const Value& value) {
  if (!value.is_string()) return value;
  const std::string& text = value.as_string();
  const bool is_plain = std::none_of(text.begin(), text.end(),
                                     [](char c) { return c == ' ' || (c >= 'A' && c <= 'Z'); });
  if (is_plain) return value;
  return made_of(Value::string(to_lower(replace_all(text, " ", ""))), value);
}

Value unix_time(const Value& value) {
  if (value.is_unknown()) return unknown_of("unixtime", value);
  const auto seconds = value.is_string() ? seconds_of(value.as_string()) : std::nullopt;
  return seconds ? made_of(Value::integer(*seconds), value) : invalid("unixtime", value);
}

Value unless_zero(const Value& value) {
  return value.is_number() && value.as_number() == 0 ? Value::null() : value;
}

Value looked_up(const Value& value, const MappingTable& table) {
  if (!value.is_string()) return unknown_of("lookup", value);
  const std::string& key = value.as_string();
  const auto row = std::lower_bound(
      table.begin(), table.end(), key,
      [](const auto& entry, const std::string& text) { return entry.first < text; });
  if (row != table.end() && row->first == key) return made_of(Value::string(row->second), value);
  return made_of(Value::unknown(make_unknown(UnknownReason::External,
                                             "lookup(" + canonical_text(value) + ")")),
                 value);
}

}  // namespace exr
