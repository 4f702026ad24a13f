#include "frontends/terraform/change_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "frontends/terraform/resource_record.h"

namespace exr {

namespace {

std::optional<PlannedAction> action_of(const std::vector<std::string>& actions) {
  const auto has = [&](std::string_view action) {
    return std::find(actions.begin(), actions.end(), action) != actions.end();
  };
  if (actions.size() == 2 && has("create") && (has("delete") || has("forget")))
    return PlannedAction::Replace;
  if (actions.size() != 1) return std::nullopt;
  if (has("no-op")) return PlannedAction::NoOp;
  if (has("create")) return PlannedAction::Create;
  if (has("read")) return PlannedAction::Read;
  if (has("update")) return PlannedAction::Update;
  if (has("delete")) return PlannedAction::Delete;
  if (has("forget")) return PlannedAction::Forget;
  return std::nullopt;
}

void read_actions(PlanReading& reading, ResourceRecord& record) {
  std::vector<std::string> actions;
  if (!reading.stands_at(JsonKind::Array, "actions")) return;
  reading.cursor().enter();
  while (reading.cursor().next_element()) actions.push_back(record.text("actions"));
  const std::optional<PlannedAction> action = action_of(actions);
  if (action) record.resource().action = *action;
  if (!action) record.note_odd("has the unknown actions `" + join(actions, ", ") + "`");
}

void read_change(PlanReading& reading, ResourceRecord& record) {
  JsonCursor& cursor = reading.cursor();
  PlannedResource& resource = record.resource();
  bool has_actions = false;
  cursor.enter();
  while (cursor.next_member()) {
    const std::string_view field = cursor.name();
    if (field == "actions") {
      has_actions = true;
      read_actions(reading, record);
    } else if (field == "before") {
      resource.before = cursor.skip();
    } else if (field == "after") {
      resource.after = cursor.skip();
    } else if (field == "after_unknown") {
      resource.after_unknown = cursor.skip();
    } else if (field == "after_sensitive") {
      resource.after_sensitive = cursor.skip();
    } else {
      cursor.skip();
    }
  }
  if (!has_actions) record.note_odd("has no `actions`");
}

void read_resource_change(PlanReading& reading) {
  JsonCursor& cursor = reading.cursor();
  ResourceRecord record(reading);
  bool has_change = false;
  bool is_deposed = false;
  cursor.enter();
  while (cursor.next_member()) {
    const std::string_view field = cursor.name();
    if (field == "change" && cursor.kind() == JsonKind::Object) {
      has_change = true;
      read_change(reading, record);
    } else if (field == "module_address") {
      record.set_module(record.text("module_address"));
    } else if (field == "deposed") {
      is_deposed = true;
      cursor.skip();
    } else if (!record.read_field(field)) {
      cursor.skip();
    }
  }
  if (!has_change) record.note_odd("has no `change`");
  if (is_deposed) record.resource().action = PlannedAction::Delete;
  record.add_to(reading.plan().resources);
}

}  // namespace

void read_resource_changes(PlanReading& reading) {
  reading.plan().resources.clear();
  if (!reading.stands_at(JsonKind::Array, "resource_changes")) return;
  reading.cursor().enter();
  while (reading.cursor().next_element()) {
    if (reading.stands_at(JsonKind::Object, "resource_changes[]")) read_resource_change(reading);
  }
}

}  // namespace exr
