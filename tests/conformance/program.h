#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/run.h"
#include "value/value.h"

namespace conformance {

/// What a program answered.
struct Answer {
  exr::Value value;
  /// What was reported about the expression itself, not about the program around it.
  std::vector<std::string> problems;
};

/// A program of the corpus: a `.bicep` file, which takes its arguments from a
/// `parameters.bicepparam` beside it if there is one, or a `.bicepparam` file. It can be asked for
/// the value of further expressions; each is appended to its text in memory.
class Program {
 public:
  explicit Program(std::filesystem::path file);

  /// The value of an expression where all names of the program can be used; empty if the program
  /// could not be read.
  std::optional<Answer> evaluate(std::string_view expression) const;
  /// All that the program deploys. Empty for a parameter file.
  exr::GraphOutcome graph() const;
  const std::string& text() const { return text_; }

 private:
  std::optional<Answer> evaluate_output(const std::string& appended) const;
  std::optional<Answer> evaluate_parameter(const std::string& appended) const;
  exr::RunRequest request() const;

  std::filesystem::path file_;
  std::string text_;
};

}  // namespace conformance
