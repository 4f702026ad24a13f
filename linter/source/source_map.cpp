#include "source/source_map.h"

#include <utility>

#include "support/check.h"

namespace exr {

FileId SourceMap::add(std::string path, std::string text, Disclosure disclosure) {
  if (const auto known = find(path)) return *known;
  const auto id = static_cast<FileId>(files_.size());
  by_path_.emplace(path, id);
  files_.emplace_back(std::move(path), std::move(text), disclosure);
  return id;
}

const SourceFile& SourceMap::file(FileId id) const {
  const auto index = static_cast<std::size_t>(id);
  EXR_CHECK(index < files_.size());
  return files_[index];
}

std::optional<FileId> SourceMap::find(std::string_view path) const {
  const auto found = by_path_.find(path);
  if (found == by_path_.end()) return std::nullopt;
  return found->second;
}

std::string_view SourceMap::slice(const Span& span) const {
  if (!span.valid()) return {};
  return file(span.file).slice(span);
}

}  // namespace exr
