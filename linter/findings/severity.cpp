#include "findings/severity.h"

namespace exr {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      break;
  }
  return "error";
}

std::optional<Severity> find_severity(std::string_view name) {
  for (const Severity severity : {Severity::Note, Severity::Warning, Severity::Error}) {
    if (severity_name(severity) == name) return severity;
  }
  return std::nullopt;
}

}  // namespace exr
