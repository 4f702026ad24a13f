#include "app/frontends.h"

#include <array>

#include "frontends/arm/loader.h"
#include "frontends/bicep/loader.h"

namespace exr {

namespace {

std::optional<TemplateId> load_arm_module(const std::string& path, const Reading& reading) {
  const ArmFile file = load_arm(path, reading);
  return file.kind == ArmFile::Kind::Template ? std::optional(file.id) : std::nullopt;
}

LoadedFile load_with_bicep(const std::string& path, const Reading& reading) {
  return {.id = load_bicep(path, reading, load_arm_module), .foreign = {}, .compiled_from = {}};
}

LoadedFile load_with_arm(const std::string& path, const Reading& reading) {
  const ArmFile file = load_arm(path, reading);
  switch (file.kind) {
    case ArmFile::Kind::Template:
      return {.id = file.id,
              .foreign = {},
              .compiled_from = file.is_compiled ? std::string_view(".bicep") : std::string_view()};
    case ArmFile::Kind::ParameterFile:
      return {.id = std::nullopt,
              .foreign = "is a parameter file, which names no template; `--params` gives it to one",
              .compiled_from = {}};
    case ArmFile::Kind::Foreign:
      return {.id = std::nullopt,
              .foreign = is_arm_path(path)
                             ? "is no ARM template: it has no `$schema` of a deployment template"
                             : "is no file that exrlint reads: neither its name nor its content is "
                               "that of a template",
              .compiled_from = {}};
    case ArmFile::Kind::Unreadable:
      break;
  }
  return {};
}

constexpr Frontend kBicep{"Bicep", "`.bicep`, `.bicepparam`", is_bicep_path, true, load_with_bicep};
constexpr Frontend kArm{"ARM JSON", "`.json`", is_arm_path, false, load_with_arm};
constexpr std::array kFrontends = {kBicep, kArm};

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
  return frontend != nullptr ? *frontend : kArm;
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
