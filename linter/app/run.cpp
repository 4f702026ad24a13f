#include "app/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <set>
#include <utility>

#include "app/deployments.h"
#include "app/discovery.h"
#include "app/figures.h"
#include "app/folders.h"
#include "app/frontends.h"
#include "app/ignores.h"
#include "app/plan_sources.h"
#include "app/plan_templates.h"
#include "app/rule_loading.h"
#include "frontends/terraform/plan_graph.h"
#include "graph/linker.h"
#include "mapping/mapping_library.h"
#include "policy/checker.h"
#include "policy/suppressions.h"
#include "support/text.h"
#include "template/deployment.h"

namespace exr {

namespace {

// What the steps of one run share.
struct Run {
  const RunRequest& request;
  FileSystem& files;
  SourceMap& sources;
  Problems& problems;
  Suppressions suppressions;
  // the parameters of all templates
  std::set<std::string> parameter_names;
  std::size_t deployments = 0;
};

// A project after reading: what it is judged by, and the linked graph.
struct LinkedProject {
  RuleSet rules;
  TemplateLibrary library;
  ResourceGraph graph;
  // none moves: what is read later points into them
  std::deque<PlanSources> plans;
  std::size_t files = 0;
  std::size_t ignored = 0;
};

Inputs discover_inputs(Run& run) {
  DiscoveryRequest wanted;
  wanted.paths = run.request.paths;
  std::copy_if(run.request.parameter_files.begin(), run.request.parameter_files.end(),
               std::back_inserter(wanted.parameter_files), is_parameter_file_of_frontend);
  wanted.configuration_file = run.request.configuration_file;
  wanted.working_folder = run.request.working_folder;
  wanted.source_root = run.request.source_root;
  wanted.root = run.request.root;
  return discover(wanted, run.files, run.sources, run.problems);
}

ParameterOptions parameter_options(Run& run) {
  ParameterOptions options;
  options.texts = run.request.parameters;
  for (const std::string& path : run.request.parameter_files) {
    if (is_parameter_file_of_frontend(path)) continue;
    run.files.allow(path);
    options.arm_files.push_back(shown_path(path, run.request.working_folder));
  }
  return options;
}

// One file may hold several templates.
std::size_t count_files(const TemplateLibrary& library) {
  std::set<FileId> files;
  for (std::size_t i = 0; i < library.size(); ++i)
    files.insert(library.at(static_cast<TemplateId>(i)).file);
  return files.size();
}

// The templates that a plan deploys are deployments of their own.
void add_templates(const std::vector<PlannedTemplate>& templates, const Reading& reading,
                   PlanSources& plan, LinkedProject& linked) {
  for (const PlannedTemplate& planned : templates) {
    const auto read = read_planned_template(planned, reading);
    if (!read) {
      linked.graph.deployment(linked.graph.add_deployment(planned.address)).partial = true;
      continue;
    }
    plan.add_template(read->file, planned.place, planned.address);
    const std::size_t first = reading.problems.size();
    expand(linked.library, read->request, reading.limits, linked.graph, reading.problems);
    move_problems(reading.problems, first, read->file, planned.place, reading.sources);
  }
}

void add_plans(std::vector<Plan> plans, const Reading& reading, Run& run, LinkedProject& linked) {
  if (plans.empty()) return;
  MappingLibrary mappings(embedded_mappings());
  for (Plan& plan : plans) {
    PlanSources& added = linked.plans.emplace_back(
        std::move(plan), run.request.source_root,
        PlanSources::Reading{reading.files, reading.sources, reading.limits, reading.problems});
    const PlanOutcome outcome =
        add_plan({added.plan(), mappings, reading.sources, reading.limits, added.sources()},
                 linked.graph, reading.problems);
    add_templates(outcome.templates, reading, added, linked);
  }
}

// What findings say of a plan is written in its sources.
void point_at_sources(std::deque<PlanSources>& plans, std::vector<Finding>& findings) {
  for (PlanSources& plan : plans) {
    for (Finding& finding : findings) plan.point(finding);
  }
}

std::vector<Span> blocks_of(const std::deque<PlanSources>& plans) {
  std::vector<Span> blocks;
  for (const PlanSources& plan : plans)
    blocks.insert(blocks.end(), plan.blocks().begin(), plan.blocks().end());
  return blocks;
}

LinkedProject link_project(const Project& project, Run& run) {
  const Limits& limits = project.configuration.limits;
  LinkedProject linked;
  linked.rules = all_rules(project.configuration, run.request.rule_folders, run.files, run.sources,
                           run.problems);
  const Reading reading{run.files,    run.sources,
                        limits,       linked.library,
                        run.problems, {project.configuration.modules, run.request.module_cache}};
  DeploymentPlan plan = plan_deployments(project, parameter_options(run), reading);
  for (const DeploymentRequest& request : plan.requests) {
    expand(linked.library, request, limits, linked.graph, run.problems);
  }
  // before there are the texts of templates in plans, which are no files
  linked.files = count_files(linked.library) + plan.terraform_plans.size();
  add_plans(std::move(plan.terraform_plans), reading, run, linked);
  // what could not be read may hold any resource
  for (const std::string& path : plan.unreadable) {
    linked.graph.deployment(linked.graph.add_deployment(path)).partial = true;
  }
  link(linked.graph, linked.rules.inline_children());
  linked.ignored = plan.ignored;
  run.deployments += plan.requests.size() + linked.plans.size();
  run.parameter_names.insert(plan.parameter_names.begin(), plan.parameter_names.end());
  return linked;
}

void lint_project(const Project& project, Run& run, Report& report) {
  if (!project.configuration.readable) return;
  LinkedProject linked = link_project(project, run);
  const Selection selection =
      select_rules(project.configuration, run.request.rules, linked.rules, run.problems);
  std::vector<Finding> findings =
      check({linked.graph, linked.rules, selection, run.sources, project.configuration.limits},
            run.problems);
  point_at_sources(linked.plans, findings);
  run.suppressions.apply(
      find_ignores({run.sources, linked.library, linked.graph, blocks_of(linked.plans)}),
      linked.rules, selection, findings);
  std::move(findings.begin(), findings.end(), std::back_inserter(report.findings));
  add_rules(linked.rules, selection, report);
  add_figures(linked.graph, report.summary);
  report.summary.files += static_cast<std::uint32_t>(linked.files);
  report.summary.ignored += static_cast<std::uint32_t>(linked.ignored);
}

bool has_error(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity() == Severity::Error; });
}

