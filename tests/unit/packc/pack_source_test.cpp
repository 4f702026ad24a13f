#include "packc/pack_source.h"

#include <gtest/gtest.h>

#include <string>

namespace exr {
namespace {

// What a compiler makes of the string literals in a source.
std::string bytes_in(const std::string& source) {
  std::string bytes;
  const std::size_t begin = source.find("kPack[] =");
  const std::size_t end = source.find(";\n", begin);
  bool is_inside = false;
  for (std::size_t at = begin; at < end; ++at) {
    if (source[at] == '"') {
      is_inside = !is_inside;
    } else if (is_inside && source[at] == '\\') {
      bytes += static_cast<char>(std::stoi(source.substr(at + 1, 3), nullptr, 8));
      at += 3;
    } else if (is_inside) {
      bytes += source[at];
    }
  }
  return bytes;
}

TEST(PackSource, holds_every_byte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  // a digit behind an escape, what once was a trigraph
  bytes += std::string(
      "\0"
      "7\n\?\?=\"\\",
      8);
  const std::string source = pack_source(bytes);
  EXPECT_EQ(bytes_in(source), bytes);
  for (const char c : source) EXPECT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7f));
}

TEST(PackSource, of_nothing_still_compiles) {
  EXPECT_NE(pack_source("").find("kPack[] =\n    \"\"\n"), std::string::npos);
}

}  // namespace
}  // namespace exr
