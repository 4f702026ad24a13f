#include "syntax/parse_log.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "syntax/bicep_parser.h"
#include "syntax/wrong_token.h"

namespace exr {

namespace {

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

  /// Becomes other than 0 once there is no more to learn.
  const std::size_t* stop() const { return &stop_; }
  std::uint32_t place() const { return error_; }

 private:
  void read_line(std::string_view line) {
    if (stop_ != 0) return;
    if (line.starts_with("process ")) {
      place_ = offset(number_after(line, "row:"), number_after(line, "col:"));
    } else if (line.starts_with("lexed_lookahead ")) {
      read_token(line);
    } else if (line.starts_with("detect_error")) {
      // the way that got furthest tells best what is wrong
      error_ = std::max(error_, end_before_comments());
    } else if (line.starts_with("resume ")) {
      stop_ = 1;
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
    last_end_ = lexed_end_;
    lexed_end_ =
        place_ + (size == std::string_view::npos ? 0 : number_after(line.substr(size), "size:"));
  }

  // The end of the last token before the place, without the comments between.
  std::uint32_t end_before_comments() const {
    const bool only_comments =
        last_end_ <= place_ && skip_trivia(text_, last_end_, Trivia::BlanksAndComments) >= place_;
    return only_comments ? last_end_ : place_;
  }

  std::string_view text_;
  std::vector<std::uint32_t> line_starts_;
  std::size_t stop_ = 0;
  std::uint32_t error_ = 0;
  std::uint32_t place_ = 0;
  // the ends of the token that was lexed last and of the one before it, comments apart
  std::uint32_t lexed_end_ = 0;
  std::uint32_t last_end_ = 0;
};

}  // namespace

std::uint32_t find_parse_break(std::string_view text) {
  const ParserPointer parser = make_bicep_parser();
  LogReader reader(text);
  ts_parser_set_logger(parser.get(), {.payload = &reader, .log = &LogReader::read});
  ts_parser_set_cancellation_flag(parser.get(), reader.stop());
  const TreePointer tree(ts_parser_parse_string(parser.get(), nullptr, text.data(),
                                                static_cast<std::uint32_t>(text.size())));
  return reader.place();
}

}  // namespace exr
