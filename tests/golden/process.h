#pragma once

#include <string>
#include <vector>

namespace exr {

/// What a run of the built program gave.
struct ProcessResult {
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// Runs the built `exrlint` with arguments in a folder, with a text as standard input.
ProcessResult run_exrlint(const std::vector<std::string>& arguments, const std::string& folder,
                          const std::string& input = {});

/// A folder of its own below the system's folder for temporary files; gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  void write(const std::string& name, const std::string& text) const;
  std::string read(const std::string& name) const;

 private:
  std::string path_;
};

}  // namespace exr
