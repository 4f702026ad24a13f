#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "frontends/terraform/plan_file.h"
#include "support/utf8.h"

namespace exr {

namespace {

enum class Encoding : std::uint8_t { Utf8, Utf16Little, Utf16Big };

constexpr std::size_t kSample = 8;

// Whether every other byte at the beginning is zero, and only those, as in UTF-16 that begins with
// ASCII characters.
bool has_zeros_at(std::string_view bytes, std::size_t remainder) {
  const std::string_view sample = bytes.substr(0, kSample);
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if ((sample[i] == '\0') != (i % 2 == remainder)) return false;
  }
  return sample.size() >= 2;
}

Encoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || has_zeros_at(bytes, 1)) return Encoding::Utf16Little;
  if (bytes.starts_with("\xFE\xFF") || has_zeros_at(bytes, 0)) return Encoding::Utf16Big;
  return Encoding::Utf8;
}

class Utf16 {
 public:
  Utf16(std::string_view bytes, Encoding encoding)
      : bytes_(bytes), high_(encoding == Encoding::Utf16Big ? 0 : 1) {}

  bool at_end() const { return at_ + 1 >= bytes_.size(); }

  char32_t take() {
    const char32_t unit = take_unit();
    if (unit < 0xD800U || unit >= 0xE000U) return unit;
    if (unit >= 0xDC00U || at_end()) return kReplacementCharacter;
    const std::size_t back = at_;
    const char32_t low = take_unit();
    if (low >= 0xDC00U && low < 0xE000U)
      return 0x10000U + ((unit - 0xD800U) << 10U) + (low - 0xDC00U);
    at_ = back;
    return kReplacementCharacter;
  }

 private:
  char32_t take_unit() {
    const auto byte = [&](std::size_t offset) {
      return static_cast<char32_t>(static_cast<unsigned char>(bytes_[at_ + offset]));
    };
    const char32_t unit = byte(high_) << 8U | byte(1 - high_);
    at_ += 2;
    return unit;
  }

  std::string_view bytes_;
  std::size_t high_;
  std::size_t at_ = 0;
};

}  // namespace

Result<std::string> plan_text(std::string bytes) {
  const Encoding encoding = encoding_of(bytes);
  if (encoding == Encoding::Utf8) return bytes;
  if (bytes.size() % 2 != 0) return Failure{"the file ends in the middle of a UTF-16 character"};
  std::string text;
  text.reserve(bytes.size() / 2);
  Utf16 characters(bytes, encoding);
  while (!characters.at_end()) append_character(text, characters.take());
  return text;
}

}  // namespace exr
