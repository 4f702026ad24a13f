#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "hcl/terraform_sources.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"

namespace exr {

/// A configuration in memory, whose root is the folder `root`.
struct SourceText {
  using File = std::pair<std::string, std::string>;

  explicit SourceText(std::initializer_list<File> texts) : files(written(texts)) {}

  static MemoryFileSystem written(std::initializer_list<File> texts) {
    MemoryFileSystem files;
    for (const auto& [path, text] : texts) files.write(path, text);
    return files;
  }

  /// The text under a span, or under the span of a place; `none` where there is none.
  std::string shown(const std::optional<Span>& span) const {
    return span ? std::string(sources.slice(*span)) : "none";
  }
  std::string shown(const std::optional<SourcePlace>& place) const {
    return place ? shown(place->span) : "none";
  }

  MemoryFileSystem files;
  SourceMap sources;
  Limits limits;
  Problems problems;
  TerraformSources configuration{"root", files, sources, limits, problems};
};

}  // namespace exr
