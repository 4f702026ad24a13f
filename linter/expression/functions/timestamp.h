#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace exr {

/// A moment in UTC: whole seconds since 1970 and the rest in ticks of 100 ns.
struct Timestamp {
  std::int64_t seconds = 0;
  std::int64_t ticks = 0;
};

inline constexpr std::int64_t kTicksPerSecond = 10'000'000;

/// Reads ISO 8601 (`2023-01-31T10:00:00Z`, with a space for the T, a fraction, an offset, without
/// time, or the basic form `20230131T100000Z`). Without an offset it is UTC. Empty if it is none,
/// or not between the years 1 and 9999.
std::optional<Timestamp> parse_timestamp(std::string_view text);
/// Whether the moment lies between the years 1 and 9999.
bool is_in_calendar(const Timestamp& moment);
/// In a .NET format, standard (`u`, `o`, `s`, `d`, ...) or custom (`yyyy-MM-dd`), invariant
/// culture. Empty if the format is no such.
std::optional<std::string> formatted(const Timestamp& moment, std::string_view format);

/// An ISO 8601 duration as Azure counts it: a year is 365 days, a month 30. Empty if it is none.
std::optional<Timestamp> parse_duration(std::string_view text);

}  // namespace exr
