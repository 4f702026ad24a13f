#include "hcl/hcl_text.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "support/utf8.h"

namespace exr {

namespace {

// At `$` or `%`: how many bytes of `$${` there are, 0 if it is none.
std::size_t escaped_sign(std::string_view rest) {
  return rest.starts_with("$${") || rest.starts_with("%%{") ? 3 : 0;
}

std::optional<char> simple_escape(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case '"':
    case '\\':
      return c;
    default:
      return std::nullopt;
  }
}

// Behind a backslash: appends what the escape stands for and gives its size, 0 if it is none.
std::size_t append_escape(std::string& text, std::string_view rest) {
  if (rest.empty()) return 0;
  if (const auto c = simple_escape(rest[0])) {
    text += *c;
    return 1;
  }
  const std::size_t digits = rest[0] == 'u' ? 4 : rest[0] == 'U' ? 8 : 0;
  if (digits == 0 || rest.size() <= digits) return 0;
  std::uint32_t code_point = 0;
  const char* end = rest.data() + 1 + digits;
  const auto read = std::from_chars(rest.data() + 1, end, code_point, 16);
  if (read.ptr != end || code_point > 0x10FFFF) return 0;
  append_character(text, code_point);
  return digits + 1;
}

std::size_t indentation_of(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

// Calls `act` with the place of each line's beginning in a piece.
template <typename Act>
void for_each_line(const std::string& piece, bool begins_line, Act act) {
  std::size_t at = 0;
  if (!begins_line) at = std::min(piece.find('\n'), piece.size() - 1) + 1;
  for (; at < piece.size(); at = std::min(piece.find('\n', at), piece.size() - 1) + 1) act(at);
}

}  // namespace

std::string unescaped_quoted(std::string_view piece) {
  std::string text;
  for (std::size_t at = 0; at < piece.size();) {
    const std::string_view rest = piece.substr(at);
    if (const std::size_t sign = escaped_sign(rest)) {
      text += rest.substr(1, 2);
      at += sign;
    } else if (rest[0] == '\\') {
      const std::size_t size = append_escape(text, rest.substr(1));
      if (size == 0) text += '\\';
      at += size + 1;
    } else {
      text += rest[0];
      ++at;
    }
  }
  return text;
}

std::string unescaped_heredoc(std::string_view piece) {
  std::string text;
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t sign = escaped_sign(piece.substr(at));
    text += sign == 0 ? piece.substr(at, 1) : piece.substr(at + 1, 2);
    at += std::max<std::size_t>(sign, 1);
  }
  return text;
}

void remove_indentation(std::vector<std::string>& pieces) {
  std::size_t shared = std::string::npos;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for_each_line(pieces[i], i == 0, [&](std::size_t at) {
      shared = std::min(shared, indentation_of(std::string_view(pieces[i]).substr(at)));
    });
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::string kept;
    std::size_t done = 0;
    for_each_line(pieces[i], i == 0, [&](std::size_t at) {
      kept += pieces[i].substr(done, at - done);
      done = std::min(at + shared, pieces[i].size());
    });
    pieces[i] = kept + pieces[i].substr(done);
  }
}

}  // namespace exr
