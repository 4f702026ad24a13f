#include "golden/process.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace exr {

namespace fs = std::filesystem;

namespace {

std::string quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char letter : text) quoted += letter == '\'' ? "'\\''" : std::string(1, letter);
  return quoted + "'";
}

}  // namespace

ProcessResult run_exrlint(const std::vector<std::string>& arguments, const std::string& folder,
                          const std::string& input) {
  const TemporaryFolder streams;
  streams.write("in", input);
  std::string command = "cd " + quoted(folder) + " && " + quoted(EXRLINT_BINARY);
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  command += " <" + quoted(streams.path() + "/in") + " >" + quoted(streams.path() + "/out") +
             " 2>" + quoted(streams.path() + "/err");
  const int status = std::system(command.c_str());
  return {.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
          .out = streams.read("out"),
          .err = streams.read("err")};
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "exrlint-test-XXXXXX").string();
  EXPECT_NE(mkdtemp(name.data()), nullptr);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void TemporaryFolder::write(const std::string& name, const std::string& text) const {
  const fs::path path = fs::path(path_) / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string TemporaryFolder::read(const std::string& name) const {
  std::ifstream stream(path_ + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace exr
