#include "app/expectations.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "findings/problem_kinds.h"

namespace exr {

namespace {

constexpr std::size_t kMostFixtureBytes = 16U << 20U;
constexpr std::size_t kDeepestFixture = 16;

// Something to be found at a line; line 0 is the file as a whole.
using Place = std::tuple<std::string, std::uint32_t, MarkKind, std::string>;

std::string text_of(const Place& place) {
  const auto& [path, line, kind, name] = place;
  return fmt::format("{}:{}: `{}: {}`", path, line, mark_word(kind), name);
}

void add_files(const FileSystem& files, const std::string& path, std::size_t depth,
               std::vector<MarkedFile>& marked) {
  if (!files.is_directory(path)) {
    const Result<std::string> text = files.read(path, kMostFixtureBytes);
    if (text.ok()) marked.push_back({.path = path, .marks = read_marks(text.value())});
    return;
  }
  if (depth >= kDeepestFixture) return;
  for (const DirectoryEntry& entry : files.list(path)) {
    add_files(files, join_path(path, entry.name), depth + 1, marked);
  }
}

std::uint32_t line_of(const Report& report, const Span& span) {
  if (!span.valid()) return 0;
  return report.sources->file(span.file).position_at(span.begin).line;
}

MarkKind kind_of(const Finding& finding) {
  if (finding.suppression) return MarkKind::Suppressed;
  return finding.outcome == Outcome::Open ? MarkKind::Open : MarkKind::Failed;
}

std::set<Place> found_places(const Report& report) {
  std::set<Place> found;
  for (const Finding& finding : report.findings) {
    found.emplace(report.path_of(finding.span), line_of(report, finding.span), kind_of(finding),
                  finding.rule);
  }
  for (const Problem& problem : report.problems) {
    found.emplace(report.path_of(problem), line_of(report, problem.span), MarkKind::Problem,
                  facts_of(problem.kind).name);
  }
  return found;
}

}  // namespace

std::vector<MarkedFile> marked_files(const FileSystem& files, const std::string& path) {
  std::vector<MarkedFile> marked;
  add_files(files, path, 0, marked);
  return marked;
}

std::vector<std::string> differences(const Report& report, const std::vector<MarkedFile>& files) {
  std::vector<std::string> lines;
  std::set<Place> found = found_places(report);
  for (const MarkedFile& file : files) {
    for (const Mark& mark : file.marks) {
      const Place place{file.path, mark.line, mark.kind, mark.name};
      const Place whole{file.path, 0, mark.kind, mark.name};
      if (found.contains(place)) continue;
      if (mark.heads_file && found.contains(whole)) continue;
      lines.push_back(text_of(place) + " is marked, but was not found");
    }
  }
  for (const MarkedFile& file : files) {
    for (const Mark& mark : file.marks) {
      found.erase({file.path, mark.line, mark.kind, mark.name});
      if (mark.heads_file) found.erase({file.path, 0, mark.kind, mark.name});
    }
  }
  for (const Place& place : found)
    lines.push_back(text_of(place) + " was found, but is not marked");
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace exr
