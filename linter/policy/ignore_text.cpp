#include "policy/ignore_text.h"

#include <charconv>
#include <chrono>
#include <cstddef>

#include "support/text.h"

namespace exr {

namespace {

constexpr std::string_view kIgnore = "exrlint:ignore";
constexpr std::string_view kFile = "-file";
constexpr std::string_view kUntil = "until=";
constexpr std::string_view kReason = "--";
constexpr std::string_view kSpace = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// The text of a comment without the signs around it.
std::string_view content_of(std::string_view comment) {
  if (comment.starts_with("/*")) {
    comment.remove_prefix(2);
    if (comment.ends_with("*/")) comment.remove_suffix(2);
  }
  const std::size_t first = comment.find_first_not_of("/#* \t\r\n");
  return first == std::string_view::npos ? std::string_view() : trimmed(comment.substr(first));
}

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const char* end = text.data() + text.size();
  return std::from_chars(text.data(), end, number).ptr == end;
}

// `2027-03-31`, a day that there is.
bool is_date(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const bool is_read = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                       read_number(text.substr(0, 4), year) &&
                       read_number(text.substr(5, 2), month) && read_number(text.substr(8), day);
  return is_read && std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month),
                                                std::chrono::day(day))
                        .ok();
}

// The words before the reason: rules, with commas or spaces between them, and the day.
void read_words(std::string_view text, IgnoreText& ignore) {
  for (const std::string_view piece : split(text, ',')) {
    for (std::string_view rest = trimmed(piece); !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find_first_of(kSpace));
      rest = trimmed(rest.substr(word.size()));
      if (!word.starts_with(kUntil)) {
        ignore.rules.emplace_back(word);
      } else if (is_date(word.substr(kUntil.size()))) {
        ignore.until = word.substr(kUntil.size());
      } else {
        ignore.fault = "`" + std::string(word) + "` is no day; one is written `until=2027-03-31`";
      }
    }
  }
}

// The day may stand behind the reason as well.
void read_reason(std::string_view text, IgnoreText& ignore) {
  text = trimmed(text);
  const std::size_t last = text.find_last_of(kSpace);
  const std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
  if (text.substr(begin).starts_with(kUntil)) {
    read_words(text.substr(begin), ignore);
    text = trimmed(text.substr(0, begin));
  }
  ignore.reason = text;
}

}  // namespace

IgnoreText read_ignore_text(std::string_view text) {
  IgnoreText ignore;
  const std::size_t reason = text.find(kReason);
  read_words(text.substr(0, reason), ignore);
  if (reason != std::string_view::npos) read_reason(text.substr(reason + kReason.size()), ignore);
  if (ignore.fault.empty() && ignore.rules.empty()) {
    ignore.fault = "no rule is named; it is written `exrlint:ignore EXR301 -- reason`";
  }
  return ignore;
}

std::optional<IgnoreText> read_ignore_comment(std::string_view comment) {
  std::string_view text = content_of(comment);
  if (!text.starts_with(kIgnore)) return std::nullopt;
  text.remove_prefix(kIgnore.size());
  const bool whole_file = text.starts_with(kFile);
  if (whole_file) text.remove_prefix(kFile.size());
  if (!text.empty() && kSpace.find(text.front()) == std::string_view::npos) return std::nullopt;
  IgnoreText ignore = read_ignore_text(text);
  ignore.whole_file = whole_file;
  return ignore;
}

}  // namespace exr
