#include "bench/process_run.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/timing.h"

namespace bench {

std::optional<Ended> run_process(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = 0;
  rusage usage{};
  int failure = 0;
  Ended ended;
  ended.seconds = seconds_of([&] {
    failure = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    if (failure == 0 && wait4(child, &status, 0, &usage) != child) failure = -1;
  });
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0 || !WIFEXITED(status)) return std::nullopt;
  ended.exit_code = WEXITSTATUS(status);
  ended.peak_mib = static_cast<double>(usage.ru_maxrss) / 1024;
  return ended;
}

}  // namespace bench
