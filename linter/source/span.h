#pragma once

#include <compare>
#include <cstdint>

namespace exr {

/// Names a file of a SourceMap.
enum class FileId : std::uint32_t { kNone = 0xffffffff };

/// A half-open range of bytes in a source file. Lines and columns exist only at the edges
/// (SourceFile::position_at).
struct Span {
  FileId file = FileId::kNone;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  /// Whether there is a place at all. A value that no file wrote has none.
  bool valid() const { return file != FileId::kNone; }
  bool contains(const Span& other) const {
    return file == other.file && begin <= other.begin && other.end <= end;
  }
  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Where a span stands for people: lines from 1, columns from 1 in UTF-16 units (SARIF's and the
/// editors' unit).
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend bool operator==(const Position&, const Position&) = default;
};

}  // namespace exr
