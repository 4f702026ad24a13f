#include "reporters/registry.h"

#include <array>

namespace exr {

std::span<const ReporterEntry> reporters() {
  static const std::array list = {
      ReporterEntry{"text", "for people, with the lines of source", text_reporter()},
      ReporterEntry{"json", "for programs", json_reporter()},
      ReporterEntry{"sarif", "SARIF 2.1.0, for code scanning", sarif_reporter()},
  };
  return list;
}

const Reporter* find_reporter(std::string_view name) {
  for (const ReporterEntry& entry : reporters()) {
    if (entry.name == name) return &entry.reporter;
  }
  return nullptr;
}

}  // namespace exr
