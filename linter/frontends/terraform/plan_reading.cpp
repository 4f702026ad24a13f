#include "frontends/terraform/plan_reading.h"

#include <utility>

#include "frontends/terraform/module_address.h"

namespace exr {

namespace {

std::string_view kind_text(JsonKind kind) {
  switch (kind) {
    case JsonKind::Null:
      return "null";
    case JsonKind::Boolean:
      return "a boolean";
    case JsonKind::Number:
      return "a number";
    case JsonKind::String:
      return "a string";
    case JsonKind::Array:
      return "an array";
    case JsonKind::Object:
      return "an object";
    case JsonKind::Nothing:
      break;
  }
  return "nothing";
}

}  // namespace

PlanReading::PlanReading(JsonCursor& cursor, Plan& plan, const Limits& limits, Problems& problems)
    : cursor_(cursor), plan_(plan), limits_(limits), problems_(problems) {
  plan_.modules.push_back({});
  modules_.emplace(std::string(), 0);
}

bool PlanReading::stands_at(JsonKind kind, std::string_view name) {
  const JsonKind found = cursor_.kind();
  if (found == kind) return true;
  if (found == JsonKind::Null || found == JsonKind::Nothing) {
    cursor_.skip();
    return false;
  }
  cursor_.reject("`" + std::string(name) + "` is " + std::string(kind_text(found)) +
                 " where Terraform writes " + std::string(kind_text(kind)));
  return false;
}

std::string PlanReading::text(std::string_view name) {
  return stands_at(JsonKind::String, name) ? std::string(cursor_.string()) : std::string();
}

bool PlanReading::flag(std::string_view name) {
  return stands_at(JsonKind::Boolean, name) && cursor_.boolean();
}

std::optional<std::uint32_t> PlanReading::module(std::string_view address) {
  if (plan_.modules[last_module_].address == address) return last_module_;
  const auto known = modules_.find(address);
  if (known != modules_.end()) return last_module_ = known->second;
  std::optional<ModuleInstance> instance = parse_module_address(address);
  if (!instance) return std::nullopt;
  last_module_ = static_cast<std::uint32_t>(plan_.modules.size());
  plan_.modules.push_back(*std::move(instance));
  modules_.emplace(std::string(address), last_module_);
  return last_module_;
}

bool PlanReading::has_room(const std::vector<PlannedResource>& resources) {
  if (resources.size() < limits_.resources) return true;
  cursor_.exceed("more than " + std::to_string(limits_.resources) +
                 " resources (limit `resources`)");
  return false;
}

void PlanReading::tell_incomplete(const Span& place, std::string why) {
  problems_.push_back({ProblemKind::IncompletePlan, std::move(why), place, {}, {}});
  plan_.is_partial = true;
}

void PlanReading::leave_out(const Span& record, std::string why) {
  problems_.push_back({ProblemKind::SyntaxError, std::move(why), record, {}, {}});
  plan_.is_partial = true;
}

}  // namespace exr
