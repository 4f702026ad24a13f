#include "frontends/terraform/resource_record.h"

#include <utility>

namespace exr {

ResourceRecord::ResourceRecord(PlanReading& reading) : reading_(reading) {
  resource_.span = reading.cursor().place();
}

bool ResourceRecord::read_field(std::string_view field) {
  if (field == "address") {
    resource_.address = text("address");
  } else if (field == "mode") {
    read_mode();
  } else if (field == "type") {
    resource_.type = text("type");
  } else if (field == "name") {
    resource_.name = text("name");
  } else if (field == "index") {
    read_key();
  } else {
    return false;
  }
  return true;
}

std::string ResourceRecord::text(std::string_view field) {
  JsonCursor& cursor = reading_.cursor();
  if (cursor.kind() == JsonKind::String) return std::string(cursor.string());
  note_odd("has a `" + std::string(field) + "` that is no string");
  cursor.skip();
  return {};
}

void ResourceRecord::read_mode() {
  const std::string mode = text("mode");
  resource_.is_data = mode == "data";
  is_passing_ = mode == "ephemeral";
  if (!resource_.is_data && !is_passing_ && mode != "managed")
    note_odd("has the unknown mode `" + mode + "`");
}

void ResourceRecord::read_key() {
  JsonCursor& cursor = reading_.cursor();
  if (cursor.kind() == JsonKind::String) {
    resource_.key = std::string(cursor.string());
    return;
  }
  if (cursor.kind() == JsonKind::Number) {
    const JsonNumber number = cursor.number();
    if (number.whole) resource_.key = *number.whole;
    if (number.whole) return;
  } else {
    cursor.skip();
  }
  note_odd("has an `index` that is neither a string nor a whole number");
}

void ResourceRecord::set_module(std::string_view address) {
  const std::optional<std::uint32_t> module = reading_.module(address);
  if (!module)
    return note_odd("stands in `" + std::string(address) + "`, which is no module instance");
  resource_.module = *module;
}

void ResourceRecord::note_odd(std::string why) {
  if (odd_.empty()) odd_ = std::move(why);
}

void ResourceRecord::add_to(std::vector<PlannedResource>& resources) {
  JsonCursor& cursor = reading_.cursor();
  if (cursor.failed() || is_passing_) return;
  resource_.span = cursor.since(resource_.span);
  if (resource_.address.empty() || resource_.type.empty() || resource_.name.empty())
    note_odd("has no `address`, `type` or `name`");
  if (!odd_.empty()) {
    const std::string subject =
        resource_.address.empty() ? "this resource" : "`" + resource_.address + "`";
    return reading_.leave_out(resource_.span, subject + " " + odd_ + "; it is left out");
  }
  if (reading_.has_room(resources)) resources.push_back(std::move(resource_));
}

}  // namespace exr
