#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace conformance {

/// An expression with the value that Azure gives it.
struct Vector {
  /// What to evaluate; with `@` in front a path into the result of the program.
  std::string expression;
  /// JSON.
  std::string expected;
  /// The program around it, as a path of the repository that it comes from; empty if it stands
  /// alone.
  std::string program;
  /// Who says so: `engine`, `engine(type-inference)`, `docs`, `secondary`, `derived`.
  std::string authority;
};

/// The file of vectors: `function-vectors.tsv` in the folder that EXRLINT_CORPUS names, else beside
/// the source tree. Empty if there is none.
std::optional<std::filesystem::path> find_vectors();
std::vector<Vector> read_vectors(const std::filesystem::path& path);

}  // namespace conformance
