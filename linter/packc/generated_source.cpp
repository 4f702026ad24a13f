#include "packc/generated_source.h"

namespace exr {

namespace {

constexpr std::size_t kBytesInLine = 64;

// One byte of a string literal. Three octal digits never run into what follows.
void append_byte(std::string& text, char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20U && byte < 0x7FU && c != '"' && c != '\\' && c != '?') {
    text += c;
    return;
  }
  text += '\\';
  text += static_cast<char>('0' + (byte >> 6U));
  text += static_cast<char>('0' + ((byte >> 3U) & 7U));
  text += static_cast<char>('0' + (byte & 7U));
}

}  // namespace

// Compilers read a string literal much faster than a list of numbers.
std::string source_text(const GeneratedSource& source, std::string_view bytes) {
  std::string text = "// Generated from ";
  text.append(source.origin).append(". Do not edit.\n#include \"").append(source.header);
  text.append("\"\n\nnamespace exr {\n\nstd::string_view ").append(source.name);
  text.append("() {\n  static constexpr char kBytes[] =\n");
  for (std::size_t begin = 0; begin < bytes.size(); begin += kBytesInLine) {
    text += "      \"";
    for (const char c : bytes.substr(begin, kBytesInLine)) append_byte(text, c);
    text += "\"\n";
  }
  text += "      \"\";\n  return {kBytes, sizeof(kBytes) - 1};\n}\n\n}  // namespace exr\n";
  return text;
}

}  // namespace exr
