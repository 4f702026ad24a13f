#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace exr {

/// Whether people may see the text of a file: a Terraform plan holds keys in the clear, beside
/// whatever is found in it.
enum class Disclosure : std::uint8_t { Shown, Withheld };

/// One file's bytes and its lines. Immutable once made.
class SourceFile {
 public:
  /// `path` is shown to people: relative to the working folder, with forward slashes. `text` is
  /// UTF-8; a byte order mark stays in it, so that offsets are those of the file.
  SourceFile(std::string path, std::string text, Disclosure disclosure = Disclosure::Shown);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  /// Withheld: its places are told, but nothing of its text.
  Disclosure disclosure() const { return disclosure_; }
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

  /// Line and column of a byte offset; an offset past the end is that of the end.
  Position position_at(std::uint32_t offset) const;
  /// The text of a line, counted from 1, without its line break. Empty for a line that does not
  /// exist.
  std::string_view line(std::uint32_t number) const;
  /// The offset of the first byte of a line, counted from 1.
  std::uint32_t line_start(std::uint32_t number) const;
  /// The text of a span of this file.
  std::string_view slice(const Span& span) const;

 private:
  std::uint32_t units_before(std::uint32_t offset) const;

  std::string path_;
  std::string text_;
  Disclosure disclosure_;
  std::vector<std::uint32_t> line_starts_;
  // UTF-16 units before every KiB of the text, up to the furthest that was asked for: a plan of
  // many megabytes is one line
  mutable std::vector<std::uint32_t> units_;
};

}  // namespace exr
