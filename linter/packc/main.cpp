// exrlint_packc RULES PACK.cpp MAPPINGS.cpp: compiles a folder of rules into source files that
// define embedded_pack() and embedded_mappings(). A malformed rule or mapping ends it with exit
// code 1.

#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "findings/problem_line.h"
#include "mapping/mapping_folder.h"
#include "mapping/mapping_pack.h"
#include "packc/generated_source.h"
#include "policy/loader.h"
#include "policy/pack.h"
#include "source/file_system.h"
#include "source/source_map.h"

namespace {

// What a run reads with.
struct Reading {
  exr::DiskFileSystem files;
  exr::Limits limits;
  exr::SourceMap sources;
  exr::Problems problems;
};

std::string packed_rules(const std::string& folder, Reading& reading) {
  exr::RuleSet rules;
  exr::load_rules(folder,
                  {reading.files, reading.limits, reading.sources, rules, reading.problems});
  return exr::encode_pack(rules);
}

std::string packed_mappings(const std::string& folder, Reading& reading) {
  std::vector<exr::Mapping> mappings;
  for (exr::ReadMapping& read : exr::read_mappings(
           folder, {reading.files, reading.limits, reading.sources, reading.problems}))
    mappings.push_back(std::move(read.mapping));
  return exr::encode_mappings(mappings);
}

bool write_file(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (out) return true;
  std::cerr << "exrlint_packc: cannot write " << path << "\n";
  return false;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: exrlint_packc RULES PACK.cpp MAPPINGS.cpp\n";
    return 2;
  }
  Reading reading;
  const std::string rules = packed_rules(arguments[1], reading);
  const std::string mappings = packed_mappings(arguments[1], reading);
  for (const exr::Problem& problem : reading.problems)
    std::cerr << exr::problem_line(problem, reading.sources) << "\n";
  if (!reading.problems.empty()) return 1;
  const exr::GeneratedSource rule_source = {
      .origin = "the rules", .header = "policy/pack.h", .name = "embedded_pack"};
  const exr::GeneratedSource mapping_source = {
      .origin = "the mappings", .header = "mapping/mapping_library.h", .name = "embedded_mappings"};
  const bool is_written = write_file(arguments[2], exr::source_text(rule_source, rules)) &&
                          write_file(arguments[3], exr::source_text(mapping_source, mappings));
  return is_written ? 0 : 1;
}
