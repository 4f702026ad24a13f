#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace conformance {

/// The folder of the unpacked conformance corpus (it holds PARSE.tsv); empty if there is none.
/// Looked for in the folder that EXRLINT_CORPUS names, else in `../shared/corpus` beside the source
/// tree: unpacked, or as conformance.tar.xz, which is unpacked once into the build folder.
std::optional<std::filesystem::path> find_corpus();

/// What does not conform, by path, with the reason: a tab-separated file beside the suite's
/// sources. Empty if the file has only a header line.
std::map<std::string, std::string> read_exceptions(const std::string& file);

/// The rows of a tab-separated file without its header line.
std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& path);

std::string read_bytes(const std::filesystem::path& path);

}  // namespace conformance
