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

// A body of files that lies beside the source tree, unpacked or not.
struct Corpus {
  const char* variable;
  const char* archive;
  // a file that its folder holds
  const char* mark;
  // the name of the folder that it is unpacked to
  const char* folder;
};
constexpr Corpus kPrograms = {"EXRLINT_CORPUS", "conformance.tar.xz", "PARSE.tsv",
                              "conformance-corpus"};
constexpr Corpus kPlans = {"EXRLINT_PLANS", "terraform-plans.tar.xz", "CASES.tsv", "plans-corpus"};

bool is_corpus(const fs::path& folder, const Corpus& corpus) {
  return fs::is_regular_file(folder / corpus.mark);
}

// Tests may run side by side: each unpacks into a folder of its own, and the first one to finish
// gives it its name.
std::optional<fs::path> unpack(const fs::path& archive, const Corpus& corpus) {
  const fs::path target = fs::path(EXRLINT_BINARY).parent_path() / corpus.folder;
  if (is_corpus(target, corpus)) return target;
  const fs::path own = target.string() + "." + std::to_string(getpid());
  std::error_code error;
  fs::create_directories(own, error);
  const std::string command = "tar -xJf '" + archive.string() + "' -C '" + own.string() + "' >&2";
  if (error || std::system(command.c_str()) != 0) return std::nullopt;
  fs::path content = own;
  if (!is_corpus(content, corpus)) {
    for (const auto& entry : fs::directory_iterator(own)) {
      if (is_corpus(entry.path(), corpus)) content = entry.path();
    }
  }
  fs::rename(content, target, error);
  fs::remove_all(own, error);
  return is_corpus(target, corpus) ? std::optional(target) : std::nullopt;
}

std::optional<fs::path> find_in(const fs::path& folder, const Corpus& corpus) {
  if (is_corpus(folder, corpus)) return folder;
  if (fs::is_regular_file(folder / corpus.archive)) return unpack(folder / corpus.archive, corpus);
  return std::nullopt;
}

std::optional<fs::path> find_any(const Corpus& corpus) {
  if (const char* named = std::getenv(corpus.variable)) return find_in(named, corpus);
  return find_in(fs::path(EXRLINT_SOURCE_DIR) / "../shared/corpus", corpus);
}

}  // namespace

std::optional<fs::path> find_corpus() { return find_any(kPrograms); }
std::optional<fs::path> find_plans() { return find_any(kPlans); }

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
