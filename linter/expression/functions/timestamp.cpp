#include "expression/functions/timestamp.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace exr {

namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

// Reads from the front of a text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool done() const { return text_.empty(); }
  char peek() const { return text_.empty() ? '\0' : text_.front(); }
  bool take(char c) {
    if (peek() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  // Exactly that many digits.
  std::optional<int> number(std::size_t digits) {
    if (text_.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : text_.substr(0, digits)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    text_.remove_prefix(digits);
    return value;
  }
  // All digits that stand there, at most 12.
  std::optional<std::int64_t> digits() {
    std::int64_t value = 0;
    std::size_t count = 0;
    for (; peek() >= '0' && peek() <= '9'; ++count) {
      if (count == 12) return std::nullopt;
      value = value * 10 + (peek() - '0');
      text_.remove_prefix(1);
    }
    return count == 0 ? std::nullopt : std::optional(value);
  }
  // The digits after a decimal point as ticks.
  std::int64_t fraction() {
    std::int64_t ticks = 0;
    std::int64_t unit = kTicksPerSecond / 10;
    for (; peek() >= '0' && peek() <= '9'; text_.remove_prefix(1), unit /= 10)
      ticks += (peek() - '0') * unit;
    return ticks;
  }

 private:
  std::string_view text_;
};

std::optional<std::int64_t> read_date(Cursor& cursor, bool& basic) {
  const auto year = cursor.number(4);
  basic = !cursor.take('-');
  const auto month = cursor.number(2);
  if (!basic && !cursor.take('-')) return std::nullopt;
  const auto day = cursor.number(2);
  if (!year || !month || !day || *year < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::int64_t{std::chrono::sys_days(date).time_since_epoch().count()} * kDay;
}

// hh:mm[:ss[.fff]] in seconds and ticks.
std::optional<Timestamp> read_time(Cursor& cursor, bool basic) {
  const auto hour = cursor.number(2);
  if (!basic && !cursor.take(':')) return std::nullopt;
  const auto minute = cursor.number(2);
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  Timestamp time{*hour * 3600 + *minute * 60, 0};
  const bool has_seconds = basic ? cursor.peek() >= '0' && cursor.peek() <= '9' : cursor.take(':');
  if (!has_seconds) return time;
  const auto second = cursor.number(2);
  if (!second || *second > 59) return std::nullopt;
  time.seconds += *second;
  if (cursor.take('.')) time.ticks = cursor.fraction();
  return time;
}

// What is to be taken off for UTC. Empty if what stands there is no offset.
std::optional<std::int64_t> read_offset(Cursor& cursor) {
  while (cursor.take(' ')) {
  }
  if (cursor.done() || cursor.take('Z') || cursor.take('z')) return 0;
  const bool negative = cursor.peek() == '-';
  if (!cursor.take('-') && !cursor.take('+')) return std::nullopt;
  const auto hour = cursor.number(2);
  cursor.take(':');
  const auto minute = cursor.number(2);
  if (!hour || !minute) return std::nullopt;
  const std::int64_t offset = *hour * 3600 + *minute * 60;
  return negative ? -offset : offset;
}

std::string padded(std::int64_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

// A moment taken apart for formatting.
struct Clock {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  unsigned weekday = 0;
  std::int64_t hour = 0;
  std::int64_t minute = 0;
  std::int64_t second = 0;
  std::int64_t ticks = 0;
};

Clock clock_of(const Timestamp& moment) {
  std::int64_t days = moment.seconds / kDay;
  std::int64_t rest = moment.seconds % kDay;
  if (rest < 0) {
    rest += kDay;
    --days;
  }
  const std::chrono::sys_days date{std::chrono::days(days)};
  const std::chrono::year_month_day parts(date);
  return {static_cast<int>(parts.year()),
          static_cast<unsigned>(parts.month()),
          static_cast<unsigned>(parts.day()),
          std::chrono::weekday(date).c_encoding(),
          rest / 3600,
          rest / 60 % 60,
          rest % 60,
          moment.ticks};
}

std::string fraction_text(std::int64_t ticks, std::size_t digits) {
  return padded(ticks, 7).substr(0, digits);
}

// The text of `count` times the letter in a custom format; empty if the letter means nothing.
std::optional<std::string> custom_part(const Clock& clock, char letter, std::size_t count) {
  const std::int64_t hour12 = clock.hour % 12 == 0 ? 12 : clock.hour % 12;
  switch (letter) {
    case 'y':
      return count <= 2 ? padded(clock.year % 100, count) : padded(clock.year, count);
    case 'M':
      if (count <= 2) return padded(clock.month, count);
      return std::string(count == 3 ? kMonths[clock.month - 1].substr(0, 3)
                                    : kMonths[clock.month - 1]);
    case 'd':
      if (count <= 2) return padded(clock.day, count);
      return std::string(count == 3 ? kDays[clock.weekday].substr(0, 3) : kDays[clock.weekday]);
    // more than two letters say the same as two
    case 'H':
      return padded(clock.hour, std::min<std::size_t>(count, 2));
    case 'h':
      return padded(hour12, std::min<std::size_t>(count, 2));
    case 'm':
      return padded(clock.minute, std::min<std::size_t>(count, 2));
    case 's':
      return padded(clock.second, std::min<std::size_t>(count, 2));
    case 'f':
      return count <= 7 ? std::optional(fraction_text(clock.ticks, count)) : std::nullopt;
    case 'F': {
      if (count > 7) return std::nullopt;
      const std::string digits = fraction_text(clock.ticks, count);
      return digits.substr(0, digits.find_last_not_of('0') + 1);
    }
    case 'g':
      return "A.D.";
    case 't':
      return std::string(clock.hour < 12 ? "AM" : "PM").substr(0, count);
    case 'K':
      return "Z";
    case 'z':
      return count == 1 ? "+0" : (count == 2 ? "+00" : "+00:00");
    default:
      return std::nullopt;
  }
}

std::optional<std::string> custom(const Clock& clock, std::string_view format) {
  constexpr std::string_view kLetters = "yMdHhmsfFgtKz";
  std::string text;
  for (std::size_t i = 0; i < format.size();) {
    const char c = format[i];
    if (c == '\'' || c == '"') {
      const std::size_t close = format.find(c, i + 1);
      if (close == std::string_view::npos) return std::nullopt;
      text += format.substr(i + 1, close - i - 1);
      i = close + 1;
      continue;
    }
    if (c == '\\' && i + 1 < format.size()) {
      text += format[i + 1];
      i += 2;
      continue;
    }
    // `%` makes a single letter a custom format
    if (c == '%' || kLetters.find(c) == std::string_view::npos) {
      if (c != '%') text += c;
      ++i;
      continue;
    }
    std::size_t count = 1;
    while (i + count < format.size() && format[i + count] == c) ++count;
    const std::optional<std::string> part = custom_part(clock, c, count);
    if (!part) return std::nullopt;
    // no point stands before a fraction that is not there
    if (c == 'F' && part->empty() && text.ends_with('.')) text.pop_back();
    text += *part;
    i += count;
  }
  return text;
}

std::string_view standard_format(char letter) {
  switch (letter) {
    case 'd':
      return "MM/dd/yyyy";
    case 'D':
      return "dddd, dd MMMM yyyy";
    case 'f':
      return "dddd, dd MMMM yyyy HH:mm";
    case 'F':
      return "dddd, dd MMMM yyyy HH:mm:ss";
    case 'g':
      return "MM/dd/yyyy HH:mm";
    case 'G':
      return "MM/dd/yyyy HH:mm:ss";
    case 'm':
    case 'M':
      return "MMMM dd";
    case 'o':
    case 'O':
      return "yyyy-MM-dd'T'HH:mm:ss.fffffffK";
    case 'r':
    case 'R':
      return "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
    case 's':
      return "yyyy-MM-dd'T'HH:mm:ss";
    case 't':
      return "HH:mm";
    case 'T':
      return "HH:mm:ss";
    case 'U':
      return "dddd, dd MMMM yyyy HH:mm:ss";
    case 'u':
      return "yyyy-MM-dd HH:mm:ss'Z'";
    case 'y':
    case 'Y':
      return "yyyy MMMM";
    default:
      return {};
  }
}

// What one of a unit is in seconds; 0 if the letter is no unit there.
std::int64_t seconds_of(char unit, bool in_time) {
  switch (unit) {
    case 'Y':
      return in_time ? 0 : 365 * kDay;
    case 'M':
      return in_time ? 60 : 30 * kDay;
    case 'W':
      return in_time ? 0 : 7 * kDay;
    case 'D':
      return in_time ? 0 : kDay;
    case 'H':
      return in_time ? 3600 : 0;
    case 'S':
      return in_time ? 1 : 0;
    default:
      return 0;
  }
}

}  // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  Cursor cursor(text);
  bool basic = false;
  const std::optional<std::int64_t> date = read_date(cursor, basic);
  if (!date) return std::nullopt;
  Timestamp moment{*date, 0};
  if (cursor.done()) return moment;
  if (!cursor.take('T') && !cursor.take('t') && !cursor.take(' ')) return std::nullopt;
  const std::optional<Timestamp> time = read_time(cursor, basic);
  const std::optional<std::int64_t> offset = time ? read_offset(cursor) : std::nullopt;
  if (!time || !offset || !cursor.done()) return std::nullopt;
  moment.seconds += time->seconds - *offset;
  moment.ticks = time->ticks;
  return is_in_calendar(moment) ? std::optional(moment) : std::nullopt;
}

bool is_in_calendar(const Timestamp& moment) {
  constexpr std::int64_t kFirst = -62135596800;
  constexpr std::int64_t kLast = 253402300799;
  return moment.seconds >= kFirst && moment.seconds <= kLast;
}

std::optional<std::string> formatted(const Timestamp& moment, std::string_view format) {
  if (format.empty()) return std::nullopt;
  const Clock clock = clock_of(moment);
  if (format.size() > 1) return custom(clock, format);
  const std::string_view standard = standard_format(format[0]);
  return standard.empty() ? std::nullopt : custom(clock, standard);
}

std::optional<Timestamp> parse_duration(std::string_view text) {
  Cursor cursor(text);
  const std::int64_t sign = cursor.take('-') ? -1 : 1;
  if (!cursor.take('P') || cursor.done()) return std::nullopt;
  Timestamp duration;
  bool in_time = false;
  bool any = false;
  while (!cursor.done()) {
    if (!in_time && cursor.take('T')) in_time = true;
    const std::optional<std::int64_t> count = cursor.digits();
    if (!count) return std::nullopt;
    const bool has_fraction = cursor.take('.');
    const std::int64_t ticks = has_fraction ? cursor.fraction() : 0;
    const char unit = cursor.peek();
    const std::int64_t seconds = seconds_of(unit, in_time);
    if (seconds == 0 || (has_fraction && unit != 'S')) return std::nullopt;
    cursor.take(unit);
    std::int64_t span = 0;
    if (__builtin_mul_overflow(*count, seconds, &span)) return std::nullopt;
    if (__builtin_add_overflow(duration.seconds, sign * span, &duration.seconds))
      return std::nullopt;
    duration.ticks += sign * ticks;
    any = true;
  }
  return any ? std::optional(duration) : std::nullopt;
}

}  // namespace exr