// A pass without anything to judge is the worst answer a linter can give. With an error it is none.
void report_no_resources(Run& run, const Summary& summary) {
  if (run.deployments == 0 || summary.resources > 0 || has_error(run.problems)) return;
  std::vector<std::string> inputs = run.request.paths;
  if (inputs.empty()) inputs = run.request.parameter_files;
  if (inputs.empty()) inputs.emplace_back(".");
  for (const std::string& input : inputs) {
    run.problems.push_back({.kind = ProblemKind::NoResources,
                            .message = "no Azure resource is declared here, so nothing was checked",
                            .span = {},
                            .path = shown_path(input, run.request.working_folder)});
  }
}

void report_unused_parameters(Run& run) {
  if (run.deployments == 0) return;
  const std::vector<std::string_view> names(run.parameter_names.begin(), run.parameter_names.end());
  for (const ParameterText& given : run.request.parameters) {
    const bool is_used = std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return equal_ignoring_case(name, given.name);
    });
    if (is_used) continue;
    std::string message = fmt::format("`--param {}`: no template has this parameter", given.name);
    const std::string_view near = closest(given.name, names);
    if (!near.empty()) message += fmt::format(", did you mean `{}`?", near);
    run.problems.push_back({.kind = ProblemKind::ConfigurationError,
                            .message = std::move(message),
                            .span = {},
                            .path = {}});
  }
}

// The working folder as seen from the project root; empty where it does not lie in it.
std::string working_folder_in(const std::string& root, const std::string& working_folder) {
  const std::string absolute = absolute_path(root, working_folder);
  return lies_in(working_folder, absolute) ? path_below(working_folder, absolute) : std::string();
}

}  // namespace

Report lint(const RunRequest& request, FileSystem& files, SourceMap& sources) {
  const auto began = std::chrono::steady_clock::now();
  Report report;
  report.sources = &sources;
  Run run{request, files, sources, report.problems, Suppressions(request.today), {}, 0};
  const Inputs inputs = discover_inputs(run);
  for (const Project& project : inputs.projects) lint_project(project, run, report);
  run.suppressions.tell(report.problems);
  report_no_resources(run, report.summary);
  report_unused_parameters(run);
  report.working_folder = working_folder_in(inputs.root, request.working_folder);
  finish(report);
  const auto took = std::chrono::steady_clock::now() - began;
  report.summary.milliseconds = static_cast<std::uint32_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(took).count());
  return report;
}

GraphOutcome read_graph(const RunRequest& request, FileSystem& files, SourceMap& sources) {
  GraphOutcome outcome;
  Run run{request, files, sources, outcome.problems, Suppressions(request.today), {}, 0};
  const Inputs inputs = discover_inputs(run);
  if (inputs.projects.size() > 1) {
    outcome.problems.push_back(
        {.kind = ProblemKind::ConfigurationError,
         .message = fmt::format("the inputs have {} configurations, name one with `--config`",
                                inputs.projects.size()),
         .span = {},
         .path = inputs.projects.back().configuration.path});
  } else if (!inputs.projects.empty() && inputs.projects.front().configuration.readable) {
    outcome.graph = link_project(inputs.projects.front(), run).graph;
  }
  report_unused_parameters(run);
  return outcome;
}

int exit_code(const Report& report, FailOn fail_on) {
  if (has_error(report.problems)) return 2;
  if (fail_on == FailOn::Never) return 0;
  const auto least = static_cast<Severity>(fail_on);
  const bool fails = std::any_of(
      report.findings.begin(), report.findings.end(),
      [&](const Finding& finding) { return counts(finding) && finding.severity >= least; });
  return fails ? 1 : 0;
}

}  // namespace exr
