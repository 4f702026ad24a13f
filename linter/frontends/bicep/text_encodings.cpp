#include "frontends/bicep/text_encodings.h"

#include <array>

#include "support/utf8.h"

namespace exr {

namespace {

struct NamedEncoding {
  std::string_view name;
  TextEncoding encoding;
};
constexpr std::array kEncodings = {
    NamedEncoding{"us-ascii", TextEncoding::Ascii},
    NamedEncoding{"iso-8859-1", TextEncoding::Latin1},
    NamedEncoding{"utf-8", TextEncoding::Utf8},
    NamedEncoding{"utf-16BE", TextEncoding::Utf16BigEndian},
    NamedEncoding{"utf-16", TextEncoding::Utf16},
};

struct ByteOrderMark {
  std::string_view bytes;
  TextEncoding encoding;
};
constexpr std::array kMarks = {
    ByteOrderMark{"\xEF\xBB\xBF", TextEncoding::Utf8},
    ByteOrderMark{"\xFF\xFE", TextEncoding::Utf16},
    ByteOrderMark{"\xFE\xFF", TextEncoding::Utf16BigEndian},
};

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

char32_t byte_at(std::string_view bytes, std::size_t index) {
  return static_cast<unsigned char>(bytes[index]);
}

std::string from_utf16(std::string_view bytes, TextEncoding encoding) {
  const bool is_big = encoding == TextEncoding::Utf16BigEndian;
  const auto unit_at = [&](std::size_t i) {
    return is_big ? byte_at(bytes, i) << 8U | byte_at(bytes, i + 1)
                  : byte_at(bytes, i + 1) << 8U | byte_at(bytes, i);
  };
  std::string text;
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    const char32_t unit = unit_at(i);
    const char32_t next = i + 3 < bytes.size() ? unit_at(i + 2) : 0;
    if (is_high_surrogate(unit) && is_low_surrogate(next)) {
      append_character(text, 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
      i += 2;
    } else {
      const bool is_alone = is_high_surrogate(unit) || is_low_surrogate(unit);
      append_character(text, is_alone ? kReplacementCharacter : unit);
    }
  }
  if (i < bytes.size()) append_character(text, kReplacementCharacter);
  return text;
}

std::string from_utf8(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) append_character(text, take_character(bytes));
  return text;
}

std::string from_single_bytes(std::string_view bytes, TextEncoding encoding) {
  constexpr char32_t kFirstBeyondAscii = 0x80;
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char32_t character = byte_at(bytes, i);
    const bool is_foreign = encoding == TextEncoding::Ascii && character >= kFirstBeyondAscii;
    append_character(text, is_foreign ? U'?' : character);
  }
  return text;
}

}  // namespace

std::optional<TextEncoding> find_encoding(std::string_view name) {
  for (const NamedEncoding& entry : kEncodings) {
    if (entry.name == name) return entry.encoding;
  }
  return std::nullopt;
}

std::string encoding_names() {
  std::string names;
  for (const NamedEncoding& entry : kEncodings)
    names += (names.empty() ? "`" : ", `") + std::string(entry.name) + "`";
  return names;
}

std::string decoded_text(std::string_view bytes, TextEncoding encoding) {
  for (const ByteOrderMark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    bytes.remove_prefix(mark.bytes.size());
    encoding = mark.encoding;
    break;
  }
  switch (encoding) {
    case TextEncoding::Utf8:
      return from_utf8(bytes);
    case TextEncoding::Utf16:
    case TextEncoding::Utf16BigEndian:
      return from_utf16(bytes, encoding);
    case TextEncoding::Ascii:
    case TextEncoding::Latin1:
      break;
  }
  return from_single_bytes(bytes, encoding);
}

}  // namespace exr
