#include "app/ignore_patterns.h"

#include <optional>

#include "support/text.h"

namespace exr {

namespace {

// What one element of a pattern fits, and where the next element begins.
struct Step {
  bool fits = false;
  std::size_t next = 0;
};

Step step_over_class(char letter, std::string_view pattern, std::size_t at) {
  std::size_t i = at + 1;
  const bool inverted = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (inverted) ++i;
  bool found = false;
  for (const std::size_t first = i; i < pattern.size() && (pattern[i] != ']' || i == first); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
    const char low = pattern[i];
    char high = low;
    if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
      i += 2;
      high = pattern[i];
    }
    found = found || (low <= letter && letter <= high);
  }
  // a bracket that is not closed fits nothing
  if (i >= pattern.size()) return {.fits = false, .next = pattern.size()};
  return {.fits = found != inverted, .next = i + 1};
}

Step step_over(char letter, std::string_view pattern, std::size_t at) {
  if (at >= pattern.size()) return {};
  switch (pattern[at]) {
    case '?':
      return {.fits = true, .next = at + 1};
    case '[':
      return step_over_class(letter, pattern, at);
    case '\\':
      if (at + 1 < pattern.size()) return {.fits = pattern[at + 1] == letter, .next = at + 2};
      break;
    default:
      break;
  }
  return {.fits = pattern[at] == letter, .next = at + 1};
}

// Path segments against pattern segments, where `**` is any number of them. As name_fits(), it
// returns to the last `**` only, which is enough.
bool segments_fit(const std::vector<std::string_view>& path,
                  const std::vector<std::string>& pattern) {
  std::size_t at = 0;
  std::size_t next = 0;
  std::optional<std::size_t> star;
  std::size_t star_at = 0;
  while (at < path.size()) {
    if (next < pattern.size() && pattern[next] == "**") {
      // at the end it stands for what is inside a folder, not for the folder
      if (next + 1 == pattern.size()) return true;
      star = next++;
      star_at = at;
    } else if (next < pattern.size() && name_fits(path[at], pattern[next])) {
      ++at;
      ++next;
    } else if (star) {
      next = *star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
  return next == pattern.size();
}

void remove_trailing_blanks(std::string_view& line) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
}

}  // namespace

bool name_fits(std::string_view name, std::string_view pattern) {
  std::size_t at = 0;
  std::size_t next = 0;
  std::optional<std::size_t> star;
  std::size_t star_at = 0;
  while (at < name.size()) {
    if (next < pattern.size() && pattern[next] == '*') {
      star = next++;
      star_at = at;
      continue;
    }
    const Step step = step_over(name[at], pattern, next);
    if (step.fits) {
      next = step.next;
      ++at;
    } else if (star) {
      next = *star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
  while (next < pattern.size() && pattern[next] == '*') ++next;
  return next == pattern.size();
}

IgnorePatterns IgnorePatterns::parse(std::string_view text) {
  IgnorePatterns patterns;
  for (const std::string_view line : split(text, '\n')) patterns.add(line);
  return patterns;
}

void IgnorePatterns::add(std::string_view line) {
  remove_trailing_blanks(line);
  if (line.empty() || line.starts_with('#')) return;
  Pattern pattern;
  if (line.starts_with('!')) {
    pattern.keeps = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.folders_only = true;
    line.remove_suffix(1);
  }
  // a slash anywhere but at the end ties the pattern to the folder of the list
  if (line.find('/') == std::string_view::npos) pattern.segments.emplace_back("**");
  for (const std::string_view segment : split(line, '/')) {
    if (!segment.empty()) pattern.segments.emplace_back(segment);
  }
  if (!pattern.segments.empty()) patterns_.push_back(std::move(pattern));
}

IgnoreVerdict IgnorePatterns::judge(std::string_view path, EntryKind kind) const {
  const std::vector<std::string_view> segments = split(path, '/');
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folders_only && kind == EntryKind::File) continue;
    if (segments_fit(segments, pattern->segments)) {
      return pattern->keeps ? IgnoreVerdict::Kept : IgnoreVerdict::Ignored;
    }
  }
  return IgnoreVerdict::Silent;
}

}  // namespace exr
