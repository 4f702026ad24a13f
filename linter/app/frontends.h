#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "frontends/terraform/plan.h"
#include "template/reading.h"
#include "template/template.h"

namespace exr {

/// What came of reading a file. Without `id`, `plan` and `foreign` the file could not be read; a
/// Problem says why.
struct LoadedFile {
  std::optional<TemplateId> id;
  /// Of a Terraform plan or state.
  std::optional<Plan> plan;
  /// Set if the content is none of ours, although the name may be: a phrase that goes on from the
  /// file's name and says what it is.
  std::string_view foreign;
  /// Set if a compiler made it from a file of another ending, which is the one to lint: `.bicep`.
  std::string_view compiled_from;
};

/// One language: what it reads and how.
struct Frontend {
  /// As people know it.
  std::string_view language;
  /// The files that it reads, for messages: `.bicep`.
  std::string_view endings;
  bool (*claims)(std::string_view path);
  /// Whether it reads parameter files; those of the others are plain data.
  bool reads_parameter_files;
  /// Reads a file with all that it names.
  LoadedFile (*load)(const std::string& path, const Reading& reading);
};

/// Every front end, in the order in which they are asked.
std::span<const Frontend> frontends();
/// The front end that reads a file of this name; null if none does.
const Frontend* find_frontend(std::string_view path);
/// The same for a file that somebody named: whatever its name, it may be the JSON of a template or
/// a plan.
const Frontend& frontend_for(std::string_view path);
/// Whether a front end reads a parameter file of this name.
bool is_parameter_file_of_frontend(const std::string& path);
/// Reads a parameter file that no front end reads by itself: ARM JSON. It names no template. Empty
/// if it cannot be read.
std::optional<TemplateId> load_plain_parameters(const std::string& path, const Reading& reading);
/// What can be read, for messages: "`.bicep`, `.bicepparam`".
std::string readable_endings();

}  // namespace exr
