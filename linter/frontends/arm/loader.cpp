#include "frontends/arm/loader.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "formats/json_reader.h"
#include "frontends/arm/file_kinds.h"
#include "frontends/arm/lowered_template.h"
#include "frontends/arm/parameter_lowering.h"
#include "support/text.h"

namespace exr {

namespace {

class Loader {
 public:
  explicit Loader(const Reading& reading) : reading_(reading) {}

  ArmFile load_root(const std::string& path) {
    if (const auto known = reading_.library.find(path))
      return {.kind = ArmFile::Kind::Template, .is_compiled = false, .id = *known};
    std::optional<std::string> text = read_text(path);
    return text ? load_text(path, *std::move(text)) : ArmFile{};
  }

  ArmFile load_root_text(const std::string& path, std::string text) {
    if (const auto known = reading_.library.find(path))
      return {.kind = ArmFile::Kind::Template, .is_compiled = false, .id = *known};
    if (text.size() <= reading_.limits.arm_file_size) return load_text(path, std::move(text));
    report(path, file_too_large(reading_.limits.arm_file_size));
    return {};
  }

  std::optional<TemplateId> load_parameters(const std::string& path) {
    if (const auto known = reading_.library.find(path)) return known;
    std::optional<std::string> text = read_text(path);
    return text ? load_parameters_text(path, *std::move(text)) : std::nullopt;
  }

  std::optional<TemplateId> load_parameters_text(const std::string& path, std::string text) {
    const FileId file = reading_.sources.add(path, std::move(text));
    const ArmSource source = source_of(path, file);
    const std::optional<Value> document =
        read_json(source.text, file, reading_.limits, reading_.problems);
    if (!document) return std::nullopt;
    return reading_.library.add(lower_arm_parameters(*document, source));
  }

 private:
  std::optional<std::string> read_text(const std::string& path) {
    Result<std::string> text = reading_.files.read(path, reading_.limits.arm_file_size);
    if (text.ok()) return std::move(text).value();
    report(path, text.failure());
    return std::nullopt;
  }

  void report(const std::string& path, const Failure& failure) {
    const ProblemKind kind =
        failure.is_limit ? ProblemKind::LimitExceeded : ProblemKind::UnreadableFile;
    reading_.problems.push_back(
        {.kind = kind, .message = failure.message, .span = {}, .path = path});
  }

  ArmSource source_of(const std::string& path, FileId file) {
    return {.path = path,
            .file = file,
            .text = reading_.sources.file(file).text(),
            .limits = reading_.limits,
            .problems = reading_.problems};
  }

  ArmFile load_text(const std::string& path, std::string text) {
    if (!may_be_arm(text)) return {.kind = ArmFile::Kind::Foreign};
    const FileId file = reading_.sources.add(path, std::move(text));
    const ArmSource source = source_of(path, file);
    const std::optional<Value> document =
        read_json(source.text, file, reading_.limits, reading_.problems);
    if (!document) return {};
    const Value& content = inside_template_spec(*document);
    switch (arm_file_kind(content)) {
      case ArmFileKind::ParameterFile:
        return {.kind = ArmFile::Kind::ParameterFile};
      case ArmFileKind::Foreign:
        return {.kind = ArmFile::Kind::Foreign};
      case ArmFileKind::Template:
        break;
    }
    LoweredArmTemplate lowered = lower_arm_template(content, source);
    open_.push_back(path);
    const TemplateId id = add(std::move(lowered));
    open_.pop_back();
    return {
        .kind = ArmFile::Kind::Template, .is_compiled = is_compiled_from_bicep(content), .id = id};
  }

  // Puts a template into the library, then those that it calls. Bounded by the nesting of JSON.
  TemplateId add(LoweredArmTemplate lowered) {
    const TemplateId id = reading_.library.add(std::move(lowered.lowered));
    for (ArmModule& module : lowered.modules) {
      std::optional<TemplateId> target;
      if (module.same_as) {
        const std::uint32_t first = lowered.modules[*module.same_as].index;
        target = reading_.library.at(id).modules[first].target;
      } else if (module.nested != nullptr) {
        target = add(std::move(*module.nested));
      } else if (!module.relative_path.empty()) {
        target = load_linked(module);
      }
      if (target)
        reading_.library.at(id).modules[module.index].target = *target;
      else
        reading_.library.at(id).partial = true;
    }
    return id;
  }

  std::nullopt_t report(const ArmModule& module, ProblemKind kind, std::string message) {
    reading_.problems.push_back(
        {.kind = kind, .message = std::move(message), .span = module.path_span, .path = {}});
    return std::nullopt;
  }

  std::optional<TemplateId> load_linked(const ArmModule& module) {
    const std::string path = join_path(parent_folder(open_.back()), module.relative_path);
    if (std::find(open_.begin(), open_.end(), path) != open_.end()) {
      return report(module, ProblemKind::ModuleCycle,
                    "the templates link one another in a circle at `" + path + "`");
    }
    if (const auto known = reading_.library.find(path)) return known;
    if (open_.size() >= reading_.limits.module_depth) {
      return report(module, ProblemKind::LimitExceeded,
                    "templates are linked more than " +
                        std::to_string(reading_.limits.module_depth) +
                        " deep (limit `module_depth`)");
    }
    const std::string shown = "linked template `" + module.relative_path + "` ";
    Result<std::string> text = reading_.files.read(path, reading_.limits.arm_file_size);
    if (!text.ok()) {
      return report(module, ProblemKind::UnreadableModule,
                    shown + "cannot be read: " + text.failure().message);
    }
    const ArmFile file = load_text(path, std::move(text).value());
    if (file.kind == ArmFile::Kind::Template) return file.id;
    return report(module, ProblemKind::UnreadableModule, shown + "is no ARM template");
  }

  const Reading& reading_;
  // the files that are being read, each linked by the one before it
  std::vector<std::string> open_;
};

}  // namespace

bool is_arm_path(std::string_view path) { return ends_with_ignoring_case(path, ".json"); }

ArmFile load_arm(const std::string& path, const Reading& reading) {
  return Loader(reading).load_root(normal_path(path));
}

ArmFile load_arm_text(const std::string& path, std::string text, const Reading& reading) {
  return Loader(reading).load_root_text(normal_path(path), std::move(text));
}

std::optional<TemplateId> load_arm_parameters(const std::string& path, const Reading& reading) {
  return Loader(reading).load_parameters(normal_path(path));
}

std::optional<TemplateId> load_arm_parameters_text(const std::string& path, std::string text,
                                                   const Reading& reading) {
  return Loader(reading).load_parameters_text(normal_path(path), std::move(text));
}

}  // namespace exr
