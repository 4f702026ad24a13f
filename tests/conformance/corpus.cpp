#include "conformance/corpus.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

namespace conformance {

namespace fs = std::filesystem;

namespace {

constexpr const char* kArchive = "conformance.tar.xz";

bool is_corpus(const fs::path& folder) { return fs::is_regular_file(folder / "PARSE.tsv"); }

// Tests may run side by side: each unpacks into a folder of its own, and the first one to finish
// gives it its name.
std::optional<fs::path> unpack(const fs::path& archive) {
  const fs::path target = fs::path(EXRLINT_BINARY).parent_path() / "conformance-corpus";
  if (is_corpus(target)) return target;
  const fs::path own = target.string() + "." + std::to_string(getpid());
  std::error_code error;
  fs::create_directories(own, error);
  const std::string command = "tar -xJf '" + archive.string() + "' -C '" + own.string() + "' >&2";
  if (error || std::system(command.c_str()) != 0) return std::nullopt;
  fs::path content = own;
  if (!is_corpus(content)) {
    for (const auto& entry : fs::directory_iterator(own)) {
      if (is_corpus(entry.path())) content = entry.path();
    }
  }
  fs::rename(content, target, error);
  fs::remove_all(own, error);
  return is_corpus(target) ? std::optional(target) : std::nullopt;
}

std::optional<fs::path> find_in(const fs::path& folder) {
  if (is_corpus(folder)) return folder;
  if (fs::is_regular_file(folder / kArchive)) return unpack(folder / kArchive);
  return std::nullopt;
}

}  // namespace

std::optional<fs::path> find_corpus() {
  if (const char* named = std::getenv("EXRLINT_CORPUS")) return find_in(named);
  return find_in(fs::path(EXRLINT_SOURCE_DIR) / "../shared/corpus");
}

std::string read_bytes(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::vector<std::string>> read_rows(const fs::path& path) {
  std::istringstream stream(read_bytes(path));
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    std::vector<std::string> fields;
    std::size_t begin = 0;
    for (std::size_t tab = line.find('\t'); tab != std::string::npos;
         tab = line.find('\t', begin)) {
      fields.push_back(line.substr(begin, tab - begin));
      begin = tab + 1;
    }
    fields.push_back(line.substr(begin));
    rows.push_back(std::move(fields));
  }
  return rows;
}

}  // namespace conformance
