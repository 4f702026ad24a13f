#include "app/deployments.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "app/frontends.h"
#include "support/text.h"

namespace exr {

namespace {

// A file that was read, and how it came into the run.
struct Root {
  TemplateId id = TemplateId::kNone;
  InputFile::Origin origin = InputFile::Origin::Named;
};

class Planner {
 public:
  Planner(const Project& project, const ParameterOptions& options, const Reading& reading)
      : project_(project), options_(options), reading_(reading) {}

  DeploymentPlan plan() {
    for (const InputFile& file : project_.files) load(file);
    find_covered();
    std::erase_if(roots_, [this](const Root& root) { return is_left_to_others(root); });
    apply_loose_parameters();
    for (const Root& root : roots_) {
      const Template& lowered = at(root.id);
      if (lowered.is_parameter_file) {
        // `using none`: others extend it
        if (lowered.target == TemplateId::kNone && !lowered.partial) continue;
        add_request(lowered.target, evaluated(root.id), lowered.path);
      } else {
        add_request(root.id, {}, lowered.path);
      }
    }
    return std::move(plan_);
  }

 private:
  const Template& at(TemplateId id) const { return reading_.library.at(id); }

  void load(const InputFile& file) {
    LoadedFile loaded = frontend_for(file.path).load(file.path, reading_);
    if (loaded.plan) {
      plan_.terraform_plans.push_back(*std::move(loaded.plan));
    } else if (loaded.id) {
      if (file.origin == InputFile::Origin::Found && has_source(file.path, loaded.compiled_from))
        return;
      roots_.push_back({.id = *loaded.id, .origin = file.origin});
    } else if (!loaded.foreign.empty()) {
      if (file.origin == InputFile::Origin::Found) {
        ++plan_.ignored;
        return;
      }
      reading_.problems.push_back({.kind = ProblemKind::UnreadableFile,
                                   .message = std::string(loaded.foreign),
                                   .span = {},
                                   .path = file.path});
      plan_.unreadable.push_back(file.path);
    } else {
      plan_.unreadable.push_back(file.path);
    }
  }

  // The file that another one was compiled from lies beside it, and is linted itself.
  bool has_source(const std::string& path, std::string_view ending) const {
    if (ending.empty()) return false;
    const std::string source = path.substr(0, path.rfind('.')) + std::string(ending);
    return std::any_of(project_.files.begin(), project_.files.end(),
                       [&](const InputFile& file) { return file.path == source; });
  }

  void find_covered() {
    for (std::size_t i = 0; i < reading_.library.size(); ++i) {
      const Template& lowered = at(static_cast<TemplateId>(i));
      for (const ModuleDeclaration& module : lowered.modules) covered_.insert(module.target);
      if (lowered.is_parameter_file) covered_.insert(lowered.target);
      covered_.insert(lowered.extends);
    }
    for (const Root& root : roots_) {
      if (root.origin == InputFile::Origin::Parameters) given_.insert(at(root.id).target);
    }
  }

  bool is_left_to_others(const Root& root) const {
    const Template& lowered = at(root.id);
    // a parameter file that names a template is a deployment, whoever extends it
    if (lowered.is_parameter_file && lowered.target != TemplateId::kNone) return false;
    if (given_.contains(root.id)) return true;
    return root.origin == InputFile::Origin::Found && covered_.contains(root.id);
  }

  std::vector<Argument> evaluated(TemplateId parameter_file) {
    return evaluate_parameter_file(reading_.library, parameter_file, reading_.limits,
                                   reading_.problems);
  }

  // Parameter files that name no template are for the only one there is.
  void apply_loose_parameters() {
    std::vector<std::pair<std::string, std::vector<Argument>>> loose;
    for (const Root& root : roots_) {
      const bool is_loose = root.origin == InputFile::Origin::Parameters &&
                            at(root.id).target == TemplateId::kNone && !at(root.id).partial;
      if (is_loose) loose.emplace_back(at(root.id).path, evaluated(root.id));
    }
    for (const std::string& path : options_.arm_files) {
      if (const auto id = load_plain_parameters(path, reading_))
        loose.emplace_back(path, evaluated(*id));
    }
    if (loose.empty()) return;
    const auto is_template = [this](const Root& root) { return !at(root.id).is_parameter_file; };
    const auto count = std::count_if(roots_.begin(), roots_.end(), is_template);
    if (count != 1) {
      report(loose.front().first,
             fmt::format("parameter file names no template, so it needs exactly one among the "
                         "inputs; there are {}",
                         count));
      return;
    }
    const auto target = std::find_if(roots_.begin(), roots_.end(), is_template);
    const TemplateId id = target->id;
    roots_.erase(target);
    for (auto& [path, arguments] : loose) add_request(id, std::move(arguments), path);
  }

  void add_request(TemplateId target, std::vector<Argument> arguments, const std::string& file) {
    if (target == TemplateId::kNone) {
      plan_.unreadable.push_back(file);
      return;
    }
    for (const ParameterDeclaration& parameter : at(target).parameters) {
      plan_.parameter_names.insert(parameter.name);
    }
    for (const ParameterText& text : options_.texts) add_text(text, at(target), arguments);
    for (const Argument& argument : project_.configuration.parameters) {
      const ParameterDeclaration* parameter = find_parameter(at(target), argument.name);
      if (parameter != nullptr && !has(arguments, argument.name)) arguments.push_back(argument);
    }
    plan_.requests.push_back({.target = target,
                              .arguments = std::move(arguments),
                              .file = file,
                              .place = project_.configuration.deployment});
  }

  void add_text(const ParameterText& text, const Template& target,
                std::vector<Argument>& arguments) {
    const ParameterDeclaration* parameter = find_parameter(target, text.name);
    if (parameter == nullptr || has(arguments, text.name)) return;
    Result<Value> value = read_parameter_text(text, target, *parameter, reading_.limits);
    if (!value.ok()) {
      report(target.path, value.failure().message);
      return;
    }
    arguments.push_back({.name = parameter->name,
                         .value = std::move(value).value(),
                         .given = Given::File,
                         .name_span = {}});
  }

  static bool has(const std::vector<Argument>& arguments, std::string_view name) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& argument) {
      return equal_ignoring_case(argument.name, name);
    });
  }

  void report(const std::string& path, std::string message) {
    reading_.problems.push_back({.kind = ProblemKind::ConfigurationError,
                                 .message = std::move(message),
                                 .span = {},
                                 .path = path});
  }

  const Project& project_;
  const ParameterOptions& options_;
  const Reading& reading_;
  DeploymentPlan plan_;
  std::vector<Root> roots_;
  // what other files of the run use
  std::set<TemplateId> covered_;
  // what `--params` gives values to
  std::set<TemplateId> given_;
};

}  // namespace

DeploymentPlan plan_deployments(const Project& project, const ParameterOptions& options,
                                const Reading& reading) {
  return Planner(project, options, reading).plan();
}

}  // namespace exr
