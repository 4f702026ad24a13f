#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "findings/fingerprints.h"
#include "reporters/json_writer.h"
#include "reporters/registry.h"
#include "reporters/sarif_message.h"
#include "reporters/sarif_places.h"
#include "reporters/sarif_rules.h"
#include "support/version.h"

namespace exr {

namespace {

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
// Down to the members of a result and its message; a location is one line, since all indented would
// double the file.
constexpr std::size_t kBlockLevels = 6;

bool is_included(const Finding& finding, const SarifInclude& include) {
  return (finding.outcome == Outcome::Failed || include.open) &&
         (!finding.suppression || include.suppressed) && (!finding.baselined || include.baselined);
}

class SarifLog {
 public:
  SarifLog(const Report& report, const ReportOptions& options)
      : report_(report), options_(options) {
    for (const Problem& problem : report.problems) kinds_.push_back(problem.kind);
    std::sort(kinds_.begin(), kinds_.end());
    kinds_.erase(std::unique(kinds_.begin(), kinds_.end()), kinds_.end());
  }

  std::string render() {
    json_.begin_object();
    json_.text("$schema", kSchema);
    json_.text("version", "2.1.0");
    json_.begin_array("runs");
    json_.begin_object();
    write_tool();
    write_category();
    write_invocation();
    write_root();
    json_.text("columnKind", "utf16CodeUnits");
    json_.begin_array("results");
    for (const Finding& finding : report_.findings) {
      if (is_included(finding, options_.sarif_include)) write(finding);
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    return std::move(json_).document();
  }

 private:
  void write_tool() {
    json_.begin_object("tool");
    json_.begin_object("driver");
    json_.text("name", "exrlint");
    json_.text("fullName", "exrlint " + std::string(kVersion));
    json_.text("organization", "exrlint");
    json_.text("version", kVersion);
    json_.text("semanticVersion", kVersion);
    json_.text("informationUri", kProjectUri);
    json_.begin_array("rules");
    for (const RuleFacts& rule : report_.rules) write_sarif_rule(json_, rule);
    json_.end_array();
    if (!kinds_.empty()) {
      json_.begin_array("notifications");
      for (const ProblemKind kind : kinds_) write_sarif_notification_kind(json_, facts_of(kind));
      json_.end_array();
    }
    json_.end_object();
    json_.end_object();
  }

  void write_category() {
    if (options_.sarif_category.empty()) return;
    json_.begin_object("automationDetails");
    json_.text("id", options_.sarif_category);
    json_.end_object();
  }

  // A file that cannot be read is no reason to say that the run failed: GitHub refuses the whole
  // log then.
  void write_invocation() {
    json_.begin_array("invocations");
    json_.begin_object();
    json_.boolean("executionSuccessful", true);
    if (options_.exit_code) json_.number("exitCode", *options_.exit_code);
    if (!report_.problems.empty()) {
      json_.begin_array("toolExecutionNotifications");
      for (const Problem& problem : report_.problems) write(problem);
      json_.end_array();
    }
    json_.end_object();
    json_.end_array();
  }

  // The root has no URI: it is another one on every machine.
  void write_root() {
    json_.begin_object("originalUriBaseIds");
    json_.begin_object(kRootBase);
    json_.begin_object("description");
    json_.text("text", "The root of the project.");
    json_.end_object();
    json_.end_object();
    json_.end_object();
    if (!options_.version_control || options_.version_control->repository_uri.empty()) return;
    const VersionControl& source = *options_.version_control;
    json_.begin_array("versionControlProvenance");
    json_.begin_object();
    json_.text("repositoryUri", source.repository_uri);
    if (!source.revision.empty()) json_.text("revisionId", source.revision);
    if (!source.branch.empty()) json_.text("branch", source.branch);
    json_.begin_object("mappedTo");
    json_.text("uriBaseId", kRootBase);
    json_.end_object();
    json_.end_object();
    json_.end_array();
  }

  void write(const Problem& problem) {
    json_.begin_object();
    json_.begin_object("descriptor");
    json_.text("id", facts_of(problem.kind).name);
    json_.number("index",
                 std::lower_bound(kinds_.begin(), kinds_.end(), problem.kind) - kinds_.begin());
    json_.end_object();
    json_.text("level", sarif_level(problem.severity()));
    write_message(sarif_sentence(problem.message));
    const std::string_view path = report_.path_of(problem);
    if (!path.empty()) {
      json_.begin_array("locations");
      json_.begin_object();
      problem.span.valid() ? write_physical_location(json_, report_, problem.span)
                           : write_physical_location(json_, report_, path);
      json_.end_object();
      json_.end_array();
    }
    json_.end_object();
  }

  void write(const Finding& finding) {
    const auto rule = std::lower_bound(
        report_.rules.begin(), report_.rules.end(), finding.rule,
        [](const RuleFacts& facts, const std::string& id) { return facts.id < id; });
    const bool known = rule != report_.rules.end() && rule->id == finding.rule;
    json_.begin_object();
    json_.text("ruleId", finding.rule);
    if (known) json_.number("ruleIndex", rule - report_.rules.begin());
    const bool open = finding.outcome == Outcome::Open;
    json_.text("kind", open ? "open" : "fail");
    json_.text("level", open ? "none" : sarif_level(finding.severity));
    write(sarif_message(finding, known ? &*rule : nullptr));
    if (finding.span.valid()) write_primary_location(finding);
    write_related(finding);
    write_fingerprints(finding);
    write_marks(finding);
    write_properties(finding);
    json_.end_object();
  }

  void write_message(std::string_view text) {
    json_.begin_object("message");
    json_.text("text", text);
    json_.end_object();
  }

  void write(const SarifMessage& message) {
    json_.begin_object("message");
    json_.text("text", message.text);
    if (!message.id.empty()) json_.text("id", message.id);
    if (!message.arguments.empty()) {
      json_.begin_array("arguments");
      for (const std::string& argument : message.arguments) json_.text(argument);
      json_.end_array();
    }
    json_.end_object();
  }

  void write_primary_location(const Finding& finding) {
    json_.begin_array("locations");
    json_.begin_object();
    write_physical_location(json_, report_, finding.span);
    const FindingSubject& subject = finding.subject;
    if (!subject.type.empty() && !subject.name.empty()) {
      json_.begin_array("logicalLocations");
      json_.begin_object();
      json_.text("name", subject.name);
      json_.text("fullyQualifiedName",
                 subject.id.empty() ? subject.type + "/" + subject.name : subject.id);
      json_.text("kind", subject.type.find('/') == std::string::npos ? subject.type : "resource");
      json_.end_object();
      json_.end_array();
    }
    json_.end_object();
    json_.end_array();
  }

  void write_related(const Finding& finding) {
    int id = 0;
    for (const RelatedPlace& related : finding.related) {
      if (!related.span.valid()) continue;
      if (id == 0) json_.begin_array("relatedLocations");
      json_.begin_object();
      json_.number("id", ++id);
      write_physical_location(json_, report_, related.span);
      write_message(sarif_sentence(related.message));
      json_.end_object();
    }
    if (id > 0) json_.end_array();
  }

  void write_fingerprints(const Finding& finding) {
    json_.begin_object("partialFingerprints");
    if (finding.span.valid()) json_.text("primaryLocationLineHash", line_hash(finding.span));
    json_.text("exrlintResource/v1", finding.fingerprint);
    json_.end_object();
  }

  std::string line_hash(const Span& span) {
    const SourceFile& file = report_.sources->file(span.file);
    auto known = line_hashes_.find(span.file);
    if (known == line_hashes_.end())
      known = line_hashes_.emplace(span.file, line_hashes(file.text())).first;
    const std::size_t line = file.position_at(span.begin).line - 1;
    return known->second[std::min(line, known->second.size() - 1)].text();
  }

  // SARIF wants these on all results of a run or on none (3.27.23, 3.27.24).
  void write_marks(const Finding& finding) {
    if (options_.sarif_include.suppressed) {
      json_.begin_array("suppressions");
      if (finding.suppression) write(*finding.suppression);
      json_.end_array();
    }
    if (options_.sarif_include.baselined)
      json_.text("baselineState", finding.baselined ? "unchanged" : "new");
  }

  void write(const Suppression& suppression) {
    json_.begin_object();
    json_.text("kind", suppression.kind == Suppression::Kind::Comment ? "inSource" : "external");
    json_.text("status", "accepted");
    if (!suppression.reason.empty()) json_.text("justification", suppression.reason);
    if (suppression.span.valid()) {
      json_.begin_object("location");
      write_physical_location(json_, report_, suppression.span);
      json_.end_object();
    }
    json_.end_object();
  }

  void write_properties(const Finding& finding) {
    if (finding.fix.empty() && finding.notes.empty() && finding.subject.address.empty()) return;
    json_.begin_object("properties");
    if (!finding.subject.address.empty()) json_.text("address", finding.subject.address);
    if (!finding.fix.empty()) json_.text("fix", finding.fix);
    if (!finding.notes.empty()) {
      json_.begin_array("notes");
      for (const std::string& note : finding.notes) json_.text(note);
      json_.end_array();
    }
    json_.end_object();
  }

  const Report& report_;
  const ReportOptions& options_;
  // the kinds of problems that there are, in order
  std::vector<ProblemKind> kinds_;
  std::map<FileId, std::vector<LineHash>> line_hashes_;
  JsonWriter json_{kBlockLevels};
};

class SarifReporter final : public Reporter {
 public:
  std::string document(const Report& report, const ReportOptions& options) const override {
    return SarifLog(report, options).render();
  }
};

}  // namespace

const Reporter& sarif_reporter() {
  static const SarifReporter reporter;
  return reporter;
}

}  // namespace exr
