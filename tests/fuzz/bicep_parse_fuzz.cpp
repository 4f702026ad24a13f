#include <cstddef>
#include <cstdint>
#include <string_view>

#include "frontends/bicep/lowered_file.h"
#include "support/check.h"
#include "syntax/bicep_node.h"

namespace {

// Whatever the text, nodes lie in their parents one behind the other.
void check_nodes(exr::SyntaxNode node, std::size_t size) {
  EXR_CHECK(node.begin() <= node.end() && node.end() <= size);
  std::uint32_t before = node.begin();
  for (const exr::SyntaxNode child : node.children()) {
    EXR_CHECK(before <= child.begin() && child.end() <= node.end());
    before = child.end();
  }
}

void check_lowering(std::string_view text, exr::BicepFileKind kind, bool has_error) {
  exr::Problems problems;
  exr::lower_bicep({.path = "main.bicep", .file = exr::FileId{0}, .text = text, .kind = kind},
                   exr::Limits{}, problems);
  EXR_CHECK(!has_error || !problems.empty());
  for (const exr::Problem& problem : problems) {
    EXR_CHECK(problem.span.begin <= problem.span.end && problem.span.end <= text.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const exr::SyntaxTree tree = exr::SyntaxTree::parse(text);
  for (std::uint32_t i = 0; i < tree.entries().size(); ++i) check_nodes({tree, i}, size);
  check_lowering(text, exr::BicepFileKind::Template, tree.has_error());
  check_lowering(text, exr::BicepFileKind::ParameterFile, tree.has_error());
  return 0;
}
