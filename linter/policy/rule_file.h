#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expression/tree.h"
#include "findings/problem.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "value/containers.h"
#include "value/value.h"

namespace exr {

/// An expression of a rule file, for the check of the names in it.
struct ExpressionField {
  NodeId root = NodeId::kNone;
  /// The text, with its place in the file.
  Value scalar;
  /// The names that it sees because of where it stands: those of `each`, a function's parameters.
  std::vector<std::string> names;
  /// The index of the check whose definitions it sees; kNoCheck: only the rule's.
  std::uint32_t check = 0;
};

inline constexpr std::uint32_t kNoCheck = 0xffffffff;

enum class Need : std::uint8_t { Required, Optional };

/// One YAML file of rules while it is decoded: reads fields, and reports what is wrong with them as
/// RuleSyntax Problems at their place. All that it is made of outlives it.
class RuleFile {
 public:
  RuleFile(FileId file, const SourceMap& sources, const Limits& limits, Problems& problems)
      : file_(file), sources_(sources), limits_(limits), problems_(problems) {}

  /// Whether nothing was wrong so far.
  bool is_sound() const { return problem_count_ == 0; }
  /// Whether so much was wrong that no more is reported, and nobody need look for it.
  bool is_full() const { return problem_count_ >= kMostProblems; }
  void report(Span span, std::string message);
  /// Reports what is right but costs more than it need; the rule is read all the same.
  void warn(ProblemKind kind, Span span, std::string message);
  /// Reports a word that is none of the known ones, with the nearest as a hint. `what` is its noun.
  void report_unknown(Span span, std::string_view what, std::string_view word,
                      std::span<const std::string_view> known);

  /// The value as an object; a Problem and null pointer if it is none.
  const Object* object(const Value& value, std::string_view what);
  const Array* array(const Value& value, std::string_view what);
  void check_keys(const Object& object, std::span<const std::string_view> known);
  /// The property of exactly this name; null pointer (and a Problem at `owner` if it is required)
  /// if there is none.
  const Value* find(const Object& object, std::string_view key, Span owner,
                    Need need = Need::Optional);
  /// Whether a key that check_keys() reported was probably meant to be this one.
  bool is_misspelt(std::string_view key) const;
  /// A scalar as it is written; empty if it is not there or no scalar.
  std::string text(const Object& object, std::string_view key, Span owner,
                   Need need = Need::Optional);
  std::string scalar_text(const Value& value, std::string_view what);
  bool flag(const Object& object, std::string_view key, bool otherwise);

  /// The root of an expression, kNone (and a Problem) if it cannot be read. Numbers and words that
  /// YAML takes for no text are read as written.
  NodeId expression(const Value& value, ExpressionTree& tree);
  /// The inside of a Bicep string, as messages are.
  NodeId interpolation(const Value& value, ExpressionTree& tree);
  /// The scalar as a String with the text as written; null if it is no scalar.
  Value as_written(const Value& value, std::string_view what);
  /// The place in the file of bytes of a scalar's text.
  Span place_in(const Value& scalar, std::uint32_t begin, std::uint32_t end) const;

  const Limits& limits() const { return limits_; }
  FileId file() const { return file_; }

 private:
  static constexpr std::size_t kMostProblems = 100;

  NodeId read(const Value& value, ExpressionTree& tree,
              NodeId (*reader)(std::string_view, ExpressionTree&, const Limits&, Problems&));

  FileId file_;
  const SourceMap& sources_;
  const Limits& limits_;
  Problems& problems_;
  std::size_t problem_count_ = 0;
  // the keys that misspelt ones were taken for
  std::vector<std::string> meant_keys_;
};

/// Whether a text can be a name of `let`, `each` or `settings`; a Problem if not.
bool check_name(RuleFile& file, std::string_view name, Span span);

}  // namespace exr
