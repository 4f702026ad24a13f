#include "conformance/vectors.h"

#include <cstdlib>

#include "conformance/corpus.h"
#include "support/text.h"

namespace conformance {

namespace fs = std::filesystem;

std::optional<fs::path> find_vectors() {
  std::vector<fs::path> places;
  if (const char* corpus = std::getenv("EXRLINT_CORPUS"))
    places.push_back(fs::path(corpus) / "function-vectors.tsv");
  places.push_back(fs::path(EXRLINT_SOURCE_DIR) / "../shared/reference/function-vectors.tsv");
  for (const fs::path& place : places) {
    if (fs::exists(place)) return place;
  }
  return std::nullopt;
}

std::vector<Vector> read_vectors(const fs::path& path) {
  std::vector<Vector> vectors;
  for (const std::vector<std::string>& cells : read_rows(path)) {
    if (cells.size() < 6) continue;
    // U+2028 stands for a line break inside an expression
    vectors.push_back({.expression = exr::replace_all(cells[0], "\xE2\x80\xA8", "\n"),
                       .expected = cells[1],
                       .program = cells[3],
                       .authority = cells[5]});
  }
  return vectors;
}

}  // namespace conformance
