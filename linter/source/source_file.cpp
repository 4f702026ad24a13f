#include "source/source_file.h"

#include <algorithm>
#include <utility>

namespace exr {

namespace {

// The UTF-16 units of UTF-8 text: one for each lead byte, two for a lead byte of four (a surrogate
// pair).
std::uint32_t utf16_units(std::string_view text) {
  std::uint32_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += static_cast<std::uint32_t>((byte & 0xC0U) != 0x80U) +
             static_cast<std::uint32_t>(byte >= 0xF0U);
  }
  return units;
}

constexpr std::uint32_t kBytesOfStep = 1U << 10U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

SourceFile::SourceFile(std::string path, std::string text, Disclosure disclosure)
    : path_(std::move(path)), text_(std::move(text)), disclosure_(disclosure) {
  line_starts_.push_back(0);
  // each sign is looked for alone, which is much faster than to look at every byte
  std::size_t feed = text_.find('\n');
  std::size_t carriage = text_.find('\r');
  while (feed != std::string::npos || carriage != std::string::npos) {
    const bool is_lone = carriage < feed && carriage + 1 != feed;
    const std::size_t end = is_lone ? carriage : feed;
    line_starts_.push_back(static_cast<std::uint32_t>(end + 1));
    if (feed == end) feed = text_.find('\n', end + 1);
    if (carriage <= end) carriage = text_.find('\r', end + 1);
  }
}

Position SourceFile::position_at(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
  std::uint32_t begin = line_starts_[line - 1];
  if (line == 1 && std::string_view(text_).starts_with(kByteOrderMark) &&
      offset >= kByteOrderMark.size()) {
    begin = kByteOrderMark.size();
  }
  const std::uint32_t units =
      offset - begin < kBytesOfStep
          ? utf16_units(std::string_view(text_).substr(begin, offset - begin))
          : units_before(offset) - units_before(begin);
  return {.line = line, .column = units + 1};
}

std::uint32_t SourceFile::units_before(std::uint32_t offset) const {
  const std::string_view text(text_);
  if (units_.empty()) units_.push_back(0);
  while (units_.size() <= offset / kBytesOfStep) {
    const std::size_t begin = (units_.size() - 1) * kBytesOfStep;
    units_.push_back(units_.back() + utf16_units(text.substr(begin, kBytesOfStep)));
  }
  const std::size_t step = offset / kBytesOfStep;
  const std::size_t begin = step * kBytesOfStep;
  return units_[step] + utf16_units(text.substr(begin, offset - begin));
}

std::string_view SourceFile::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::uint32_t begin = line_starts_[number - 1];
  const std::size_t end = number < line_starts_.size() ? line_starts_[number] : text_.size();
  std::string_view text = std::string_view(text_).substr(begin, end - begin);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  if (number == 1 && text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

std::uint32_t SourceFile::line_start(std::uint32_t number) const {
  if (number == 0) return 0;
  return number > line_starts_.size() ? static_cast<std::uint32_t>(text_.size())
                                      : line_starts_[number - 1];
}

std::string_view SourceFile::slice(const Span& span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text_.size());
  return std::string_view(text_).substr(begin, end - begin);
}

}  // namespace exr
