#include "frontends/bicep/loader.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "frontends/bicep/bicep_config.h"
#include "frontends/bicep/loaded_content.h"
#include "frontends/bicep/lowered_file.h"
#include "frontends/bicep/names.h"
#include "frontends/bicep/registry_reference.h"
#include "frontends/bicep/restored_modules.h"
#include "frontends/bicep/utf8.h"
#include "support/text.h"

namespace exr {

namespace {

constexpr std::string_view kParameterFileEnding = ".bicepparam";

bool is_arm_template_path(std::string_view path) {
  return ends_with_ignoring_case(path, ".json") || ends_with_ignoring_case(path, ".jsonc") ||
         ends_with_ignoring_case(path, ".arm");
}

std::string_view noun_of(FileReference::Use use) {
  switch (use) {
    case FileReference::Use::Module:
      return "module";
    case FileReference::Use::Import:
      return "imported file";
    case FileReference::Use::Using:
      return "template";
    case FileReference::Use::Extends:
      return "parameter file";
  }
  return "file";
}

class Loader {
 public:
  Loader(const Reading& reading, ArmModuleReader load_arm)
      : reading_(reading), load_arm_(load_arm) {}

  std::optional<TemplateId> load_root(const std::string& path) {
    if (const auto known = reading_.library.find(path)) return known;
    Result<std::string> text = read_text(path);
    if (text.ok()) return load_text(path, std::move(text).value());
    const ProblemKind kind =
        text.failure().is_limit ? ProblemKind::LimitExceeded : ProblemKind::UnreadableFile;
    reading_.problems.push_back(
        {.kind = kind, .message = text.failure().message, .span = {}, .path = path});
    return std::nullopt;
  }

 private:
  Result<std::string> read_text(const std::string& path) const {
    Result<std::string> text = reading_.files.read(path, reading_.limits.source_file_size);
    if (!text.ok()) return text;
    if (const auto invalid = find_invalid_utf8(text.value())) {
      return Failure{"is not UTF-8 text (byte " + std::to_string(*invalid) +
                     "); save it with that encoding"};
    }
    return text;
  }

  TemplateId load_text(const std::string& path, std::string text) {
    const FileId file = reading_.sources.add(path, std::move(text));
    const BicepFileKind kind = path.ends_with(kParameterFileEnding) ? BicepFileKind::ParameterFile
                                                                    : BicepFileKind::Template;
    const BicepSource source{
        .path = path, .file = file, .text = reading_.sources.file(file).text(), .kind = kind};
    LoweredFile lowered = lower_bicep(source, reading_.limits, reading_.problems);
    const TemplateId id = reading_.library.add(std::move(lowered.lowered));
    open_.push_back(path);
    for (const FileReference& reference : lowered.references) {
      const auto target = load_reference(path, reference);
      attach(id, reference, target);
    }
    open_.pop_back();
    load_content(reading_.library.at(id), reading_);
    check_all_names(id, lowered.has_syntax_errors ? Declarations::Holed : Declarations::Complete);
    return id;
  }

  void check_all_names(TemplateId id, Declarations declarations) {
    Template& lowered = reading_.library.at(id);
    Problems found;
    check_names(lowered, reading_.library, declarations, found);
    const bool has_unknown = std::any_of(found.begin(), found.end(), [](const Problem& problem) {
      return problem.kind == ProblemKind::UnknownSymbol;
    });
    // the configuration, which may declare them, is only looked for where it is needed
    if (has_unknown && add_implicit_extensions(lowered)) {
      found.clear();
      check_names(lowered, reading_.library, declarations, found);
    }
    std::move(found.begin(), found.end(), std::back_inserter(reading_.problems));
  }

  bool add_implicit_extensions(Template& lowered) {
    BicepConfig config = find_bicep_config(parent_folder(lowered.path), reading_);
    for (std::string& name : config.implicit_extensions)
      lowered.extensions.push_back(std::move(name));
    return !config.implicit_extensions.empty();
  }

