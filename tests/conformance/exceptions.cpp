#include "conformance/exceptions.h"

#include <filesystem>
#include <vector>

#include "conformance/corpus.h"

namespace conformance {

Exceptions::Exceptions(const std::string& file) {
  const std::filesystem::path path =
      std::filesystem::path(EXRLINT_SOURCE_DIR) / "tests/conformance" / file;
  for (const std::vector<std::string>& cells : read_rows(path)) {
    if (cells.size() == 2) reasons_[cells[0]] = cells[1];
  }
}

const std::string* Exceptions::find(const std::string& name) {
  const auto found = reasons_.find(name);
  if (found == reasons_.end()) return nullptr;
  met_.insert(name);
  return &found->second;
}

std::string Exceptions::unmet() const {
  std::string lines;
  for (const auto& [name, reason] : reasons_) {
    if (!met_.contains(name)) lines += name + "\n";
  }
  return lines;
}

}  // namespace conformance
