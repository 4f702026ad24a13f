#include "conformance/canonical_graph.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/run.h"
#include "graph/print.h"
#include "source/source_map.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace conformance {

namespace {

std::string reason_of(const exr::Unknown& unknown) {
  const std::string begin = unknown.text.substr(0, unknown.text.find_first_of("(.[${' "));
  return std::string(exr::reason_name(unknown.reason)) + ": " + (begin.empty() ? "text" : begin);
}

// The readers' limit on nesting bounds the depth.
void count_leaves(const exr::Value& value, LeafCounts& counts) {
  if (value.is_array()) {
    for (const exr::Value& member : value.as_array().members) count_leaves(member, counts);
  } else if (value.is_object()) {
    for (const exr::Object::Property& property : value.as_object().properties())
      count_leaves(property.value, counts);
  } else if (value.is_unknown()) {
    ++counts.unknown;
    ++counts.reasons[reason_of(value.as_unknown())];
  } else {
    ++counts.known;
  }
}

// As the canonical form shows them.
LeafCounts leaves_of(const exr::ResourceGraph& graph) {
  LeafCounts counts;
  for (const exr::Resource& resource : graph.resources()) {
    const bool is_module =
        exr::equal_ignoring_case(resource.type, "Microsoft.Resources/deployments");
    if (!resource.existing && !resource.is_inline && !is_module)
      count_leaves(resource.body, counts);
  }
  for (const exr::Output& output : graph.outputs()) {
    if (output.address.empty()) count_leaves(output.value, counts);
  }
  return counts;
}

std::string line_around(const std::string& text, std::size_t place) {
  constexpr std::size_t kBefore = 160;
  constexpr std::size_t kAfter = 160;
  const std::size_t line = place == 0 ? 0 : text.rfind('\n', place - 1) + 1;
  const std::size_t begin = place - std::min(place - line, kBefore);
  const std::size_t end = std::min(text.find('\n', place), place + kAfter);
  return text.substr(begin, end - begin);
}

}  // namespace

LeafCounts& LeafCounts::operator+=(const LeafCounts& other) {
  known += other.known;
  unknown += other.unknown;
  for (const auto& [reason, count] : other.reasons) reasons[reason] += count;
  return *this;
}

CanonicalGraph canonical_graph(const std::string& path, const std::string& root,
                               exr::FileSystem& files,
                               const std::vector<exr::ParameterText>& parameters) {
  exr::RunRequest request;
  request.parameters = parameters;
  request.paths = {path};
  request.root = root;
  request.working_folder = std::filesystem::current_path().generic_string();
  exr::SourceMap sources;
  exr::GraphOutcome outcome = read_graph(request, files, sources);
  CanonicalGraph result;
  result.text = canonical_graph_json(outcome.graph);
  result.leaves = leaves_of(outcome.graph);
  result.graph = std::move(outcome.graph);
  result.problems = std::move(outcome.problems);
  return result;
}

std::string first_difference(const std::string& left, const std::string& right) {
  if (left == right) return {};
  const auto [in_left, in_right] =
      std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return "  " + line_around(left, static_cast<std::size_t>(in_left - left.begin())) + "\n  " +
         line_around(right, static_cast<std::size_t>(in_right - right.begin()));
}

}  // namespace conformance
