#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "template/reading.h"
#include "template/template.h"

namespace exr {

/// What came of reading a file.
struct ArmFile {
  enum class Kind : std::uint8_t {
    Template,
    /// A parameter file: it names no template and is no input by itself.
    ParameterFile,
    /// JSON of somebody else, of which nothing is said.
    Foreign,
    /// A Problem says why.
    Unreadable,
  };
  Kind kind = Kind::Unreadable;
  /// Of a template: whether the Bicep compiler made it.
  bool is_compiled = false;
  TemplateId id = TemplateId::kNone;
};

/// Whether a path names a file that load_arm may read: `.json`. What is in it decides.
bool is_arm_path(std::string_view path);

/// Reads an ARM template with the templates that it links by relative path. What is wrong inside,
/// or with a file that it names, is a Problem at its place, and Template::partial is set.
ArmFile load_arm(const std::string& path, const Reading& reading);

/// The same for a text that was read already.
ArmFile load_arm_text(const std::string& path, std::string text, const Reading& reading);

/// Reads an ARM parameter file (lower_arm_parameters); empty if it cannot be read, of which a
/// Problem says why.
std::optional<TemplateId> load_arm_parameters(const std::string& path, const Reading& reading);
/// The same for a text that was read already.
std::optional<TemplateId> load_arm_parameters_text(const std::string& path, std::string text,
                                                   const Reading& reading);

}  // namespace exr
