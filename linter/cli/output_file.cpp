#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace exr {

namespace {

namespace fs = std::filesystem;

constexpr mode_t kUsualMode = 0666;

Failure failure(const std::string& path, int error) {
  return {"`" + path + "` cannot be written: " + std::generic_category().message(error)};
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// 0, or the system's error.
int write_file(const std::string& path, std::string_view text, int flags) {
  const int file = open(path.c_str(), O_WRONLY | O_CLOEXEC | flags, kUsualMode);
  if (file < 0) return errno;
  int error = write_all(file, text) ? 0 : errno;
  // a full disk may show only here
  if (close(file) != 0 && error == 0) error = errno;
  return error;
}

// A link stays a link: what it leads to is written.
std::string resolved(const std::string& path) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(path, error);
  return error ? path : target.string();
}

}  // namespace

std::optional<Failure> write_output_file(const std::string& path, std::string_view text) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    const int error = write_file(path, text, 0);
    return error == 0 ? std::nullopt : std::optional(failure(path, error));
  }
  const std::string target = resolved(path);
  const std::string beside = target + ".exrlint-" + std::to_string(getpid());
  int error = write_file(beside, text, O_CREAT | O_EXCL);
  if (error == 0 && fs::exists(status)) {
    chmod(beside.c_str(), static_cast<mode_t>(status.permissions()));
  }
  if (error == 0 && std::rename(beside.c_str(), target.c_str()) != 0) error = errno;
  if (error == 0) return std::nullopt;
  if (error != EEXIST) unlink(beside.c_str());
  return failure(path, error);
}

}  // namespace exr
