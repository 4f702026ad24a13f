#include "conformance/parameter_file.h"

#include <gtest/gtest.h>

#include "app/frontends.h"
#include "findings/problem_line.h"

namespace conformance {

using exr::TemplateId;

TemplateId ParameterFile::load(const std::string& path) {
  const exr::Reading reading{files, sources, limits, library, problems};
  const auto id = exr::is_parameter_file_of_frontend(path)
                      ? exr::find_frontend(path)->load(path, reading).id
                      : exr::load_plain_parameters(path, reading);
  if (id) return *id;
  ADD_FAILURE() << path << " cannot be read\n" << problem_lines();
  return TemplateId::kNone;
}

std::vector<exr::Argument> ParameterFile::arguments(const std::string& path) {
  const TemplateId id = load(path);
  if (id == TemplateId::kNone) return {};
  return exr::evaluate_parameter_file(library, id, limits, problems);
}

exr::ResourceGraph ParameterFile::graph(const std::string& path,
                                        const exr::DeploymentPlace& place) {
  exr::ResourceGraph graph;
  const TemplateId id = load(path);
  if (id == TemplateId::kNone) return graph;
  exr::expand(library,
              {.target = library.at(id).target,
               .arguments = exr::evaluate_parameter_file(library, id, limits, problems),
               .file = path,
               .place = place},
              limits, graph, problems);
  return graph;
}

std::string ParameterFile::problem_lines() const {
  std::string text;
  for (const exr::Problem& problem : problems) text += exr::problem_line(problem, sources) + "\n";
  return text;
}

}  // namespace conformance
