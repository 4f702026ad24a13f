#include "formats/yaml_extent.h"

#include <algorithm>

namespace exr {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }

std::size_t end_of_line(std::string_view bytes, std::size_t from) {
  return std::min(bytes.find('\n', from), bytes.size());
}

std::size_t without_trailing_space(std::string_view bytes, std::size_t begin, std::size_t end) {
  while (end > begin && (is_blank(bytes[end - 1]) || is_break(bytes[end - 1]))) --end;
  return end;
}

// The blanks in front of what a line that begins at `line` holds; npos for an empty line.
std::size_t indentation(std::string_view bytes, std::size_t line) {
  const std::size_t end = end_of_line(bytes, line);
  std::size_t at = line;
  while (at < end && bytes[at] == ' ') ++at;
  return at == end || bytes[at] == '\r' ? std::string_view::npos : at - line;
}

// A block scalar goes on as long as lines are indented as its first one.
std::size_t end_of_block(std::string_view bytes, std::size_t begin) {
  std::size_t end = end_of_line(bytes, begin);
  std::size_t wanted = std::string_view::npos;
  for (std::size_t line = end + 1; line < bytes.size(); line = end_of_line(bytes, line) + 1) {
    const std::size_t depth = indentation(bytes, line);
    if (depth == std::string_view::npos) continue;
    if (wanted == std::string_view::npos) wanted = depth;
    if (depth < wanted || depth == 0) break;
    end = end_of_line(bytes, line);
  }
  return without_trailing_space(bytes, begin, end);
}

std::size_t end_of_quoted(std::string_view bytes, std::size_t begin) {
  const char quote = bytes[begin];
  for (std::size_t at = begin + 1; at < bytes.size(); ++at) {
    if (quote == '"' && bytes[at] == '\\') {
      ++at;
    } else if (bytes[at] == quote) {
      const bool doubled = quote == '\'' && at + 1 < bytes.size() && bytes[at + 1] == quote;
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return bytes.size();
}

std::size_t after_break(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && (is_blank(bytes[at]) || is_break(bytes[at]))) ++at;
  return at;
}

// Steps over what stands in the source for one character of a scalar's text.
class Alignment {
 public:
  Alignment(std::string_view bytes, std::size_t begin, std::size_t end)
      : bytes_(bytes), at_(begin), end_(end) {
    if (at_ >= end_) return;
    const char first = bytes_[at_];
    is_double_quoted_ = first == '"';
    if (is_double_quoted_ || first == '\'') ++at_;
    if (first == '|' || first == '>')
      at_ = std::min(after_break(bytes_, end_of_line(bytes_, at_)), end_);
  }

  std::size_t place_of(char character) {
    const bool is_space = is_blank(character) || is_break(character);
    while (at_ < end_ && !is_space && bytes_[at_] != character && !is_escape()) ++at_;
    return at_;
  }

  void take(char character) {
    (void)place_of(character);
    if (at_ >= end_) return;
    const bool is_space = is_blank(character) || is_break(character);
    if (is_escape()) {
      take_escape(character);
    } else if (is_break(bytes_[at_])) {
      // a line break stands for itself or, folded, for a blank; indentation for nothing
      if (is_space) at_ = std::min(after_break(bytes_, at_), end_);
    } else if (!is_space || is_blank(bytes_[at_])) {
      ++at_;
    }
  }

 private:
  // An escape by number may stand for up to four bytes of the text; the last one takes it.
  void take_escape(char character) {
    const char kind = at_ + 1 < end_ ? bytes_[at_ + 1] : ' ';
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0 && bytes_left_ == 0) bytes_left_ = length_of(character);
    if (digits > 0 && --bytes_left_ > 0) return;
    at_ = std::min(at_ + 2 + digits, end_);
  }

  // How many bytes a character of UTF-8 has that begins with this one.
  static std::size_t length_of(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte < 0xC0) return 1;
    return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  }

  bool is_escape() const { return is_double_quoted_ && at_ < end_ && bytes_[at_] == '\\'; }

  std::string_view bytes_;
  std::size_t at_;
  std::size_t end_;
  bool is_double_quoted_ = false;
  // of the character that the escape at `at_` stands for
  std::size_t bytes_left_ = 0;
};

}  // namespace

std::uint32_t end_of_plain(std::string_view bytes, std::uint32_t begin) {
  std::size_t end = begin;
  while (end < bytes.size() && !is_break(bytes[end]) && bytes[end] != ',' && bytes[end] != ']' &&
         bytes[end] != '}' && bytes[end] != ':') {
    ++end;
  }
  return static_cast<std::uint32_t>(without_trailing_space(bytes, begin, end));
}

std::uint32_t end_of_scalar(std::string_view bytes, std::uint32_t begin, std::string_view text) {
  if (begin >= bytes.size()) return begin;
  if (bytes.substr(begin).starts_with(text) && !text.empty() && bytes[begin] != '\'' &&
      bytes[begin] != '"') {
    return begin + static_cast<std::uint32_t>(text.size());
  }
  if (bytes[begin] == '|' || bytes[begin] == '>')
    return static_cast<std::uint32_t>(end_of_block(bytes, begin));
  if (bytes[begin] == '\'' || bytes[begin] == '"')
    return static_cast<std::uint32_t>(end_of_quoted(bytes, begin));
  // plain text over several lines: its last character is the scalar's
  const Span whole{FileId::kNone, begin, static_cast<std::uint32_t>(bytes.size())};
  return text.empty() ? begin : source_offset(bytes, whole, text, text.size() - 1) + 1;
}

std::uint32_t end_of_container(std::string_view bytes, const Span& parts) {
  if (parts.begin >= bytes.size()) return parts.end;
  const char opening = bytes[parts.begin];
  if (opening != '[' && opening != '{') return parts.end;
  const char closing = opening == '[' ? ']' : '}';
  std::size_t at = std::max(parts.end, parts.begin + 1);
  while (at < bytes.size() && bytes[at] != closing) {
    at = bytes[at] == '#' ? end_of_line(bytes, at) : at + 1;
  }
  return static_cast<std::uint32_t>(std::min(at + 1, bytes.size()));
}

std::uint32_t source_offset(std::string_view bytes, const Span& scalar, std::string_view text,
                            std::size_t offset) {
  Alignment alignment(bytes, scalar.begin, std::min<std::size_t>(scalar.end, bytes.size()));
  for (std::size_t i = 0; i < std::min(offset, text.size()); ++i) alignment.take(text[i]);
  const char next = offset < text.size() ? text[offset] : ' ';
  return static_cast<std::uint32_t>(alignment.place_of(next));
}

}  // namespace exr
