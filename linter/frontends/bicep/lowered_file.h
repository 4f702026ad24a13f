#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "findings/problem.h"
#include "source/span.h"
#include "support/limits.h"
#include "template/template.h"

namespace exr {

/// Another file that a Bicep file names.
struct FileReference {
  enum class Use : std::uint8_t { Module, Import, Using, Extends };
  Use use = Use::Module;
  /// As written.
  std::string path;
  Span span;
  /// Module, Import: the declarations that wait for it, from `first` on (indexes into
  /// Template::modules or Template::imports).
  std::uint32_t first = 0;
  std::uint32_t count = 1;
};

/// One file in lowered form, before the files that it names were read.
struct LoweredFile {
  Template lowered;
  std::vector<FileReference> references;
  /// Whether a statement was left out because of its syntax.
  bool has_syntax_errors = false;
};

/// What a file is, by the end of its name.
enum class BicepFileKind : std::uint8_t { Template, ParameterFile };

/// The text of one file, and where Problems with it go.
struct BicepSource {
  std::string path;
  FileId file = FileId::kNone;
  std::string_view text;
  BicepFileKind kind = BicepFileKind::Template;
};

/// Parses and lowers the text of a Bicep file. Never fails: what is wrong becomes a Problem and is
/// left out.
LoweredFile lower_bicep(const BicepSource& source, const Limits& limits, Problems& problems);

}  // namespace exr
