#include "app/frontends.h"

#include <array>

#include "frontends/bicep/loader.h"

namespace exr {

namespace {

std::optional<TemplateId> load_with_bicep(const std::string& path, const Reading& reading) {
  return load_bicep(path, BicepReading{.files = reading.files,
                                       .sources = reading.sources,
                                       .limits = reading.limits,
                                       .library = reading.library,
                                       .problems = reading.problems});
}

constexpr std::array kFrontends = {
    Frontend{"Bicep", "`.bicep`, `.bicepparam`", is_bicep_path, load_with_bicep},
};

}  // namespace

std::span<const Frontend> frontends() { return kFrontends; }

const Frontend* find_frontend(std::string_view path) {
  for (const Frontend& frontend : kFrontends) {
    if (frontend.claims(path)) return &frontend;
  }
  return nullptr;
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
