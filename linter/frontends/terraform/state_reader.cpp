#include "frontends/terraform/state_reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "frontends/terraform/resource_record.h"

namespace exr {

namespace {

class StateReader {
 public:
  StateReader(PlanReading& reading, std::vector<PlannedResource>& resources)
      : reading_(reading), cursor_(reading.cursor()), resources_(resources) {}

  // Recursive: child modules stand in one another's arrays, whose depth the cursor limits.
  void read_module() {
    std::string address;
    std::size_t own_begin = 0;
    std::size_t own_end = 0;
    cursor_.enter();
    while (cursor_.next_member()) {
      const std::string_view field = cursor_.name();
      if (field == "address") {
        address = reading_.text("address");
      } else if (field == "resources") {
        own_begin = resources_.size();
        read_resources();
        own_end = resources_.size();
      } else if (field == "child_modules") {
        read_child_modules();
      } else {
        cursor_.skip();
      }
    }
    // the address stands behind the resources
    if (own_begin != own_end) set_module(address, own_begin, own_end);
  }

 private:
  void read_child_modules() {
    if (!reading_.stands_at(JsonKind::Array, "child_modules")) return;
    cursor_.enter();
    while (cursor_.next_element()) {
      if (reading_.stands_at(JsonKind::Object, "child_modules[]")) read_module();
    }
  }

  void read_resources() {
    if (!reading_.stands_at(JsonKind::Array, "resources")) return;
    cursor_.enter();
    while (cursor_.next_element()) {
      if (reading_.stands_at(JsonKind::Object, "resources[]")) read_resource();
    }
  }

  void read_resource() {
    ResourceRecord record(reading_);
    cursor_.enter();
    while (cursor_.next_member()) {
      const std::string_view field = cursor_.name();
      if (field == "values") {
        record.resource().after = cursor_.skip();
      } else if (field == "sensitive_values") {
        record.resource().after_sensitive = cursor_.skip();
      } else if (field == "deposed_key") {
        record.resource().action = PlannedAction::Delete;
        cursor_.skip();
      } else if (!record.read_field(field)) {
        cursor_.skip();
      }
    }
    record.add_to(resources_);
  }

  void set_module(std::string_view address, std::size_t begin, std::size_t end) {
    const std::optional<std::uint32_t> module = reading_.module(address);
    if (!module)
      return cursor_.reject("`" + std::string(address) + "` is no address of a module instance");
    for (std::size_t i = begin; i < end; ++i) resources_[i].module = *module;
  }

  PlanReading& reading_;
  JsonCursor& cursor_;
  std::vector<PlannedResource>& resources_;
};

void read_output(PlanReading& reading) {
  JsonCursor& cursor = reading.cursor();
  PlannedOutput output{.name = std::string(cursor.name()), .sensitive = false, .value = {}};
  if (!reading.stands_at(JsonKind::Object, "outputs{}")) return;
  cursor.enter();
  while (cursor.next_member()) {
    const std::string_view field = cursor.name();
    if (field == "sensitive") {
      output.sensitive = reading.flag("sensitive");
    } else if (field == "value") {
      output.value = cursor.skip();
    } else {
      cursor.skip();
    }
  }
  reading.plan().outputs.push_back(std::move(output));
}

void read_outputs(PlanReading& reading) {
  reading.plan().outputs.clear();
  if (!reading.stands_at(JsonKind::Object, "outputs")) return;
  reading.cursor().enter();
  while (reading.cursor().next_member()) read_output(reading);
}

}  // namespace

void read_state_values(PlanReading& reading, StateParts parts,
                       std::vector<PlannedResource>& resources) {
  JsonCursor& cursor = reading.cursor();
  if (!reading.stands_at(JsonKind::Object, "values")) return;
  cursor.enter();
  while (cursor.next_member()) {
    const std::string_view field = cursor.name();
    if (field == "root_module" && parts != StateParts::Outputs) {
      resources.clear();
      if (reading.stands_at(JsonKind::Object, "root_module"))
        StateReader(reading, resources).read_module();
    } else if (field == "outputs" && parts != StateParts::Resources) {
      read_outputs(reading);
    } else {
      cursor.skip();
    }
  }
}

void read_prior_state(PlanReading& reading) {
  JsonCursor& cursor = reading.cursor();
  if (!reading.stands_at(JsonKind::Object, "prior_state")) return;
  cursor.enter();
  while (cursor.next_member()) {
    if (cursor.name() == "values") {
      read_state_values(reading, StateParts::Resources, reading.plan().prior);
    } else {
      cursor.skip();
    }
  }
}

}  // namespace exr
