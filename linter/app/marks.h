#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exr {

/// What a mark in a fixture says is to be found.
enum class MarkKind : std::uint8_t { Failed, Open, Suppressed, Problem };

/// One expectation: `// expect: EXR301`, `// expect-open: EXR301`, `// expect-suppressed: EXR301`
/// or
/// `// expect-problem: SyntaxError`, after `//` or `#`. In a quoted text of JSON it ends with that.
struct Mark {
  MarkKind kind = MarkKind::Failed;
  /// A rule ID or the name of a problem kind.
  std::string name;
  /// The line it is about, from 1: its own, or, if nothing else stands on that, the next one.
  std::uint32_t line = 1;
  /// It stands alone on the first line, and so is also about the file as a whole.
  bool heads_file = false;
};

/// The marks of a text, in order. One comment may name several rules, with commas between them.
std::vector<Mark> read_marks(std::string_view text);

/// The word of the kind, as in `expect-open`.
std::string_view mark_word(MarkKind kind);

}  // namespace exr
