#include "reporters/source_frame.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "reporters/visible_text.h"

namespace exr {

namespace {

constexpr std::size_t kTabWidth = 4;
constexpr std::size_t kLeastWidth = 20;
constexpr std::string_view kCut = "…";

// The marked bytes of a line. All offsets are those of the line's text.
struct MarkedLine {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Cell {
  std::string text;
  std::size_t offset = 0;
  std::size_t column = 0;
  std::size_t width = 0;
};

MarkedLine marked_line(const SourceFile& file, const Span& span, std::uint32_t number) {
  MarkedLine line{.text = file.line(number)};
  // the view begins after a byte order mark
  const auto start = static_cast<std::size_t>(line.text.data() - file.text().data());
  if (line.text.empty()) return line;
  line.begin = std::min(span.begin - std::min<std::size_t>(span.begin, start), line.text.size());
  line.end = std::min(span.end - std::min<std::size_t>(span.end, start), line.text.size());
  line.end = std::max(line.begin, line.end);
  while (line.end > line.begin + 1 &&
         (line.text[line.end - 1] == ' ' || line.text[line.end - 1] == '\t'))
    --line.end;
  return line;
}

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// Keeps what can be seen beside the mark, since the line of a minified file may hold the whole
// file.
MarkedLine near_the_mark(MarkedLine line, std::size_t width) {
  std::size_t first = line.begin;
  for (std::size_t i = 0; i < 2 * width && first > 0; ++i) {
    --first;
    while (first > 0 && is_inside_character(line.text, first)) --first;
  }
  // some characters have no width
  std::size_t last = line.begin;
  for (std::size_t i = 0; i < 2 * width && last < line.text.size(); ++i) {
    ++last;
    while (is_inside_character(line.text, last)) ++last;
  }
  return {.text = line.text.substr(first, last - first),
          .begin = line.begin - first,
          .end = line.end - first};
}

std::vector<Cell> cells_of(const MarkedLine& line) {
  std::vector<Cell> cells;
  std::size_t column = 0;
  for (std::string_view rest = line.text; !rest.empty();) {
    const std::size_t at = line.text.size() - rest.size();
    VisibleCharacter character;
    if (rest.front() == '\t') {
      rest.remove_prefix(1);
      character.width = kTabWidth - column % kTabWidth;
      character.text.assign(character.width, ' ');
    } else {
      character = take_visible(rest);
    }
    cells.push_back({.text = std::move(character.text),
                     .offset = at,
                     .column = column,
                     .width = character.width});
    column += character.width;
  }
  return cells;
}

// The first and one past the last of the cells that fit into `width` columns, with room for the
// signs of cutting.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

Window window_of(const std::vector<Cell>& cells, std::size_t mark, std::size_t width) {
  const std::size_t total = cells.empty() ? 0 : cells.back().column + cells.back().width;
  if (total <= width) return {.last = cells.size()};
  Window window;
  if (mark + width / 3 > width) {
    const std::size_t left = mark - width / 3;
    while (window.first < cells.size() && cells[window.first].column < left) ++window.first;
  }
  const std::size_t start = window.first < cells.size() ? cells[window.first].column : total;
  window.last = window.first;
  while (window.last < cells.size() &&
         cells[window.last].column + cells[window.last].width <= start + width - 2) {
    ++window.last;
  }
  return window;
}

}  // namespace

SourceFrame source_frame(const SourceFile& file, const Span& span, std::size_t width) {
  width = std::max(width, kLeastWidth);
  SourceFrame frame{.line = file.position_at(span.begin).line};
  const MarkedLine whole = marked_line(file, span, frame.line);
  const MarkedLine line = near_the_mark(whole, width);
  const std::vector<Cell> cells = cells_of(line);
  std::size_t mark = 0;
  while (mark < cells.size() && cells[mark].offset < line.begin) ++mark;
  const std::size_t total = cells.empty() ? 0 : cells.back().column + cells.back().width;
  const std::size_t mark_column = mark < cells.size() ? cells[mark].column : total;
  const Window window = window_of(cells, mark_column, width);
  const bool cut_before = window.first > 0 || line.text.begin() != whole.text.begin();
  const bool cut_after = window.last < cells.size() || line.text.end() != whole.text.end();

  if (cut_before) frame.text += kCut;
  const std::size_t start = window.first < cells.size() ? cells[window.first].column : total;
  frame.mark_begin = mark_column - std::min(mark_column, start) + (cut_before ? 1 : 0);
  std::size_t marked = 0;
  for (std::size_t i = window.first; i < window.last; ++i) {
    frame.text += cells[i].text;
    if (i >= mark && cells[i].offset < line.end) marked += cells[i].width;
  }
  if (cut_after) frame.text += kCut;
  frame.mark_width = std::max<std::size_t>(marked, 1);
  return frame;
}

}  // namespace exr
