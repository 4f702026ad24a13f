#include "formats/json_cursor.h"

#include <array>
#include <charconv>
#include <cstring>
#include <limits>
#include <utility>

#include "formats/json_text.h"
#include "support/check.h"

namespace exr {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What may follow a number or word, by byte.
constexpr std::array<bool, 256> ending_bytes() {
  std::array<bool, 256> ending{};
  for (const unsigned char c : {' ', '\t', '\n', '\r', ',', ':', '{', '}', '[', ']'})
    ending[c] = true;
  return ending;
}
constexpr std::array<bool, 256> kEndsWord = ending_bytes();

bool ends_word(char c) { return kEndsWord[static_cast<unsigned char>(c)]; }

// The length of the number at the front of the text, 0 if there is none.
std::size_t number_length(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - begin;
  };
  const std::size_t first = at;
  const std::size_t whole = digits();
  if (whole == 0 || (whole > 1 && text[first] == '0')) return 0;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (digits() == 0) return 0;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (digits() == 0) return 0;
  }
  return at;
}

std::string fault_message(JsonIndex::Fault fault) {
  switch (fault) {
    case JsonIndex::Fault::ControlCharacter:
      return "a control character stands in a string, as if its closing quote were missing; JSON "
             "writes it as an escape";
    case JsonIndex::Fault::Escape:
      return "this escape in a string is none of JSON";
    case JsonIndex::Fault::CodePoint:
      return "`\\u` in a string needs four hexadecimal digits";
    case JsonIndex::Fault::Utf8:
      return "this byte is no UTF-8";
    case JsonIndex::Fault::OpenString:
    case JsonIndex::Fault::None:
      break;
  }
  return "the text ends in the middle of a string, as if it was cut off";
}

}  // namespace

JsonCursor::JsonCursor(std::string_view text, FileId file, const Limits& limits, std::size_t begin)
    : text_(text),
      file_(file),
      nesting_(limits.nesting),
      index_(text, begin == 0 && text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : begin) {
  advance();
}

JsonKind JsonCursor::kind() const {
  if (failed_) return JsonKind::Nothing;
  const char c = current();
  switch (c) {
    case '{':
      return JsonKind::Object;
    case '[':
      return JsonKind::Array;
    case '"':
      return JsonKind::String;
    case 't':
    case 'f':
      return JsonKind::Boolean;
    case 'n':
      return JsonKind::Null;
    default:
      return c == '-' || is_digit(c) ? JsonKind::Number : JsonKind::Nothing;
  }
}

Span JsonCursor::place() const { return span(at_, at_ < text_.size() ? at_ + 1 : at_); }

void JsonCursor::enter() {
  if (failed_) return;
  const char c = current();
  EXR_CHECK(c == '{' || c == '[');
  open(c);
  fresh_ = true;
}

bool JsonCursor::next_member() { return next('}') && pass_name(); }

bool JsonCursor::next_element() { return next(']'); }

bool JsonCursor::next(char closing) {
  if (failed_) return false;
  EXR_CHECK(levels_.count() != 0 && levels_.is_object() == (closing == '}'));
  const bool fresh = std::exchange(fresh_, false);
  if (current() == closing) {
    close();
    return false;
  }
  if (fresh) return true;
  if (current() != ',') return fail_separator();
  advance();
  return true;
}

std::string_view JsonCursor::name() {
  return failed_ ? std::string_view() : decoded(name_begin_, name_end_);
}

Span JsonCursor::skip() {
  if (failed_) return {};
  const std::size_t begin = at_;
  if (!pass_value()) return {};
  return span(begin, end_before(at_));
}

std::string_view JsonCursor::string() {
  if (failed_) return {};
  EXR_CHECK(current() == '"');
  const std::size_t begin = at_;
  if (!pass_scalar('"')) return {};
  return decoded(begin, end_before(at_));
}

bool JsonCursor::boolean() { return pass_token(JsonKind::Boolean) == "true"; }

JsonNumber JsonCursor::number() {
  const std::string_view digits = pass_token(JsonKind::Number);
  const char* end = digits.data() + digits.size();
  std::int64_t whole = 0;
  const auto as_whole = std::from_chars(digits.data(), end, whole);
  if (!digits.empty() && as_whole.ec == std::errc() && as_whole.ptr == end)
    return {.whole = whole, .value = static_cast<double>(whole)};
  double value = 0;
  if (std::from_chars(digits.data(), end, value).ec == std::errc::result_out_of_range &&
      digits.find("e-") == std::string_view::npos && digits.find("E-") == std::string_view::npos) {
    value = std::numeric_limits<double>::infinity();
    if (digits.starts_with('-')) value = -value;
  }
  return {.whole = std::nullopt, .value = value};
}

bool JsonCursor::finish() {
  if (failed_) return false;
  if (at_ != text_.size() || index_.fault() != JsonIndex::Fault::None)
    return fail("unexpected " + here() + " after the end of the JSON value");
  return true;
}

