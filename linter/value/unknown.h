#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/value.h"

namespace exr {

/// Why a value is not known. A closed list.
enum class UnknownReason : std::uint8_t {
  ParameterWithoutValue,
  RuntimeFunction,
  UnreadableModule,
  KnownAfterApply,
  UnsupportedSyntax,
  /// A property of a resource that is declared elsewhere.
  External,
  /// An operator or function was given null ("not written").
  NotWritten,
  /// It depends on which of several cases holds.
  Undecided,
  /// It was wrong and a Problem says so.
  Invalid,
};

std::string_view reason_name(UnknownReason reason);

/// A piece of a partly known string: literal text, or the canonical text of an unknown part.
struct TextPiece {
  std::string text;
  bool known = true;
  friend bool operator==(const TextPiece&, const TextPiece&) = default;
};

/// One possible case of an unknown source: "option 2 of `param:tier`". Two candidates fit together
/// if they agree on every source that both name.
struct Choice {
  std::string source;
  std::uint32_t option = 0;
  friend bool operator==(const Choice&, const Choice&) = default;
};

/// A value that an Unknown may have, and under which choices.
struct Candidate {
  std::vector<Choice> choices;
  Value value;
};

/// Limits of an unknown number, both inclusive.
struct Bounds {
  std::optional<double> low;
  std::optional<double> high;
};

/// What is known of a value that is not known.
struct Unknown {
  UnknownReason reason = UnknownReason::RuntimeFunction;
  /// Canonical: the same unknown reached in two ways has the same text. `param:prefix`,
  /// `reference(...)`; of a partly known string its literal text with `${...}` around each unknown
  /// part.
  std::string text;
  /// Of a partly known string: its pieces in order. Empty otherwise.
  std::vector<TextPiece> pieces;
  /// The closed set of values that it may have. Empty if any value is possible.
  std::vector<Candidate> candidates;
  Bounds bounds;
};

/// The number of combinations up to which candidates are followed.
inline constexpr std::size_t kMostCandidates = 16;
/// The length up to which canonical texts are kept; longer ones end in a hash of the rest.
inline constexpr std::size_t kLongestCanonicalText = 2048;

/// An Unknown without pieces, candidates or bounds. A text over kLongestCanonicalText is shortened.
Unknown make_unknown(UnknownReason reason, std::string text);
/// A string from pieces: a known String if all are known, else a partly known one. Adjacent pieces
/// are joined.
Value text_from_pieces(std::vector<TextPiece> pieces, UnknownReason reason, Span origin = {});
/// The pieces of a value as part of a text: one known piece for a String, the pieces of a partly
/// known string, one unknown piece for another Unknown.
std::vector<TextPiece> pieces_of(const Value& value);
/// What is known of the beginning and the end of a value's text: all of a String, the outer literal
/// pieces of a partly known one.
std::string_view known_prefix(const Value& value);
std::string_view known_suffix(const Value& value);
/// Shortens a canonical text to its limit, keeping different texts different.
std::string bounded_text(std::string text);

/// Whether two candidates' choices can hold together.
bool agree(const std::vector<Choice>& a, const std::vector<Choice>& b);
/// Both sets of choices, each source once.
std::vector<Choice> merged(const std::vector<Choice>& a, const std::vector<Choice>& b);

}  // namespace exr
