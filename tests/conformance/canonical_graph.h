#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "app/parameter_texts.h"
#include "findings/problem.h"
#include "graph/resource_graph.h"
#include "source/file_system.h"

namespace conformance {

/// How many leaves (whatever is no array and no object) the bodies of what is deployed and the
/// outputs have.
struct LeafCounts {
  std::size_t known = 0;
  std::size_t unknown = 0;
  /// The unknown ones by why they are: the reason, and the function or name that the canonical text
  /// begins with.
  std::map<std::string, std::size_t> reasons;

  LeafCounts& operator+=(const LeafCounts& other);
};

/// What `exrlint graph --canonical` prints of one file, and what it says beside it.
struct CanonicalGraph {
  exr::ResourceGraph graph;
  std::string text;
  LeafCounts leaves;
  exr::Problems problems;
};

/// Reads a file and everything that it names. `root` is the project root: nothing outside of it is
/// read.
CanonicalGraph canonical_graph(const std::string& path, const std::string& root,
                               exr::FileSystem& files,
                               const std::vector<exr::ParameterText>& parameters = {});

/// The first line in which two texts differ, of both; empty if there is none. Long lines are cut
/// around the place.
std::string first_difference(const std::string& left, const std::string& right);

}  // namespace conformance