void JsonCursor::reject_at(const Span& value, std::string message) {
  if (failed_) return;
  failed_ = true;
  problem_ = {ProblemKind::SyntaxError, std::move(message), value, {}, {}};
}

// The bytes of a scalar that must be of a kind.
std::string_view JsonCursor::pass_token(JsonKind kind) {
  if (failed_) return {};
  EXR_CHECK(this->kind() == kind);
  const std::size_t begin = at_;
  if (!pass_scalar(current())) return {};
  return text_.substr(begin, end_before(at_) - begin);
}

// Where the value ends that stands before a token.
std::size_t JsonCursor::end_before(std::size_t place) const {
  while (place > 0 && is_blank(text_[place - 1])) --place;
  return place;
}

Span JsonCursor::span(std::size_t begin, std::size_t end) const {
  return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// A string without its quotes, as a view of the text where nothing is escaped.
std::string_view JsonCursor::decoded(std::size_t begin, std::size_t end) {
  if (end < begin + 2) return {};
  const std::string_view written = text_.substr(begin + 1, end - begin - 2);
  if (written.find('\\') == std::string_view::npos) return written;
  scratch_.clear();
  decode_json_text(written, scratch_);
  return scratch_;
}

bool JsonCursor::open(char c) {
  if (levels_.count() >= nesting_) {
    fail("JSON is nested more than " + std::to_string(nesting_) + " levels deep (limit `nesting`)");
    problem_.kind = ProblemKind::LimitExceeded;
    return false;
  }
  levels_.open(c == '{');
  advance();
  return true;
}

void JsonCursor::close() {
  levels_.close();
  advance();
}

bool JsonCursor::pass_value() {
  const std::size_t outside = levels_.count();
  while (true) {
    const char c = current();
    if (c == '{' || c == '[') {
      if (!open(c)) return false;
      if (current() != (c == '{' ? '}' : ']')) {
        if (c == '{' && !pass_name()) return false;
        continue;
      }
      close();
    } else if (!pass_scalar(c)) {
      return false;
    }
    // after a value: the containers that end here, and the next member of the one that does not
    while (levels_.count() > outside && current() == (levels_.is_object() ? '}' : ']')) close();
    if (levels_.count() == outside) return true;
    if (current() != ',') return fail_separator();
    advance();
    if (levels_.is_object() && !pass_name()) return false;
  }
}

bool JsonCursor::pass_name() {
  if (current() != '"') return fail("expected a property name in quotes, found " + here());
  name_begin_ = at_;
  advance();
  if (current() != ':') return fail("expected `:` after a property name, found " + here());
  name_end_ = end_before(at_);
  advance();
  return true;
}

bool JsonCursor::pass_scalar(char c) {
  switch (c) {
    case '"':
      advance();
      return at_ < text_.size() || index_.fault() == JsonIndex::Fault::None || fail({});
    case 't':
      return pass_word("true");
    case 'f':
      return pass_word("false");
    case 'n':
      return pass_word("null");
    default:
      return pass_number();
  }
}

bool JsonCursor::pass_word(std::string_view word) {
  const std::size_t left = text_.size() - at_;
  if (left < word.size() || std::memcmp(text_.data() + at_, word.data(), word.size()) != 0 ||
      (left > word.size() && !ends_word(text_[at_ + word.size()]))) {
    return fail_value();
  }
  advance();
  return true;
}

bool JsonCursor::pass_number() {
  const std::string_view rest = text_.substr(at_ < text_.size() ? at_ : text_.size());
  const std::size_t length = number_length(rest);
  if (length == 0 || (length < rest.size() && !ends_word(rest[length]))) return fail_value();
  advance();
  return true;
}

bool JsonCursor::fail_value() { return fail("expected a JSON value, found " + here()); }

bool JsonCursor::fail_separator() {
  const std::string inside = levels_.is_object() ? "`}` in an object" : "`]` in an array";
  return fail("expected `,` or " + inside + ", found " + here());
}

// What the index found inside a string, or at the end of the text, explains why a token is missing.
bool JsonCursor::fail(std::string message) {
  failed_ = true;
  std::size_t begin = at_;
  if (at_ == text_.size() && index_.fault() != JsonIndex::Fault::None) {
    begin = index_.fault_place();
    message = fault_message(index_.fault());
  } else if (at_ == text_.size()) {
    message = "the text ends before the JSON value is complete, as if it was cut off";
  }
  const std::size_t end = begin < text_.size() ? begin + 1 : begin;
  problem_ = {ProblemKind::SyntaxError, std::move(message), span(begin, end), {}, {}};
  return false;
}

std::string JsonCursor::here() const {
  if (at_ >= text_.size()) return "the end of the text";
  const auto c = static_cast<unsigned char>(text_[at_]);
  return c > 0x20U && c < 0x7FU ? "`" + std::string(1, text_[at_]) + "`"
                                : "a byte that does not belong there";
}

}  // namespace exr
