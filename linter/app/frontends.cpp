#include "app/frontends.h"

#include <array>
#include <utility>

#include "frontends/arm/loader.h"
#include "frontends/bicep/loader.h"
#include "frontends/terraform/plan_file.h"
#include "frontends/terraform/plan_reader.h"

namespace exr {

namespace {

std::optional<TemplateId> load_arm_module(const std::string& path, const Reading& reading) {
  const ArmFile file = load_arm(path, reading);
  return file.kind == ArmFile::Kind::Template ? std::optional(file.id) : std::nullopt;
}

LoadedFile load_with_bicep(const std::string& path, const Reading& reading) {
  LoadedFile loaded;
  loaded.id = load_bicep(path, reading, load_arm_module);
  return loaded;
}

LoadedFile foreign(std::string_view what) {
  LoadedFile loaded;
  loaded.foreign = what;
  return loaded;
}

LoadedFile load_as_arm(const std::string& path, std::string text, const Reading& reading) {
  const ArmFile file = load_arm_text(path, std::move(text), reading);
  LoadedFile loaded;
  switch (file.kind) {
    case ArmFile::Kind::Template:
      loaded.id = file.id;
      if (file.is_compiled) loaded.compiled_from = ".bicep";
      break;
    case ArmFile::Kind::ParameterFile:
      return foreign("is a parameter file, which names no template; `--params` gives it to one");
    case ArmFile::Kind::Foreign:
      return foreign(is_arm_path(path)
                         ? "is neither an ARM template, which has a `$schema` of deployments, nor "
                           "a Terraform plan, which `terraform show -json` writes"
                         : "is no file that exrlint reads: neither its name nor its content is "
                           "that of a template or a plan");
    case ArmFile::Kind::Unreadable:
      break;
  }
  return loaded;
}

LoadedFile load_as_plan(const std::string& path, std::string text, const Reading& reading) {
  const FileId file = reading.sources.add(path, std::move(text), Disclosure::Withheld);
  LoadedFile loaded;
  loaded.plan = read_plan(reading.sources.file(file), file, reading.limits, reading.problems);
  return loaded;
}

LoadedFile unreadable(const std::string& path, const Failure& failure, const Reading& reading) {
  const ProblemKind kind =
      failure.is_limit ? ProblemKind::LimitExceeded : ProblemKind::UnreadableFile;
  reading.problems.push_back({.kind = kind, .message = failure.message, .span = {}, .path = path});
  return {};
}

// ARM templates and Terraform plans are told by their content.
LoadedFile load_json(const std::string& path, const Reading& reading) {
  Result<std::string> bytes = reading.files.read(path, reading.limits.plan_file_size);
  if (!bytes.ok()) return unreadable(path, bytes.failure(), reading);
  Result<std::string> text = plan_text(std::move(bytes).value());
  if (!text.ok()) return unreadable(path, text.failure(), reading);
  if (const auto reason = unreadable_plan_reason(text.value()); !reason.empty())
    return foreign(reason);
  return terraform_json_kind(text.value()) == TerraformJson::Neither
             ? load_as_arm(path, std::move(text).value(), reading)
             : load_as_plan(path, std::move(text).value(), reading);
}

constexpr Frontend kBicep{"Bicep", "`.bicep`, `.bicepparam`", is_bicep_path, true, load_with_bicep};
constexpr Frontend kJson{"ARM JSON and Terraform plans", "`.json`", is_arm_path, false, load_json};
constexpr std::array kFrontends = {kBicep, kJson};

}  // namespace

std::span<const Frontend> frontends() { return kFrontends; }

const Frontend* find_frontend(std::string_view path) {
  for (const Frontend& frontend : kFrontends) {
    if (frontend.claims(path)) return &frontend;
  }
  return nullptr;
}

const Frontend& frontend_for(std::string_view path) {
  const Frontend* frontend = find_frontend(path);
  return frontend != nullptr ? *frontend : kJson;
}

bool is_parameter_file_of_frontend(const std::string& path) {
  const Frontend* frontend = find_frontend(path);
  return frontend != nullptr && frontend->reads_parameter_files;
}

std::optional<TemplateId> load_plain_parameters(const std::string& path, const Reading& reading) {
  return load_arm_parameters(path, reading);
}

std::string readable_endings() {
  std::string endings;
  for (const Frontend& frontend : kFrontends) {
    if (!endings.empty()) endings += ", ";
    endings += frontend.endings;
  }
  return endings;
}

}  // namespace exr
