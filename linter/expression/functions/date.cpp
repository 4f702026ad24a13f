#include <array>

#include "expression/functions/arguments.h"
#include "expression/functions/table.h"
#include "expression/functions/timestamp.h"
#include "value/print.h"

namespace exr {

namespace {

using enum Treatment;

constexpr std::string_view kIsoFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

// .NET reads more ways to write a time than ISO 8601; which day `05/02/2023` is depends on its
// culture.
bool may_be_time(std::string_view text) {
  return text.find('/') != std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

Value unreadable(const FunctionCall& call, std::size_t index, std::string_view wanted) {
  if (!call[index].is_string()) return refused(call, "a string", index);
  return call.fail("`" + std::string(call.name()) + "` cannot read `" + message_text(call[index]) +
                       "` as " + std::string(wanted),
                   index);
}

// The first argument is no time in ISO 8601.
Value no_time(const FunctionCall& call) {
  if (call[0].is_string() && may_be_time(call[0].as_string())) return call.unknown();
  return unreadable(call, 0, "a time (`2024-01-31T10:00:00Z`)");
}

Timestamp sum_of(const Timestamp& moment, const Timestamp& duration) {
  Timestamp sum{moment.seconds + duration.seconds, moment.ticks + duration.ticks};
  while (sum.ticks < 0) {
    sum.ticks += kTicksPerSecond;
    --sum.seconds;
  }
  sum.seconds += sum.ticks / kTicksPerSecond;
  sum.ticks %= kTicksPerSecond;
  return sum;
}

Value date_time_add(const FunctionCall& call) {
  const auto moment = call[0].is_string() ? parse_timestamp(call[0].as_string()) : std::nullopt;
  if (!moment) return no_time(call);
  const auto duration = call[1].is_string() ? parse_duration(call[1].as_string()) : std::nullopt;
  if (!duration) return unreadable(call, 1, "an ISO 8601 duration (`P1D`)");
  constexpr std::int64_t kLongest = 400'000'000'000;
  const bool too_long = duration->seconds > kLongest || duration->seconds < -kLongest;
  const Timestamp sum = too_long ? Timestamp{kLongest, 0} : sum_of(*moment, *duration);
  if (!is_in_calendar(sum)) return call.fail("`dateTimeAdd` leaves the years 1 to 9999", 1);
  if (call.size() > 2 && !call[2].is_string()) return refused(call, "a string", 2);
  std::optional<std::string> text =
      formatted(sum, call.size() > 2 ? call[2].as_string() : kIsoFormat);
  return text ? Value::string(std::move(*text)) : unreadable(call, 2, "a format of times");
}

Value date_time_from_epoch(const FunctionCall& call) {
  if (!call[0].is_int()) return refused(call, "an integer");
  const Timestamp moment{call[0].as_int(), 0};
  if (!is_in_calendar(moment))
    return call.fail("`dateTimeFromEpoch` leaves the years 1 to 9999", 0);
  return Value::string(formatted(moment, kIsoFormat).value_or(""));
}

Value date_time_to_epoch(const FunctionCall& call) {
  const auto moment = call[0].is_string() ? parse_timestamp(call[0].as_string()) : std::nullopt;
  if (!moment) return no_time(call);
  return Value::integer(moment->seconds);
}

Value utc_now(const FunctionCall& call) { return call.unknown(UnknownReason::RuntimeFunction); }

// Azure's spans of time: ISO 8601 (`PT5M`) or hours and minutes (`05:00`, `05:00:00`).
std::optional<double> minutes_of(const std::string& text) {
  if (const auto duration = parse_duration(text))
    return static_cast<double>(duration->seconds) / 60;
  const bool is_clock = (text.size() == 5 || text.size() == 8) && text[2] == ':';
  const auto time = is_clock ? parse_timestamp("1970-01-01T" + text) : std::nullopt;
  return time ? std::optional(static_cast<double>(time->seconds) / 60) : std::nullopt;
}

Value minutes(const FunctionCall& call) {
  const std::optional<double> count =
      call[0].is_string() ? minutes_of(call[0].as_string()) : std::nullopt;
  return count ? number_value(*count) : Value();
}

constexpr std::array kFunctions = {
    FunctionEntry{"dateTimeAdd", 2, 3, Scalar, Availability::Both, date_time_add},
    FunctionEntry{"dateTimeFromEpoch", 1, 1, Scalar, Availability::Both, date_time_from_epoch},
    FunctionEntry{"dateTimeToEpoch", 1, 1, Scalar, Availability::Both, date_time_to_epoch},
    FunctionEntry{"utcNow", 0, 1, Raw, Availability::Templates, utc_now},
    FunctionEntry{"minutes", 1, 1, Scalar, Availability::Rules, minutes},
};

}  // namespace

std::span<const FunctionEntry> date_functions() { return kFunctions; }

}  // namespace exr
