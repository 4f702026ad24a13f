#pragma once

#include <string>

#include "frontends/bicep/loader.h"

namespace exr {

/// Reads Bicep files from memory, for tests.
struct BicepReader {
  MemoryFileSystem files;
  SourceMap sources;
  Limits limits;
  TemplateLibrary library;
  Problems problems;
  ModuleStores stores;

  /// Reads ARM JSON modules as empty templates if it is set: the other language is a stranger here.
  ArmModuleReader load_arm = nullptr;

  /// Loads a file; empty if it could not be read.
  std::optional<TemplateId> load(const std::string& path) {
    return load_bicep(path, {files, sources, limits, library, problems, stores}, load_arm);
  }
  /// Loads `text` as main.bicep, which must be readable.
  const Template& load_text(std::string text) {
    files.write("main.bicep", std::move(text));
    return library.at(load("main.bicep").value());
  }
  /// The kinds and places of all problems: `UnknownSymbol main.bicep:2:5`, one a line.
  std::string problem_places() const {
    std::string text;
    for (const Problem& problem : problems) {
      text += std::string(facts_of(problem.kind).name) + " ";
      if (problem.span.valid()) {
        const SourceFile& file = sources.file(problem.span.file);
        const Position position = file.position_at(problem.span.begin);
        text += file.path() + ":" + std::to_string(position.line) + ":" +
                std::to_string(position.column);
      } else {
        text += problem.path;
      }
      text += "\n";
    }
    return text;
  }
};

}  // namespace exr
