#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace conformance {

/// The folder of the unpacked conformance corpus (it holds PARSE.tsv); empty if there is none.
/// Looked for in the folder that EXRLINT_CORPUS names, else in `../shared/corpus` beside the source
/// tree: unpacked, or as conformance.tar.xz, which is unpacked once into the build folder.
std::optional<std::filesystem::path> find_corpus();

/// The same for the corpus of Terraform plans (it holds CASES.tsv): the folder that EXRLINT_PLANS
/// names, else `../shared/corpus`, the archive terraform-plans.tar.xz.
std::optional<std::filesystem::path> find_plans();

/// The rows of a tab-separated file without its header line.
std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& path);

std::string read_bytes(const std::filesystem::path& path);

/// The published modules of the corpus stand for the public registry: a configuration for its
/// folder.
inline constexpr const char* kRegistryConfiguration = "modules:\n  br/public: templates/registry\n";

}  // namespace conformance
