#include <string>
#include <string_view>

#include "reporters/json_writer.h"
#include "reporters/registry.h"

namespace exr {

namespace {

// Raised when a reader of the document would have to change.
constexpr int kVersion = 1;
// Findings and problems are blocks, what they hold is not.
constexpr std::size_t kBlockLevels = 3;

class JsonDocument {
 public:
  JsonDocument(const Report& report, const ReportOptions& options)
      : report_(report), options_(options) {}

  std::string render() {
    json_.begin_object();
    json_.number("version", kVersion);
    json_.begin_array("findings");
    for (const Finding& finding : report_.findings) {
      if (is_shown(finding, options_)) write(finding);
    }
    json_.end_array();
    json_.begin_array("problems");
    for (const Problem& problem : report_.problems) write(problem);
    json_.end_array();
    write(report_.summary);
    json_.end_object();
    return std::move(json_).document();
  }

 private:
  // null where there is no place at all; only the file where it could not be read.
  void write_location(std::string_view key, const Span& span, std::string_view path) {
    json_.key(key);
    if (path.empty()) return json_.null();
    json_.begin_object();
    json_.text("file", path);
    if (span.valid()) {
      const SourceFile& file = report_.sources->file(span.file);
      const Position begin = file.position_at(span.begin);
      const Position end = file.position_at(span.end);
      json_.number("line", begin.line);
      json_.number("column", begin.column);
      json_.number("endLine", end.line);
      json_.number("endColumn", end.column);
    }
    json_.end_object();
  }
  void write_location(std::string_view key, const Span& span) {
    write_location(key, span, report_.path_of(span));
  }

  void write(const FindingSubject& subject) {
    json_.key("resource");
    if (subject.type.empty()) return json_.null();
    json_.begin_object();
    json_.text("type", subject.type);
    json_.text_or_null("name", subject.name);
    json_.text_or_null("id", subject.id);
    json_.text_or_null("address", subject.address);
    json_.end_object();
  }

  void write(const Suppression& suppression) {
    json_.begin_object("suppressed");
    json_.text("kind",
               suppression.kind == Suppression::Kind::Comment ? "comment" : "configuration");
    json_.text_or_null("reason", suppression.reason);
    write_location("location", suppression.span);
    json_.end_object();
  }

  void write_related(const std::vector<RelatedPlace>& places) {
    json_.begin_array("related");
    for (const RelatedPlace& related : places) {
      json_.begin_object();
      json_.text("message", related.message);
      write_location("location", related.span);
      json_.end_object();
    }
    json_.end_array();
  }

  void write(const Finding& finding) {
    json_.begin_object();
    json_.text("rule", finding.rule);
    json_.text("severity", severity_name(finding.severity));
    json_.text("outcome", finding.outcome == Outcome::Failed ? "failed" : "open");
    json_.text("message", finding.message);
    json_.text_or_null("fix", finding.fix);
    write(finding.subject);
    write_location("location", finding.span);
    write_related(finding.related);
    json_.begin_array("notes");
    for (const std::string& note : finding.notes) json_.text(note);
    json_.end_array();
    json_.text("fingerprint", finding.fingerprint);
    finding.suppression ? write(*finding.suppression) : json_.null("suppressed");
    json_.boolean("baselined", finding.baselined);
    json_.end_object();
  }

  void write(const Problem& problem) {
    json_.begin_object();
    json_.text("kind", facts_of(problem.kind).name);
    json_.text("severity", severity_name(problem.severity()));
    json_.text("message", problem.message);
    write_location("location", problem.span, report_.path_of(problem));
    // most have none
    if (!problem.related.empty()) write_related(problem.related);
    json_.end_object();
  }

  void write(const Summary& summary) {
    json_.begin_object("summary");
    json_.number("files", summary.files);
    json_.number("ignored", summary.ignored);
    json_.number("resources", summary.resources);
    json_.number("rules", summary.rules);
    json_.number("errors", summary.errors);
    json_.number("warnings", summary.warnings);
    json_.number("notes", summary.notes);
    json_.number("open", summary.open);
    json_.number("suppressed", summary.suppressed);
    json_.number("baselined", summary.baselined);
    json_.number("unknownValues", summary.unknown_values);
    json_.boolean("partial", summary.partial);
    json_.number("milliseconds", summary.milliseconds);
    json_.end_object();
  }

  const Report& report_;
  const ReportOptions& options_;
  JsonWriter json_{kBlockLevels};
};

class JsonReporter final : public Reporter {
 public:
  std::string document(const Report& report, const ReportOptions& options) const override {
    return JsonDocument(report, options).render();
  }
};

}  // namespace

const Reporter& json_reporter() {
  static const JsonReporter reporter;
  return reporter;
}

}  // namespace exr
