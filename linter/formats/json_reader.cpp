#include "formats/json_reader.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "value/containers.h"

namespace exr {

namespace {

void append_utf8(std::string& out, std::uint32_t code) {
  const auto byte = [&](std::uint32_t bits) {
    out += static_cast<char>(static_cast<unsigned char>(bits));
  };
  if (code < 0x80U) {
    byte(code);
  } else if (code < 0x800U) {
    byte(0xC0U | code >> 6U);
    byte(0x80U | (code & 0x3FU));
  } else if (code < 0x10000U) {
    byte(0xE0U | code >> 12U);
    byte(0x80U | (code >> 6U & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  } else {
    byte(0xF0U | code >> 18U);
    byte(0x80U | (code >> 12U & 0x3FU));
    byte(0x80U | (code >> 6U & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  }
}

bool is_surrogate(std::uint32_t unit, std::uint32_t first) {
  return unit >= first && unit < first + 0x400U;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '+' || c == '.';
}

// A recursive descent over the bytes. The depth is bounded by the limit of nesting, so the stack is
// too.
class Reader {
 public:
  Reader(std::string_view text, FileId file, const Limits& limits)
      : text_(text), file_(file), limits_(limits) {}

  std::optional<Value> read() {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    std::optional<Value> value = read_value(0);
    if (!value || !skip_blank()) return std::nullopt;
    if (at_ != text_.size())
      return fail("unexpected " + here() + " after the end of the JSON value");
    return value;
  }

  const Problem& problem() const { return problem_; }

 private:
  std::optional<Value> read_value(std::uint32_t depth) {
    if (!skip_blank()) return std::nullopt;
    if (depth > limits_.nesting) {
      fail("JSON is nested more than " + std::to_string(limits_.nesting) +
           " levels deep (limit `nesting`)");
      problem_.kind = ProblemKind::LimitExceeded;
      return std::nullopt;
    }
    if (at_ == text_.size()) return fail("the file ends where a JSON value should stand");
    const char c = text_[at_];
    if (c == '{') return read_object(depth);
    if (c == '[') return read_array(depth);
    if (c != '"' && c != '\'') return read_word();
    const std::size_t begin = at_;
    std::optional<std::string> content = read_string();
    if (!content) return std::nullopt;
    return Value::string(std::move(*content), span_from(begin));
  }

  std::optional<Value> read_object(std::uint32_t depth) {
    const std::size_t begin = at_++;
    const std::size_t first = properties_.size();
    while (true) {
      if (!skip_blank()) return std::nullopt;
      if (take('}')) return Value::object(object_from(first), span_from(begin));
      if (!read_property(depth)) return std::nullopt;
      if (!skip_blank()) return std::nullopt;
      if (!take(',') && peek() != '}')
        return fail("expected `,` or `}` in an object, found " + here());
    }
  }

  // The object of the properties that were read last.
  Object object_from(std::size_t first) {
    Object object;
    object.reserve(properties_.size() - first);
    for (std::size_t i = first; i < properties_.size(); ++i) {
      Object::Property& property = properties_[i];
      object.write(std::move(property.name), std::move(property.value), property.name_span);
    }
    properties_.resize(first);
    return object;
  }

  bool read_property(std::uint32_t depth) {
    const std::size_t begin = at_;
    const char c = peek();
    std::optional<SharedText> name = c == '"' || c == '\'' ? read_name() : shared_name(word());
    if (!name) return false;
    if (c != '"' && c != '\'' && name->empty())
      return fail("expected a property name in quotes, found " + here()), false;
    const Span name_span = span_from(begin);
    if (!skip_blank()) return false;
    if (!take(':')) return fail("expected `:` after a property name, found " + here()), false;
    std::optional<Value> value = read_value(depth + 1);
    if (!value) return false;
    properties_.push_back({std::move(*name), name_span, std::move(*value)});
    return true;
  }

  // The same names stand in many objects, which share them.
  SharedText shared_name(std::string_view name) {
    const auto known = names_.find(name);
    if (known != names_.end()) return known->second;
    SharedText shared{std::string(name)};
    names_.emplace(shared.str(), shared);
    return shared;
  }

  std::optional<SharedText> read_name() {
    const char quote = text_[at_];
    const std::size_t stop = text_.find_first_of(quote == '"' ? "\"\\" : "'\\", at_ + 1);
    if (stop != std::string_view::npos && text_[stop] == quote) {
      const std::string_view name = text_.substr(at_ + 1, stop - at_ - 1);
      at_ = stop + 1;
      return shared_name(name);
    }
    const std::optional<std::string> content = read_string();
    if (!content) return std::nullopt;
    return shared_name(*content);
  }

  std::optional<Value> read_array(std::uint32_t depth) {
    const std::size_t begin = at_++;
    const std::size_t first = members_.size();
    while (true) {
      if (!skip_blank()) return std::nullopt;
      if (take(']')) return Value::array(array_from(first), span_from(begin));
      std::optional<Value> member = read_value(depth + 1);
      if (!member) return std::nullopt;
      members_.push_back(std::move(*member));
      if (!skip_blank()) return std::nullopt;
      if (!take(',') && peek() != ']')
        return fail("expected `,` or `]` in an array, found " + here());
    }
  }

  // The array of the members that were read last.
  Array array_from(std::size_t first) {
    const auto begin = members_.begin() + static_cast<std::ptrdiff_t>(first);
    Array array;
    array.members.assign(std::make_move_iterator(begin), std::make_move_iterator(members_.end()));
    members_.resize(first);
    return array;
  }

  // true, false, null or a number.
  std::optional<Value> read_word() {
    const std::size_t begin = at_;
    const std::string_view text = word();
    if (text == "true" || text == "false") return Value::boolean(text == "true", span_from(begin));
    if (text == "null") return Value::null(span_from(begin));
    const char* end = text.data() + text.size();
    const char* digits = text.data() + (text.starts_with('+') ? 1 : 0);
    std::int64_t whole = 0;
    const auto as_int = std::from_chars(digits, end, whole);
    if (!text.empty() && as_int.ec == std::errc() && as_int.ptr == end)
      return Value::integer(whole, span_from(begin));
    double number = 0;
    const auto as_double = std::from_chars(digits, end, number);
    const bool numeric =
        !text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '.' || is_digit(text[0]));
    if (numeric && as_double.ec == std::errc() && as_double.ptr == end)
      return Value::number(number, span_from(begin));
    at_ = begin;
    return fail("expected a JSON value, found " + here());
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word_byte(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  std::optional<std::string> read_string() {
    const std::size_t begin = at_;
    const char quote = text_[at_++];
    std::string content;
    while (at_ < text_.size()) {
      const std::size_t stop = text_.find_first_of(quote == '"' ? "\"\\" : "'\\", at_);
      if (stop == std::string_view::npos) break;
      content += text_.substr(at_, stop - at_);
      at_ = stop + 1;
      if (text_[stop] == quote) return content;
      if (!read_escape(content)) return std::nullopt;
    }
    at_ = begin;
    fail("the string that starts here has no closing quote");
    return std::nullopt;
  }

  bool read_escape(std::string& content) {
    const char c = peek();
    ++at_;
    switch (c) {
      case 'n':
        content += '\n';
        return true;
      case 'r':
        content += '\r';
        return true;
      case 't':
        content += '\t';
        return true;
      case 'b':
        content += '\b';
        return true;
      case 'f':
        content += '\f';
        return true;
      case 'u':
        return read_code(content);
      case '"':
      case '\'':
      case '\\':
      case '/':
        content += c;
        return true;
      default:
        --at_;
        return fail("unknown escape `\\` before " + here() + " in a string"), false;
    }
  }

  std::optional<std::uint32_t> read_hex() {
    std::uint32_t unit = 0;
    const std::string_view digits = text_.substr(at_ < text_.size() ? at_ : text_.size(), 4);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    if (digits.size() != 4 || error != std::errc() || end != digits.data() + 4) {
      fail("`\\u` in a string needs four hexadecimal digits");
      return std::nullopt;
    }
    at_ += 4;
    return unit;
  }

  bool read_code(std::string& content) {
    std::optional<std::uint32_t> unit = read_hex();
    if (!unit) return false;
    constexpr std::uint32_t kHigh = 0xD800U;
    constexpr std::uint32_t kLow = 0xDC00U;
    if (is_surrogate(*unit, kHigh) && text_.substr(at_, 2) == "\\u") {
      const std::size_t back = at_;
      at_ += 2;
      const std::optional<std::uint32_t> second = read_hex();
      if (!second) return false;
      if (is_surrogate(*second, kLow)) {
        append_utf8(content, 0x10000U + ((*unit - kHigh) << 10U) + (*second - kLow));
        return true;
      }
      at_ = back;
    }
    const bool lonely = is_surrogate(*unit, kHigh) || is_surrogate(*unit, kLow);
    append_utf8(content, lonely ? 0xFFFDU : *unit);
    return true;
  }

  // Past white space and comments. False after an unfinished comment.
  bool skip_blank() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        ++at_;
      } else if (text_.substr(at_, 2) == "//") {
        const std::size_t end = text_.find_first_of("\r\n", at_);
        at_ = end == std::string_view::npos ? text_.size() : end;
      } else if (text_.substr(at_, 2) == "/*") {
        const std::size_t end = text_.find("*/", at_ + 2);
        if (end == std::string_view::npos)
          return fail("the comment that starts here has no end"), false;
        at_ = end + 2;
      } else if (text_.substr(at_, 2) == "\xC2\xA0") {
        at_ += 2;
      } else {
        return true;
      }
    }
    return true;
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    if (peek() != c || at_ == text_.size()) return false;
    ++at_;
    return true;
  }

  std::string here() const {
    if (at_ >= text_.size()) return "the end of the text";
    const auto c = static_cast<unsigned char>(text_[at_]);
    return c > 0x20U && c < 0x7FU ? "`" + std::string(1, text_[at_]) + "`"
                                  : "a byte that does not belong there";
  }

  Span span_from(std::size_t begin) const {
    if (file_ == FileId::kNone) return {};
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

  std::nullopt_t fail(std::string message) {
    const auto begin = static_cast<std::uint32_t>(at_);
    const auto end = static_cast<std::uint32_t>(at_ < text_.size() ? at_ + 1 : at_);
    problem_ = Problem{ProblemKind::SyntaxError, std::move(message), {file_, begin, end}, {}};
    return std::nullopt;
  }

  std::string_view text_;
  FileId file_;
  const Limits& limits_;
  std::size_t at_ = 0;
  Problem problem_;
  // of the objects and arrays that are being read, those inside last: each gets just the memory
  // that it needs
  std::vector<Object::Property> properties_;
  std::vector<Value> members_;
  // keys: what the values share
  std::unordered_map<std::string_view, SharedText> names_;
};

}  // namespace

std::optional<Value> read_json(std::string_view bytes, FileId file, const Limits& limits,
                               Problems& problems) {
  Reader reader(bytes, file, limits);
  std::optional<Value> value = reader.read();
  if (!value) problems.push_back(reader.problem());
  return value;
}

Result<Value> read_json_text(std::string_view text, const Limits& limits) {
  Reader reader(text, FileId::kNone, limits);
  std::optional<Value> value = reader.read();
  if (!value) return Failure{reader.problem().message};
  return std::move(*value);
}

}  // namespace exr
