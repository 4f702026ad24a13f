#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "source/source_file.h"
#include "source/span.h"
#include "support/text.h"

namespace exr {

/// Every file of a run, each read once. Owns the texts for the whole run: spans and views into them
/// stay valid.
class SourceMap {
 public:
  /// Adds a file, or gives the one that was added under the same path.
  FileId add(std::string path, std::string text, Disclosure disclosure = Disclosure::Shown);
  const SourceFile& file(FileId id) const;
  std::optional<FileId> find(std::string_view path) const;
  std::size_t size() const { return files_.size(); }
  /// The text under a span; empty where it has no place.
  std::string_view slice(const Span& span) const;

 private:
  std::deque<SourceFile> files_;
  std::unordered_map<std::string, FileId, HashText, std::equal_to<>> by_path_;
};

}  // namespace exr
