#include "app/marks.h"

#include <array>
#include <optional>
#include <utility>

#include "support/text.h"

namespace exr {

namespace {

constexpr std::array kWords = {
    std::pair{MarkKind::Failed, std::string_view("expect")},
    std::pair{MarkKind::Open, std::string_view("expect-open")},
    std::pair{MarkKind::Suppressed, std::string_view("expect-suppressed")},
    std::pair{MarkKind::Problem, std::string_view("expect-problem")},
};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

struct Comment {
  std::size_t begin = 0;
  MarkKind kind = MarkKind::Failed;
  std::string_view names;
};

// The kind and the names if a comment's text is a mark.
std::optional<Comment> read_comment(std::string_view text, std::size_t begin) {
  const std::string_view content = trimmed(text);
  for (const auto& [kind, word] : kWords) {
    if (!content.starts_with(word) || !content.substr(word.size()).starts_with(':')) continue;
    const std::string_view names = content.substr(word.size() + 1);
    return Comment{.begin = begin, .kind = kind, .names = names.substr(0, names.find('"'))};
  }
  return std::nullopt;
}

// The comments of a line that are marks: each reaches to the next one or to the end.
std::vector<Comment> mark_comments(std::string_view line) {
  std::vector<Comment> comments;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool slashes = line.substr(at).starts_with("//");
    if (!slashes && line[at] != '#') continue;
    const std::size_t text = at + (slashes ? 2 : 1);
    if (auto comment = read_comment(line.substr(text), at)) {
      if (!comments.empty()) {
        std::string_view& names = comments.back().names;
        names = names.substr(0, names.find(slashes ? "//" : "#"));
      }
      comments.push_back(*comment);
    }
    at = text - 1;
  }
  return comments;
}

void add_marks(const Comment& comment, std::uint32_t line, bool heads_file,
               std::vector<Mark>& marks) {
  for (const std::string_view name : split(comment.names, ',')) {
    const std::string_view id = trimmed(name);
    // what follows the name is a remark
    const std::string_view word = id.substr(0, id.find_first_of(" \t"));
    if (word.empty()) continue;
    marks.push_back(
        {.kind = comment.kind, .name = std::string(word), .line = line, .heads_file = heads_file});
  }
}

}  // namespace

std::vector<Mark> read_marks(std::string_view text) {
  std::vector<Mark> marks;
  // from here on the marks wait for their line
  std::size_t waiting = 0;
  std::uint32_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    const std::vector<Comment> comments = mark_comments(line);
    const bool alone = !comments.empty() && trimmed(line.substr(0, comments.front().begin)).empty();
    if (!alone) {
      for (; waiting < marks.size(); ++waiting) marks[waiting].line = number;
    }
    for (const Comment& comment : comments) {
      add_marks(comment, number, alone && number == 1, marks);
    }
    if (!alone) waiting = marks.size();
  }
  return marks;
}

std::string_view mark_word(MarkKind kind) {
  for (const auto& [known, word] : kWords) {
    if (known == kind) return word;
  }
  return {};
}

}  // namespace exr
