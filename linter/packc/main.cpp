// exrlint_packc RULES OUT.cpp: compiles a folder of rules into a source file that defines
// embedded_pack(). A malformed rule ends it with exit code 1.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "findings/problem_line.h"
#include "policy/loader.h"
#include "policy/pack.h"
#include "source/file_system.h"
#include "source/source_map.h"

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

// Compilers read a string literal much faster than a list of numbers.
std::string source_text(std::string_view bytes) {
  std::string text =
      "// Generated from the rules. Do not edit.\n#include \"policy/pack.h\"\n\n"
      "namespace exr {\n\nstd::string_view embedded_pack() {\n  static constexpr char kBytes[] =\n";
  for (std::size_t begin = 0; begin < bytes.size(); begin += kBytesInLine) {
    text += "      \"";
    for (const char c : bytes.substr(begin, kBytesInLine)) append_byte(text, c);
    text += "\"\n";
  }
  text += "      \"\";\n  return {kBytes, sizeof(kBytes) - 1};\n}\n\n}  // namespace exr\n";
  return text;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: exrlint_packc RULES OUT.cpp\n";
    return 2;
  }
  const exr::DiskFileSystem files;
  const exr::Limits limits;
  exr::SourceMap sources;
  exr::RuleSet rules;
  exr::Problems problems;
  exr::load_rules(arguments[1], {files, limits, sources, rules, problems});
  for (const exr::Problem& problem : problems)
    std::cerr << exr::problem_line(problem, sources) << "\n";
  if (!problems.empty()) return 1;
  std::ofstream out(arguments[2], std::ios::binary);
  out << source_text(exr::encode_pack(rules));
  out.close();
  if (out) return 0;
  std::cerr << "exrlint_packc: cannot write " << arguments[2] << "\n";
  return 1;
}
