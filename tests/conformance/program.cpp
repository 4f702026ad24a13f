#include "conformance/program.h"

#include <algorithm>
#include <utility>

#include "app/folders.h"
#include "app/overlay_files.h"
#include "conformance/corpus.h"
#include "frontends/bicep/loader.h"
#include "template/deployment.h"

namespace conformance {

namespace fs = std::filesystem;

namespace {

// The name of the declaration that is appended.
constexpr const char* kAsked = "askedByTheTest";

std::vector<std::string> problems_behind(std::size_t begin, const std::string& path,
                                         const exr::Problems& problems,
                                         const exr::SourceMap& sources) {
  std::vector<std::string> messages;
  for (const exr::Problem& problem : problems) {
    const bool is_here =
        problem.span.valid() && problem.span.begin >= begin &&
        fs::path(sources.file(problem.span.file).path()).filename() == fs::path(path).filename();
    if (is_here) messages.push_back(problem.message);
  }
  return messages;
}

}  // namespace

Program::Program(fs::path file) : file_(std::move(file)), text_(read_bytes(file_)) {}

exr::RunRequest Program::request() const {
  exr::RunRequest request;
  request.working_folder = fs::current_path().generic_string();
  request.root = file_.parent_path().generic_string();
  const fs::path parameters = file_.parent_path() / "parameters.bicepparam";
  request.paths = {(fs::exists(parameters) ? parameters : file_).generic_string()};
  return request;
}

exr::GraphOutcome Program::graph() const {
  exr::DiskFileSystem files;
  exr::SourceMap sources;
  return exr::read_graph(request(), files, sources);
}

std::optional<Answer> Program::evaluate(std::string_view expression) const {
  const std::string value = " = " + std::string(expression) + "\n";
  if (file_.extension() == ".bicepparam")
    return evaluate_parameter("\nparam " + std::string(kAsked) + value);
  return evaluate_output("\noutput " + std::string(kAsked) + " any" + value);
}

std::optional<Answer> Program::evaluate_output(const std::string& appended) const {
  exr::DiskFileSystem disk;
  const std::string path =
      exr::shown_path(file_.generic_string(), fs::current_path().generic_string());
  exr::OverlayFileSystem files(disk, path, text_ + appended);
  exr::SourceMap sources;
  const exr::GraphOutcome outcome = exr::read_graph(request(), files, sources);
  const auto& outputs = outcome.graph.outputs();
  const auto found = std::find_if(outputs.begin(), outputs.end(), [](const exr::Output& output) {
    return output.address.empty() && output.name == kAsked;
  });
  if (found == outputs.end()) return std::nullopt;
  return Answer{found->value, problems_behind(text_.size(), path, outcome.problems, sources)};
}

std::optional<Answer> Program::evaluate_parameter(const std::string& appended) const {
  exr::DiskFileSystem disk;
  const std::string path = file_.generic_string();
  const exr::OverlayFileSystem files(disk, path, text_ + appended);
  exr::SourceMap sources;
  const exr::Limits limits;
  exr::TemplateLibrary library;
  exr::Problems problems;
  const auto id = exr::load_bicep(path, {files, sources, limits, library, problems});
  if (!id) return std::nullopt;
  // the template of the parameter file declares no such parameter
  std::erase_if(problems, [](const exr::Problem& problem) {
    return problem.message.find(kAsked) != std::string::npos;
  });
  for (const exr::Argument& argument :
       exr::evaluate_parameter_file(library, *id, limits, problems)) {
    if (argument.name == kAsked)
      return Answer{argument.value, problems_behind(text_.size(), path, problems, sources)};
  }
  return std::nullopt;
}

}  // namespace conformance
