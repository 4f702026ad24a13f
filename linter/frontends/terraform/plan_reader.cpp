#include "frontends/terraform/plan_reader.h"

#include <string>
#include <utility>

#include "formats/json_cursor.h"
#include "frontends/terraform/change_reader.h"
#include "frontends/terraform/configuration_reader.h"
#include "frontends/terraform/plan_reading.h"
#include "frontends/terraform/state_reader.h"

namespace exr {

namespace {

// Version 0 is what Terraform before 1.1 wrote; the parts that are read have not changed.
bool is_known_version(std::string_view version) {
  return version.starts_with("0.") || version.starts_with("1.");
}

void read_variables(PlanReading& reading) {
  JsonCursor& cursor = reading.cursor();
  reading.plan().variables.clear();
  if (!reading.stands_at(JsonKind::Object, "variables")) return;
  cursor.enter();
  while (cursor.next_member()) {
    PlannedVariable variable{.name = std::string(cursor.name()), .value = {}};
    if (!reading.stands_at(JsonKind::Object, "variables{}")) continue;
    cursor.enter();
    while (cursor.next_member()) {
      const bool is_value = cursor.name() == "value";
      const Span value = cursor.skip();
      if (is_value) variable.value = value;
    }
    reading.plan().variables.push_back(std::move(variable));
  }
}

// The document, whose fields come in any order.
class DocumentReader {
 public:
  explicit DocumentReader(PlanReading& reading)
      : reading_(reading), cursor_(reading.cursor()), plan_(reading.plan()) {}

  void read() {
    if (cursor_.kind() == JsonKind::Nothing) {
      cursor_.skip();
      return;
    }
    if (cursor_.kind() != JsonKind::Object) return reject_stranger();
    cursor_.enter();
    while (cursor_.next_member()) {
      if (!read_head(cursor_.name()) && !read_part(cursor_.name())) cursor_.skip();
    }
    if (!cursor_.finish()) return;
    if (plan_.format_version.empty()) return reject_stranger();
    plan_.kind = is_plan_ ? Plan::Kind::Plan : Plan::Kind::State;
    if (unfinished_at_.valid()) {
      reading_.tell_incomplete(unfinished_at_,
                               "planning ended with an error, so this plan lacks "
                               "resources; what is there is checked");
    } else if (incomplete_at_.valid()) {
      reading_.tell_incomplete(incomplete_at_,
                               "this plan is not complete (`-target`, or something was put off), "
                               "so it lacks resources; what is there is checked");
    }
  }

 private:
  bool read_head(std::string_view field) {
    if (field == "format_version") {
      read_version();
    } else if (field == "terraform_version") {
      plan_.terraform_version = reading_.text("terraform_version");
    } else if (field == "errored") {
      const Span place = cursor_.place();
      if (reading_.flag("errored")) unfinished_at_ = cursor_.since(place);
    } else if (field == "complete") {
      const Span place = cursor_.place();
      const bool is_said = cursor_.kind() == JsonKind::Boolean;
      if (!reading_.flag("complete") && is_said) incomplete_at_ = cursor_.since(place);
    } else {
      return false;
    }
    return true;
  }

  bool read_part(std::string_view field) {
    if (field == "values") {
      // of a state
      read_state_values(reading_, StateParts::Both, plan_.resources);
      return true;
    }
    if (field == "planned_values") {
      read_state_values(reading_, StateParts::Outputs, plan_.resources);
    } else if (field == "resource_changes") {
      read_resource_changes(reading_);
    } else if (field == "configuration") {
      read_configuration(reading_);
    } else if (field == "prior_state") {
      read_prior_state(reading_);
    } else if (field == "variables") {
      read_variables(reading_);
    } else {
      return false;
    }
    is_plan_ = true;
    return true;
  }

  void read_version() {
    const Span place = cursor_.place();
    plan_.format_version = reading_.text("format_version");
    if (cursor_.failed() || is_known_version(plan_.format_version)) return;
    cursor_.reject_at(cursor_.since(place),
                      "the plan has format version `" + plan_.format_version +
                          "`; exrlint reads version 1, which Terraform 1 writes");
  }

  void reject_stranger() {
    cursor_.reject(
        "this is neither a Terraform plan nor a state: it has no `format_version`; `terraform show "
        "-json tfplan > plan.json` writes a plan as JSON");
  }

  PlanReading& reading_;
  JsonCursor& cursor_;
  Plan& plan_;
  bool is_plan_ = false;
  // `true` and `false`
  Span unfinished_at_;
  Span incomplete_at_;
};

}  // namespace

std::optional<Plan> read_plan(const SourceFile& source, FileId file, const Limits& limits,
                              Problems& problems) {
  if (source.text().size() > limits.plan_file_size) {
    problems.push_back({ProblemKind::LimitExceeded,
                        "the plan has more than " + std::to_string(limits.plan_file_size) +
                            " bytes (limit `plan_file_size`)",
                        {file, 0, 0},
                        {},
                        {}});
    return std::nullopt;
  }
  Plan plan;
  plan.file = file;
  JsonCursor cursor(source.text(), file, limits);
  PlanReading reading(cursor, plan, limits, problems);
  DocumentReader(reading).read();
  if (cursor.failed()) {
    problems.push_back(cursor.problem());
    return std::nullopt;
  }
  return plan;
}

}  // namespace exr
