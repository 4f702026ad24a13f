#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "reporters/registry.h"
#include "reporters/source_frame.h"
#include "reporters/visible_text.h"

namespace exr {

namespace {

constexpr std::uint32_t kWidthWithoutTerminal = 160;
constexpr std::size_t kLeastNumberWidth = 5;
constexpr std::size_t kRelatedShown = 8;

// SGR parameters of ECMA-48.
constexpr std::string_view kBold = "1";
constexpr std::string_view kDim = "2";
constexpr std::string_view kRed = "1;31";
constexpr std::string_view kGreen = "1;32";
constexpr std::string_view kYellow = "1;33";
constexpr std::string_view kMagenta = "1;35";
constexpr std::string_view kCyan = "1;36";

// The word after the place, and how it and the mark under the source are painted.
struct Label {
  std::string_view word;
  std::string_view style;
};

Label label_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return {severity_name(severity), kRed};
    case Severity::Warning:
      return {severity_name(severity), kYellow};
    case Severity::Note:
      break;
  }
  return {severity_name(severity), kCyan};
}

Label label_of(const Finding& finding) {
  if (finding.suppression) return {"suppressed", kDim};
  if (finding.baselined) return {"baselined", kDim};
  if (finding.outcome == Outcome::Open) return {"open", kMagenta};
  return label_of(finding.severity);
}

