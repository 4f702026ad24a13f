#include "findings/report.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "findings/fingerprints.h"
#include "source/file_system.h"

namespace exr {

namespace {

// Where two findings are one, the one that counts stays: so it comes first.
auto rank(const Finding& finding) {
  return std::tuple(finding.outcome != Outcome::Failed, finding.suppression.has_value(),
                    finding.baselined);
}

bool comes_before(const Report& report, const Finding& a, const Finding& b) {
  const auto place = [&](const Finding& finding) {
    return std::tuple(report.path_of(finding.span), finding.span.begin, finding.span.end,
                      std::string_view(finding.rule), std::string_view(finding.message),
                      rank(finding), std::string_view(finding.subject.id),
                      std::string_view(finding.subject.address), std::string_view(finding.path),
                      finding.check);
  };
  return place(a) < place(b);
}

bool same_result(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.span == b.span && a.message == b.message;
}

bool comes_before(const Report& report, const Problem& a, const Problem& b) {
  const auto place = [&](const Problem& problem) {
    return std::tuple(report.path_of(problem), problem.span.begin, problem.span.end, problem.kind,
                      std::string_view(problem.message));
  };
  return place(a) < place(b);
}

void fill_fingerprints(Report& report) {
  std::map<std::string, std::uint32_t> seen;
  for (Finding& finding : report.findings) {
    const std::string path = report.root_path(report.path_of(finding.span));
    finding.fingerprint = resource_fingerprint(finding, path);
    // several findings about one property differ in their order only
    const std::uint32_t occurrence = ++seen[finding.fingerprint];
    if (occurrence > 1) finding.fingerprint += ":" + std::to_string(occurrence);
  }
}

std::uint32_t& tally(Summary& summary, Severity severity) {
  switch (severity) {
    case Severity::Error:
      return summary.errors;
    case Severity::Warning:
      return summary.warnings;
    case Severity::Note:
      break;
  }
  return summary.notes;
}

}  // namespace

std::string Report::root_path(std::string_view path) const {
  if (path.empty() || path.starts_with('/')) return std::string(path);
  return join_path(working_folder, path);
}

std::string_view Report::path_of(const Span& span) const {
  if (!span.valid() || sources == nullptr) return {};
  return sources->file(span.file).path();
}

std::string_view Report::path_of(const Problem& problem) const {
  return problem.span.valid() ? path_of(problem.span) : problem.path;
}

void finish(Report& report) {
  std::vector<Finding>& findings = report.findings;
  std::sort(findings.begin(), findings.end(),
            [&](const Finding& a, const Finding& b) { return comes_before(report, a, b); });
  findings.erase(std::unique(findings.begin(), findings.end(), same_result), findings.end());

  Problems& problems = report.problems;
  std::sort(problems.begin(), problems.end(),
            [&](const Problem& a, const Problem& b) { return comes_before(report, a, b); });
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());

  std::sort(report.rules.begin(), report.rules.end(),
            [](const RuleFacts& a, const RuleFacts& b) { return a.id < b.id; });
  fill_fingerprints(report);
  count_results(report);
}

void count_results(Report& report) {
  Summary& summary = report.summary;
  summary.errors = summary.warnings = summary.notes = 0;
  summary.open = summary.suppressed = summary.baselined = 0;
  for (const Finding& finding : report.findings) {
    if (finding.suppression) {
      ++summary.suppressed;
    } else if (finding.baselined) {
      ++summary.baselined;
    } else if (finding.outcome == Outcome::Open) {
      ++summary.open;
    } else {
      ++tally(summary, finding.severity);
    }
  }
}

bool counts(const Finding& finding) {
  return finding.outcome == Outcome::Failed && !finding.suppression && !finding.baselined;
}

}  // namespace exr
