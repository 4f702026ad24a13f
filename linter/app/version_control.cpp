#include "app/version_control.h"

#include <algorithm>

#include "support/text.h"

namespace exr {

namespace {

constexpr std::size_t kMostBytes = 4U << 20U;
constexpr std::size_t kMostSymbolicSteps = 5;
constexpr std::size_t kHashDigits = 40;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string read_text(const FileSystem& files, const std::string& path) {
  const Result<std::string> text = files.read(path, kMostBytes);
  return text.ok() ? text.value() : std::string();
}

// The text behind a prefix, empty if the text does not begin so.
std::string_view behind(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? trimmed(text.substr(prefix.size())) : std::string_view();
}

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// A `.git` folder. Of a linked worktree, HEAD lies in its own one and all else in the common one.
struct GitFolders {
  std::string own;
  std::string common;
};

std::optional<GitFolders> find_git_folders(const FileSystem& files, const std::string& root) {
  const std::string git = join_path(root, ".git");
  if (files.is_directory(git)) return GitFolders{.own = git, .common = git};
  if (!files.is_file(git)) return std::nullopt;
  const std::string link = read_text(files, git);
  const std::string_view target = behind(link, "gitdir:");
  if (target.empty()) return std::nullopt;
  GitFolders folders;
  folders.own = join_path(root, target);
  const std::string common = read_text(files, join_path(folders.own, "commondir"));
  folders.common = trimmed(common).empty() ? folders.own : join_path(folders.own, trimmed(common));
  return folders;
}

std::string packed_hash(const std::string& packed, std::string_view name) {
  for (const std::string_view line : split(packed, '\n')) {
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos || trimmed(line.substr(blank)) != name) continue;
    if (is_hash(line.substr(0, blank))) return std::string(line.substr(0, blank));
  }
  return {};
}

// The hash that a reference (`refs/heads/main`) leads to.
std::string resolve(const FileSystem& files, const GitFolders& folders, std::string name) {
  for (std::size_t step = 0; step < kMostSymbolicSteps; ++step) {
    // a name from a file must not lead out of the folder
    if (!name.starts_with("refs/") || name.find("..") != std::string::npos) return {};
    std::string text = read_text(files, join_path(folders.own, name));
    if (text.empty()) text = read_text(files, join_path(folders.common, name));
    if (is_hash(trimmed(text))) return std::string(trimmed(text));
    const std::string_view next = behind(text, "ref:");
    if (next.empty()) {
      return packed_hash(read_text(files, join_path(folders.common, "packed-refs")), name);
    }
    name = std::string(next);
  }
  return {};
}

// The value of `url` in the section of the remote `origin`.
std::string origin_of(const std::string& config) {
  bool in_origin = false;
  for (const std::string_view line : split(config, '\n')) {
    const std::string_view content = trimmed(line);
    if (content.starts_with('[')) {
      in_origin = content == "[remote \"origin\"]";
      continue;
    }
    const std::size_t equals = content.find('=');
    if (!in_origin || equals == std::string_view::npos) continue;
    if (equal_ignoring_case(trimmed(content.substr(0, equals)), "url")) {
      return std::string(trimmed(content.substr(equals + 1)));
    }
  }
  return {};
}

// `git@host:owner/name`: a host before a colon that no slash precedes.
std::string from_scp_form(std::string_view remote) {
  const std::size_t colon = remote.find(':');
  if (colon == std::string_view::npos || remote.find('/') < colon) return {};
  std::string_view host = remote.substr(0, colon);
  host.remove_prefix(std::min(host.size(), host.rfind('@') + 1));
  // one letter is a drive of Windows
  if (host.size() < 2) return {};
  return std::string(host) + "/" + std::string(remote.substr(colon + 1));
}

}  // namespace

std::string repository_uri(std::string_view remote) {
  std::string place;
  const std::size_t scheme = remote.find("://");
  if (scheme == std::string_view::npos) {
    place = from_scp_form(remote);
  } else {
    const std::string_view protocol = remote.substr(0, scheme);
    if (protocol != "https" && protocol != "http" && protocol != "ssh" && protocol != "git") {
      return {};
    }
    place = remote.substr(scheme + 3);
    const std::size_t host_end = std::min(place.find('/'), place.size());
    const std::size_t at = place.substr(0, host_end).rfind('@');
    if (at != std::string::npos) place.erase(0, at + 1);
    // the port of another protocol is not that of its pages
    const std::size_t colon = place.substr(0, std::min(place.find('/'), place.size())).find(':');
    if (protocol != "https" && protocol != "http" && colon != std::string::npos) {
      place.erase(colon, std::min(place.find('/'), place.size()) - colon);
    }
  }
  // a token may also stand behind a question mark
  place.resize(std::min(place.find_first_of("?#"), place.size()));
  if (place.ends_with(".git")) place.resize(place.size() - 4);
  return place.find('/') == std::string::npos ? std::string() : "https://" + place;
}

std::optional<VersionControl> find_version_control(const FileSystem& files,
                                                   const std::string& root) {
  const auto folders = find_git_folders(files, root);
  if (!folders) return std::nullopt;
  VersionControl found;
  found.repository_uri =
      repository_uri(origin_of(read_text(files, join_path(folders->common, "config"))));
  if (found.repository_uri.empty()) return std::nullopt;
  const std::string head = read_text(files, join_path(folders->own, "HEAD"));
  const std::string_view reference = behind(head, "ref:");
  if (reference.empty()) {
    if (is_hash(trimmed(head))) found.revision = trimmed(head);
    return found;
  }
  found.branch = behind(reference, "refs/heads/");
  found.revision = resolve(files, *folders, std::string(reference));
  return found;
}

}  // namespace exr
