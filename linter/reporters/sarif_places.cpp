#include "reporters/sarif_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace exr {

namespace {

// How many lines to show before and after a place: the first pair whose lines are short enough.
struct LinesAround {
  std::uint32_t before;
  std::uint32_t after;
};
constexpr std::array kLinesAround = {LinesAround{2, 2}, LinesAround{1, 1}, LinesAround{0, 2},
                                     LinesAround{2, 0}, LinesAround{0, 1}, LinesAround{1, 0}};
// What lies around a place in bytes, where its lines are longer than the limit.
constexpr std::uint32_t kLongestContext = 4096;
constexpr std::uint32_t kBytesAround = 60;
constexpr std::uint32_t kLongestSnippet = 64 * 1024;

std::uint32_t offset_of(const SourceFile& file, std::string_view part) {
  return static_cast<std::uint32_t>(part.data() - file.text().data());
}

// From the first character of one line to the last one of another.
Span lines(const SourceFile& file, FileId id, std::uint32_t first, std::uint32_t last) {
  const std::string_view end = file.line(last);
  const std::uint32_t begin =
      file.line(first).empty() ? file.line_start(first) : offset_of(file, file.line(first));
  const std::uint32_t last_begin = end.empty() ? file.line_start(last) : offset_of(file, end);
  return {.file = id, .begin = begin, .end = last_begin + static_cast<std::uint32_t>(end.size())};
}

bool is_proper_superset(const Span& outer, const Span& inner) {
  return outer.contains(inner) && outer != inner;
}

bool is_inside_character(std::string_view text, std::uint32_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// A few bytes to both sides of a place, as far as its first and last lines reach.
Span bytes_around(const SourceFile& file, const Span& place, const Span& whole_lines) {
  std::uint32_t begin =
      std::max(whole_lines.begin, place.begin - std::min(place.begin, kBytesAround));
  while (is_inside_character(file.text(), begin)) ++begin;
  std::uint32_t end = std::min(whole_lines.end, place.end + kBytesAround);
  while (is_inside_character(file.text(), end)) ++end;
  return {.file = place.file, .begin = begin, .end = std::max(end, place.end)};
}

void write_region(JsonWriter& json, std::string_view key, const SourceFile& file,
                  const Span& span) {
  const Position begin = file.position_at(span.begin);
  const Position end = file.position_at(span.end);
  json.begin_object(key);
  json.number("startLine", begin.line);
  json.number("startColumn", begin.column);
  json.number("endLine", end.line);
  json.number("endColumn", end.column);
  const std::string_view text = file.slice(span);
  const bool is_shown = file.disclosure() == Disclosure::Shown;
  if (is_shown && !text.empty() && text.size() <= kLongestSnippet) {
    json.begin_object("snippet");
    json.text("text", text);
    json.end_object();
  }
  json.end_object();
}

void write_artifact(JsonWriter& json, const Report& report, std::string_view path) {
  const std::string from_root = report.root_path(path);
  json.begin_object("artifactLocation");
  json.text("uri", sarif_uri(from_root));
  if (!from_root.starts_with('/')) json.text("uriBaseId", kRootBase);
  json.end_object();
}

}  // namespace

std::string sarif_uri(std::string_view path) {
  constexpr std::string_view kUnescaped = "-._~/!$&'()*+,;=@";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool alphanumeric =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (alphanumeric || kUnescaped.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

std::optional<Span> context_of(const SourceFile& file, const Span& place) {
  const std::uint32_t first = file.position_at(place.begin).line;
  const std::uint32_t last = file.position_at(place.end).line;
  // after the last line break there is a line without text
  const std::uint32_t line_count =
      file.line_count() - (file.line(file.line_count()).empty() ? 1 : 0);
  const Span whole_lines = lines(file, place.file, first, last);
  for (const LinesAround& around : kLinesAround) {
    const Span candidate = lines(file, place.file, first - std::min(first - 1, around.before),
                                 std::max(last, std::min(line_count, last + around.after)));
    const std::uint32_t more = candidate.end - candidate.begin - (place.end - place.begin);
    if (is_proper_superset(candidate, place) && more <= kLongestContext) return candidate;
  }
  const Span candidate = bytes_around(file, place, whole_lines);
  if (is_proper_superset(candidate, place)) return candidate;
  return std::nullopt;
}

void write_physical_location(JsonWriter& json, const Report& report, const Span& span) {
  const SourceFile& file = report.sources->file(span.file);
  json.begin_object("physicalLocation");
  write_artifact(json, report, file.path());
  write_region(json, "region", file, span);
  const auto context = context_of(file, span);
  if (context && file.disclosure() == Disclosure::Shown)
    write_region(json, "contextRegion", file, *context);
  json.end_object();
}

void write_physical_location(JsonWriter& json, const Report& report, std::string_view path) {
  json.begin_object("physicalLocation");
  write_artifact(json, report, path);
  json.end_object();
}

}  // namespace exr