std::string counted(std::uint32_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

class TextDocument {
 public:
  TextDocument(const Report& report, const ReportOptions& options)
      : report_(report), options_(options) {}

  std::string render() {
    for (const Problem& problem : report_.problems) write(problem);
    for (const Finding& finding : report_.findings) {
      if (is_shown(finding, options_)) write(finding);
    }
    if (!options_.quiet) write_summary();
    return std::move(text_);
  }

 private:
  std::string painted(std::string_view style, std::string_view text) const {
    if (!options_.color) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", style, text);
  }

  // `path:line:column`, as far as they are known.
  std::string place_of(const Span& span, std::string_view path) const {
    std::string place = visible(path);
    // a CI runner takes a line that begins so for a command
    if (std::string_view(place)
            .substr(std::min(place.find_first_not_of(' '), place.size()))
            .starts_with("::")) {
      place.insert(0, "./");
    }
    if (span.valid()) {
      const Position position = report_.sources->file(span.file).position_at(span.begin);
      place += fmt::format(":{}:{}", position.line, position.column);
    }
    return place;
  }
  std::string place_of(const Span& span) const { return place_of(span, report_.path_of(span)); }

  void write_head(const std::string& place, const Label& label, std::string_view code,
                  std::string_view message) {
    if (!place.empty()) text_ += painted(kBold, place) + " ";
    text_ += fmt::format("{} {} {}\n", painted(label.style, label.word),
                         painted(kBold, visible(code)), visible(message));
  }

  void write_frame(const Span& span, const Label& label) {
    if (!span.valid()) return;
    const SourceFile& file = report_.sources->file(span.file);
    number_width_ =
        std::max(kLeastNumberWidth, std::to_string(file.position_at(span.begin).line).size());
    if (file.disclosure() == Disclosure::Withheld) return;
    const std::size_t width = options_.width == 0 ? kWidthWithoutTerminal : options_.width;
    const std::size_t gutter = number_width_ + 3;
    const SourceFrame frame = source_frame(file, span, width > gutter ? width - gutter : 0);
    text_ += painted(kDim, fmt::format("{:>{}} |", frame.line, number_width_));
    if (!frame.text.empty()) text_ += " " + frame.text;
    text_ += "\n" + painted(kDim, fmt::format("{:{}} |", "", number_width_)) +
             std::string(frame.mark_begin + 1, ' ') +
             painted(label.style, std::string(frame.mark_width, '^')) + "\n";
  }

  // `= text`; further lines of the text stand below it.
  void write_detail(std::string_view kind, std::string_view text) {
    const std::string indent(number_width_ + 1, ' ');
    text_ += indent + painted(kDim, "=") + " " + std::string(kind);
    while (text.ends_with('\n')) text.remove_suffix(1);
    for (;;) {
      const std::size_t end = text.find('\n');
      text_ += visible(text.substr(0, end)) + "\n";
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
      text_ += indent + "  ";
    }
  }

  void write_related(const std::vector<RelatedPlace>& places) {
    const std::size_t shown = std::min(places.size(), kRelatedShown);
    for (std::size_t i = 0; i < shown; ++i) {
      const std::string place = place_of(places[i].span);
      write_detail("", places[i].message + (place.empty() ? "" : " ") + place);
    }
    if (places.size() > shown) {
      write_detail(
          "", "and " + counted(static_cast<std::uint32_t>(places.size() - shown), "more place"));
    }
  }

  void write(const Finding& finding) {
    const Label label = label_of(finding);
    // the message says what would be wrong
    const bool is_open = finding.outcome == Outcome::Open;
    write_head(place_of(finding.span), label, finding.rule,
               (is_open ? "cannot be decided: " : "") + finding.message);
    if (options_.quiet) return;
    write_frame(finding.span, label);
    write_related(finding.related);
    for (const std::string& note : finding.notes) write_detail("", note);
    if (finding.suppression) {
      const std::string place = place_of(finding.suppression->span);
      const std::string& reason = finding.suppression->reason;
      write_detail("", "suppressed" + (place.empty() ? "" : " at " + place) +
                           (reason.empty() ? "" : ": " + reason));
    }
    if (!finding.fix.empty()) write_detail("fix: ", finding.fix);
    write_detail("", "exrlint explain " + finding.rule);
    text_ += "\n";
  }

  void write(const Problem& problem) {
    const Label label = label_of(problem.severity());
    write_head(place_of(problem.span, report_.path_of(problem)), label, facts_of(problem.kind).name,
               problem.message);
    if (options_.quiet) return;
    write_frame(problem.span, label);
    write_related(problem.related);
    text_ += "\n";
  }

  void write_summary() {
    const Summary& summary = report_.summary;
    std::vector<std::string> severities;
    if (summary.errors > 0) severities.push_back(painted(kRed, counted(summary.errors, "error")));
    if (summary.warnings > 0)
      severities.push_back(painted(kYellow, counted(summary.warnings, "warning")));
    if (summary.notes > 0) severities.push_back(painted(kCyan, counted(summary.notes, "note")));
    const std::uint32_t findings = summary.errors + summary.warnings + summary.notes;
    std::vector<std::string> parts;
    if (findings == 0) {
      parts.push_back(painted(kGreen, "no findings"));
    } else {
      parts.push_back(painted(kBold, counted(findings, "finding")) + " (" + joined(severities) +
                      ")");
    }
    const auto problems = static_cast<std::uint32_t>(report_.problems.size());
    if (problems > 0) parts.push_back(counted(problems, "problem"));
    if (summary.open > 0) parts.push_back(fmt::format("{} open", summary.open));
    if (summary.suppressed > 0) parts.push_back(fmt::format("{} suppressed", summary.suppressed));
    if (summary.baselined > 0) parts.push_back(fmt::format("{} baselined", summary.baselined));
    parts.push_back("in " + counted(summary.files, "file"));
    if (summary.ignored > 0) parts.push_back(fmt::format("{} ignored", summary.ignored));
    parts.push_back(counted(summary.rules, "rule"));
    parts.push_back(fmt::format("{} ms", summary.milliseconds));
    text_ += joined(parts) + "\n";
  }

  const Report& report_;
  const ReportOptions& options_;
  std::string text_;
  std::size_t number_width_ = kLeastNumberWidth;
};

class TextReporter final : public Reporter {
 public:
  std::string document(const Report& report, const ReportOptions& options) const override {
    return TextDocument(report, options).render();
  }
};

}  // namespace

const Reporter& text_reporter() {
  static const TextReporter reporter;
  return reporter;
}

}  // namespace exr
