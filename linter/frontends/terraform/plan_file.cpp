#include "frontends/terraform/plan_file.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "formats/json_cursor.h"

namespace exr {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// how far into a text its kind is looked for: a plan in words begins with what was refreshed
constexpr std::size_t kBeginning = 1U << 20U;

bool is_one_of(std::string_view text, std::span<const std::string_view> texts) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool is_flag(std::string_view field) {
  static constexpr std::array<std::string_view, 4> kFlags = {"timestamp", "applyable", "complete",
                                                             "errored"};
  return is_one_of(field, kFlags);
}

bool is_part_of_plan(std::string_view field) {
  static constexpr std::array<std::string_view, 11> kParts = {"planned_values",
                                                              "resource_changes",
                                                              "configuration",
                                                              "prior_state",
                                                              "output_changes",
                                                              "variables",
                                                              "relevant_attributes",
                                                              "resource_drift",
                                                              "deferred_changes",
                                                              "action_invocations",
                                                              "checks"};
  return is_one_of(field, kParts);
}

class TopLevel {
 public:
  explicit TopLevel(std::string_view text) : cursor_(text, FileId::kNone, Limits{}) {
    is_object_ = cursor_.kind() == JsonKind::Object;
    if (is_object_) cursor_.enter();
  }

  bool next() { return is_object_ && cursor_.next_member(); }
  std::string_view name() { return cursor_.name(); }
  JsonKind kind() const { return cursor_.kind(); }
  void skip() { cursor_.skip(); }
  bool failed() const { return !is_object_ || cursor_.failed(); }

 private:
  JsonCursor cursor_;
  bool is_object_ = false;
};

bool is_saved_plan(std::string_view text) {
  // an archive; before Terraform 0.12 a format of its own
  return text.starts_with("PK\x03\x04") || text.starts_with("tfplan");
}

bool is_json(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

// What `terraform plan` and `terraform show` print, in colour or not.
bool is_plan_in_words(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kPhrases = {
      "Terraform will perform the following actions", "Terraform used the selected providers",
      "Terraform planned the following actions",      "OpenTofu will perform the following actions",
      "OpenTofu used the selected providers",         "OpenTofu planned the following actions",
      "Your infrastructure matches the configuration"};
  return !is_json(text) && std::any_of(kPhrases.begin(), kPhrases.end(), [&](auto phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

bool is_log(std::string_view text) {
  TopLevel fields(text);
  return fields.next() && fields.name() == "@level";
}

bool is_raw_state(std::string_view text) {
  bool has_version = false;
  for (TopLevel fields(text); fields.next(); fields.skip()) {
    const std::string_view field = fields.name();
    if (field == "lineage" || field == "serial") return has_version;
    has_version = has_version || field == "version";
    if (field != "version" && field != "terraform_version") return false;
  }
  return false;
}

}  // namespace

TerraformJson terraform_json_kind(std::string_view text) {
  bool has_version = false;
  bool has_maker = false;
  bool has_part = false;
  bool has_strange = false;
  // no plan begins with a megabyte of spaces
  if (!is_json(text.substr(0, kBeginning))) return TerraformJson::Neither;
  TopLevel fields(text);
  for (; fields.next(); fields.skip()) {
    const std::string_view field = fields.name();
    if (field == "values") {
      if (has_version) return TerraformJson::State;
    } else if (is_part_of_plan(field)) {
      has_part = true;
    } else if (field == "format_version") {
      has_version = fields.kind() == JsonKind::String;
    } else if (field == "terraform_version") {
      has_maker = fields.kind() == JsonKind::String;
    } else if (!is_flag(field)) {
      // a later Terraform may say more about its plans
      if (!has_version || !has_maker) return TerraformJson::Neither;
      has_strange = true;
    }
    if (has_version && has_part) return TerraformJson::Plan;
  }
  // a state without anything in it has nothing else
  return has_version && !has_strange && !fields.failed() ? TerraformJson::State
                                                         : TerraformJson::Neither;
}

std::string_view unreadable_plan_reason(std::string_view text) {
  text = text.substr(0, kBeginning);
  if (is_saved_plan(text)) {
    return "this is a plan as Terraform saves it, which nothing else can read; `terraform show "
           "-json "
           "tfplan > plan.json` writes it as JSON";
  }
  if (is_plan_in_words(text)) {
    return "this is a plan as Terraform prints it for people; `terraform plan -out tfplan` and "
           "`terraform show -json tfplan > plan.json` write it as JSON";
  }
  if (is_log(text)) {
    return "this is the log of `terraform plan -json`, which leaves out most of the plan; "
           "`terraform "
           "plan -out tfplan` and `terraform show -json tfplan > plan.json` write all of it";
  }
  if (is_raw_state(text)) {
    return "this is a state file as Terraform keeps it; `terraform show -json > state.json` writes "
           "it as JSON for other tools";
  }
  return {};
}

}  // namespace exr
