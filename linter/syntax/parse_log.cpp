#include "syntax/parse_log.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "syntax/bicep_parser.h"
#include "syntax/wrong_token.h"

namespace exr {

namespace {

// More are never told.
constexpr std::size_t kMostBreaks = 400;

// The number after `name:` in a line of the parser's log.
std::uint32_t number_after(std::string_view line, std::string_view name) {
  const std::size_t at = line.find(name);
  if (at == std::string_view::npos) return 0;
  const char* begin = line.data() + at + name.size();
  std::uint32_t number = 0;
  std::from_chars(begin, line.data() + line.size(), number);
  return number;
}

std::vector<std::uint32_t> line_starts_of(std::string_view text) {
  std::vector<std::uint32_t> starts = {0};
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') starts.push_back(i + 1);
  }
  return starts;
}

// Listens to a parser: `process` names the place behind the last token, `detect_error` says that
// the token after it fits nowhere, and `resume` that all other ways to read the text have failed as
// well.
class LogReader {
 public:
  explicit LogReader(std::string_view text) : text_(text), line_starts_(line_starts_of(text)) {}

  static void read(void* payload, TSLogType type, const char* message) {
    if (type == TSLogTypeParse) static_cast<LogReader*>(payload)->read_line(message);
  }

  std::vector<ParseBreak> take() { return std::move(breaks_); }

 private:
  void read_line(std::string_view line) {
    if (line.starts_with("process ")) {
      place_ = offset(number_after(line, "row:"), number_after(line, "col:"));
    } else if (line.starts_with("lexed_lookahead ")) {
      read_token(line);
    } else if (line.starts_with("detect_error")) {
      note_error();
    } else if (line.starts_with("resume ")) {
      finish();
    }
  }

  std::uint32_t offset(std::uint32_t row, std::uint32_t column) const {
    const std::uint32_t start =
        row < line_starts_.size() ? line_starts_[row] : static_cast<std::uint32_t>(text_.size());
    return std::min(start + column, static_cast<std::uint32_t>(text_.size()));
  }

  void read_token(std::string_view line) {
    if (line.starts_with("lexed_lookahead sym:comment,")) return;
    const std::size_t size = line.rfind("size:");
    lexed_at_ = place_;
    lexed_end_ =
        place_ + (size == std::string_view::npos ? 0 : number_after(line.substr(size), "size:"));
    note_line_break();
    last_end_ = lexed_end_;
  }

  // The end of the last token before the place, without the comments between.
  std::uint32_t end_before_comments() const {
    const bool only_comments =
        last_end_ <= place_ && skip_trivia(text_, last_end_, Trivia::LineBreaksToo) >= place_;
    return only_comments ? last_end_ : place_;
  }

  // A line break that means nothing where it stands is skipped like a blank, and with it the end of
  // an incomplete statement: what the next one begins with may then be taken for a name.
  void note_line_break() {
    const std::uint32_t before = end_before_comments();
    const std::size_t next = skip_trivia(text_, before, Trivia::BlanksAndComments);
    if (next >= text_.size() || next >= lexed_end_ || (text_[next] != '\n' && text_[next] != '\r'))
      return;
    const std::size_t line = skip_trivia(text_, next, Trivia::LineBreaksToo);
    if (line < lexed_end_) skipped_ = {before, static_cast<std::uint32_t>(line)};
  }

  // The beginning of an error: behind the line break before it, if all that stands between is a
  // word that begins a statement.
  std::uint32_t error_place() const {
    if (skipped_.line_begin >= place_ || skipped_.before > place_) return end_before_comments();
    const std::string_view between =
        text_.substr(skipped_.line_begin, place_ - skipped_.line_begin);
    return is_statement_keyword(between) ? skipped_.before : end_before_comments();
  }

  // The way that got furthest tells best what is wrong.
  void note_error() {
    const std::uint32_t place = error_place();
    if (has_error_ && place < error_.before) return;
    error_.before = place;
    error_.end = lexed_at_ == place_ ? std::max(lexed_end_, place_) : place_;
    has_error_ = true;
  }

  void finish() {
    if (!has_error_) return;
    has_error_ = false;
    if (breaks_.size() == kMostBreaks) return;
    error_.end = std::min(error_.end, static_cast<std::uint32_t>(text_.size()));
    // what the parser tries again while it recovers is no news
    if (breaks_.empty() || breaks_.back().before < error_.before) breaks_.push_back(error_);
  }

  std::string_view text_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<ParseBreak> breaks_;
  ParseBreak error_;
  bool has_error_ = false;
  struct SkippedLineBreak {
    std::uint32_t before = 0;
    std::uint32_t line_begin = 0;
  };
  SkippedLineBreak skipped_;
  std::uint32_t place_ = 0;
  std::uint32_t lexed_at_ = 0;
  std::uint32_t lexed_end_ = 0;
  // the end of the last token that is no comment, before the one that was lexed last is read
  std::uint32_t last_end_ = 0;
};

}  // namespace

std::vector<ParseBreak> find_parse_breaks(std::string_view text) {
  const ParserPointer parser = make_bicep_parser();
  LogReader reader(text);
  ts_parser_set_logger(parser.get(), {.payload = &reader, .log = &LogReader::read});
  const TreePointer tree = parse_text(parser.get(), text);
  return reader.take();
}

}  // namespace exr
