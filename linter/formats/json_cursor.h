#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "findings/problem.h"
#include "formats/json_index.h"
#include "formats/json_levels.h"
#include "source/span.h"
#include "support/limits.h"

namespace exr {

enum class JsonKind : std::uint8_t {
  Null,
  Boolean,
  Number,
  String,
  Array,
  Object,
  /// No value stands there: the text ends, or is no JSON.
  Nothing,
};

/// A number as it is written: always with a value, and whole if it has neither a fraction nor an
/// exponent and fits.
struct JsonNumber {
  std::optional<std::int64_t> whole;
  double value = 0;
};

/// A forward reader of strict JSON (RFC 8259), for files too large to be read into Values. It
/// stands before a value; the caller reads it, skips it, or enters it and then visits each member:
///
///     if (cursor.kind() != JsonKind::Object) ...
///     cursor.enter();
///     while (cursor.next_member()) {
///       if (cursor.name() == "address") address = cursor.string();
///       else cursor.skip();
///     }
///
/// Each member must be read, skipped, or entered and visited to its end. What is skipped is
/// validated all the same. After a failure nothing is read any more: every loop ends, kind() is
/// Nothing and strings are empty, so that only the end needs a test. A repeated name is a member of
/// its own each time. Lone surrogates of `\u` escapes are read as U+FFFD.
class JsonCursor {
 public:
  /// `text` outlives the cursor and has at most 4 GiB. The spans are of `file` and count from the
  /// start of `text`, also where reading begins later.
  JsonCursor(std::string_view text, FileId file, const Limits& limits, std::size_t begin = 0);

  JsonKind kind() const;
  /// The first byte of the value.
  Span place() const;

  /// Into the array or object.
  void enter();
  /// To the next member of the object that was entered last; at its end leaves it and is false.
  bool next_member();
  /// To the next element of the array that was entered last; at its end leaves it and is false.
  bool next_element();
  /// The name of the member; valid until the cursor moves.
  std::string_view name();
  /// The same with its quotes.
  Span name_span() const { return span(name_begin_, name_end_); }

  /// Past the value. Its span; invalid after a failure.
  Span skip();
  /// Past a string, which the value must be. Valid until the next string or name.
  std::string_view string();
  /// Past a boolean, a number, which the value must be.
  bool boolean();
  JsonNumber number();
  /// From a place where the cursor stood before a value, to the end of what it passed last.
  Span since(const Span& begin) const { return span(begin.begin, end_before(at_)); }

  /// Whether all of the text was right: to be asked once, at the end.
  bool finish();
  /// Makes the value at the cursor the failure, with a message that says what is wrong with it.
  void reject(std::string message) { reject_at(place(), std::move(message)); }
  /// The same for a limit that is passed there.
  void exceed(std::string message) {
    reject(std::move(message));
    problem_.kind = ProblemKind::LimitExceeded;
  }
  /// The same for a value that was already passed.
  void reject_at(const Span& value, std::string message);
  bool failed() const { return failed_; }
  /// After a failure.
  const Problem& problem() const { return problem_; }

 private:
  char current() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void advance() { at_ = index_.next(); }
  std::size_t end_before(std::size_t place) const;
  Span span(std::size_t begin, std::size_t end) const;
  std::string_view decoded(std::size_t begin, std::size_t end);

  bool next(char closing);
  bool open(char c);
  void close();
  bool pass_value();
  bool pass_name();
  bool pass_scalar(char c);
  bool pass_number();
  bool pass_word(std::string_view word);
  bool fail_value();
  std::string_view pass_token(JsonKind kind);

  bool fail(std::string message);
  bool fail_separator();
  std::string here() const;

  std::string_view text_;
  FileId file_;
  std::uint32_t nesting_;
  JsonIndex index_;
  // the token that the cursor stands at
  std::size_t at_ = 0;
  std::size_t name_begin_ = 0;
  std::size_t name_end_ = 0;
  JsonLevels levels_;
  // just inside a container, before its first member
  bool fresh_ = false;
  bool failed_ = false;
  std::string scratch_;
  Problem problem_;
};

}  // namespace exr
