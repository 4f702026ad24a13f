#pragma once

#include <string>
#include <vector>

#include "findings/problem.h"
#include "graph/resource_graph.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "template/deployment.h"

namespace conformance {

/// Reads parameter files of the corpus, and expands the templates that they are for.
struct ParameterFile {
  exr::DiskFileSystem files;
  exr::SourceMap sources;
  exr::Limits limits;
  exr::TemplateLibrary library;
  exr::Problems problems;

  /// The arguments of a `.bicepparam`, or of ARM JSON; fails the test if it cannot be read.
  std::vector<exr::Argument> arguments(const std::string& path);
  /// The graph of the template that a `.bicepparam` names.
  exr::ResourceGraph graph(const std::string& path, const exr::DeploymentPlace& place);
  /// The problems, one a line.
  std::string problem_lines() const;

 private:
  exr::TemplateId load(const std::string& path);
};

}  // namespace conformance