  void attach(TemplateId id, const FileReference& reference, std::optional<TemplateId> target) {
    Template& lowered = reading_.library.at(id);
    if (!target) {
      // what is imported are types, functions and constants, never resources
      if (reference.use != FileReference::Use::Import) lowered.partial = true;
      return;
    }
    for (std::uint32_t i = reference.first; i < reference.first + reference.count; ++i) {
      if (reference.use == FileReference::Use::Module) lowered.modules[i].target = *target;
      if (reference.use == FileReference::Use::Import) lowered.imports[i].target = *target;
    }
    if (reference.use == FileReference::Use::Using) lowered.target = *target;
    if (reference.use == FileReference::Use::Extends) lowered.extends = *target;
  }

  std::nullopt_t report(const FileReference& reference, ProblemKind kind, std::string message) {
    reading_.problems.push_back(
        {.kind = kind, .message = std::move(message), .span = reference.span});
    return std::nullopt;
  }

  std::nullopt_t report_unreadable(const FileReference& reference, const std::string& reason) {
    return report(reference, ProblemKind::UnreadableModule,
                  std::string(noun_of(reference.use)) + " `" + reference.path + "` " + reason);
  }

  std::optional<TemplateId> load_reference(const std::string& from,
                                           const FileReference& reference) {
    const bool is_registry = is_registry_path(reference.path);
    if (is_registry || is_arm_template_path(reference.path)) {
      if (reference.use == FileReference::Use::Extends)
        return report_unreadable(reference, "is no parameter file of Bicep");
      if (is_registry) return load_restored(from, reference);
      return load_arm_template(join_path(parent_folder(from), reference.path), reference, reading_);
    }
    const std::string path = join_path(parent_folder(from), reference.path);
    if (const auto place = std::find(open_.begin(), open_.end(), path); place != open_.end()) {
      return report_cycle(reference, place);
    }
    if (const auto known = reading_.library.find(path)) return known;
    if (open_.size() >= reading_.limits.module_depth) {
      return report(reference, ProblemKind::LimitExceeded,
                    "modules are nested more than " + std::to_string(reading_.limits.module_depth) +
                        " deep (limit `module_depth`)");
    }
    Result<std::string> text = read_text(path);
    if (!text.ok())
      return report_unreadable(reference, "cannot be read: " + text.failure().message);
    return load_text(path, std::move(text).value());
  }

  std::optional<TemplateId> load_restored(const std::string& from, const FileReference& reference) {
    const Result<RestoredModule> module = find_restored_module(reference.path, from, reading_);
    if (!module.ok()) return report_unreadable(reference, module.failure().message);
    const auto id = load_arm_template(module.value().path, reference,
                                      {.files = *module.value().files,
                                       .sources = reading_.sources,
                                       .limits = reading_.limits,
                                       .library = reading_.library,
                                       .problems = reading_.problems});
    if (id) reading_.library.at(*id).third_party = true;
    return id;
  }

  std::optional<TemplateId> load_arm_template(const std::string& path,
                                              const FileReference& reference,
                                              const Reading& reading) {
    if (!reading.files.is_file(path)) return report_unreadable(reference, "cannot be read");
    const std::optional<TemplateId> id =
        load_arm_ == nullptr ? std::nullopt : load_arm_(path, reading);
    return id ? id : report_unreadable(reference, "is no ARM JSON template that can be read");
  }

  std::nullopt_t report_cycle(const FileReference& reference,
                              std::vector<std::string>::const_iterator first) {
    std::string way;
    for (auto at = first; at != open_.end(); ++at) way += "`" + *at + "` -> ";
    return report(reference, ProblemKind::ModuleCycle,
                  "the files use one another in a circle: " + way + "`" + *first + "`");
  }

  const Reading& reading_;
  ArmModuleReader load_arm_;
  // the files that are being read, each named by the one before it
  std::vector<std::string> open_;
};

}  // namespace

bool is_bicep_path(std::string_view path) {
  return ends_with_ignoring_case(path, ".bicep") ||
         ends_with_ignoring_case(path, kParameterFileEnding);
}

std::optional<TemplateId> load_bicep(const std::string& path, const Reading& reading,
                                     ArmModuleReader load_arm) {
  return Loader(reading, load_arm).load_root(normal_path(path));
}

}  // namespace exr
