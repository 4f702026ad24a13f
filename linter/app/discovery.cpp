#include "app/discovery.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "app/folder_walk.h"
#include "app/folders.h"
#include "app/frontends.h"
#include "support/text.h"

namespace exr {

namespace {

class Discoverer {
 public:
  Discoverer(const DiscoveryRequest& request, FileSystem& files, SourceMap& sources,
             Problems& problems)
      : request_(request), files_(files), sources_(sources), problems_(problems) {}

  Inputs discover() {
    std::vector<std::string> paths = shown(request_.paths);
    const std::vector<std::string> parameter_files = shown(request_.parameter_files);
    if (paths.empty() && parameter_files.empty()) paths.emplace_back(".");
    // all roots are looked for before the first of them closes the rest of the disk
    std::vector<std::string> roots;
    for (const std::string& path : paths) roots.push_back(root_of(path));
    for (const std::string& path : parameter_files) roots.push_back(root_of(path));
    // the sources of a plan that lies elsewhere may be where its user works
    if (request_.source_root.empty() && names_json(paths)) roots.push_back(root_of("."));
    for (const std::vector<std::string>* named :
         {&std::as_const(roots), &std::as_const(paths), &parameter_files}) {
      for (const std::string& path : *named) files_.allow(path);
    }
    if (!request_.configuration_file.empty()) files_.allow(request_.configuration_file);
    if (!request_.source_root.empty()) files_.allow(request_.source_root);
    for (std::size_t i = 0; i < paths.size(); ++i) add_input(paths[i], roots[i]);
    for (const std::string& path : parameter_files) {
      add_named(path, InputFile::Origin::Parameters);
    }
    return {.projects = std::move(projects_), .root = roots.front()};
  }

 private:
  std::vector<std::string> shown(const std::vector<std::string>& given) const {
    std::vector<std::string> paths;
    for (const std::string& path : given) {
      paths.push_back(shown_path(path, request_.working_folder));
    }
    return paths;
  }

  static bool names_json(const std::vector<std::string>& paths) {
    return std::any_of(paths.begin(), paths.end(), [](const std::string& path) {
      return ends_with_ignoring_case(path, ".json");
    });
  }

  std::string root_of(const std::string& path) const {
    if (!request_.root.empty()) return request_.root;
    const std::string folder = files_.is_directory(path) ? path : parent_folder(path);
    return project_root(files_, folder, request_.working_folder);
  }

  void add_input(const std::string& path, const std::string& root) {
    if (files_.is_directory(path)) {
      add_folder(path, root);
    } else {
      add_named(path, InputFile::Origin::Named);
    }
  }

  void add_named(const std::string& path, InputFile::Origin origin) {
    if (!files_.is_file(path)) {
      // says why: missing, a device, or outside
      const Result<std::string> text = files_.read(path, 0);
      report(path, text.ok() ? "is no regular file" : text.failure().message);
      return;
    }
    add_file({.path = path, .origin = origin}, parent_folder(path));
  }

  void add_folder(const std::string& path, const std::string& root) {
    FolderWalk walk(files_, request_.working_folder,
                    [this](const std::string& folder) -> const Configuration& {
                      return projects_[project_of(folder)].configuration;
                    });
    const std::vector<std::string> found = walk.find(path, root);
    for (const std::string& file : found) {
      add_file({.path = file, .origin = InputFile::Origin::Found}, parent_folder(file));
    }
    if (found.empty()) {
      report(path, "folder holds no file that exrlint reads (" + readable_endings() + ")");
    }
  }

  void add_file(InputFile file, const std::string& folder) {
    std::vector<InputFile>& files = projects_[project_of(folder)].files;
    const auto [place, is_new] = index_by_path_.emplace(file.path, files.size());
    if (is_new) {
      files.push_back(std::move(file));
    } else if (file.origin != InputFile::Origin::Found) {
      files[place->second].origin = file.origin;
    }
  }

  // The index of the project whose configuration holds in a folder.
  std::size_t project_of(const std::string& folder) {
    const auto known = project_by_folder_.find(folder);
    if (known != project_by_folder_.end()) return known->second;
    const std::string path = configuration_path(folder);
    const auto project = std::find_if(
        projects_.begin(), projects_.end(),
        [&](const Project& candidate) { return candidate.configuration.path == path; });
    const auto index = static_cast<std::size_t>(project - projects_.begin());
    if (project == projects_.end()) {
      projects_.emplace_back();
      if (!path.empty()) {
        const auto origin = request_.configuration_file.empty() ? ConfigurationOrigin::Found
                                                                : ConfigurationOrigin::Named;
        projects_.back().configuration =
            read_configuration(path, origin, files_, sources_, problems_);
      }
    }
    project_by_folder_[folder] = index;
    return index;
  }

  std::string configuration_path(const std::string& folder) const {
    if (!request_.configuration_file.empty()) {
      return shown_path(request_.configuration_file, request_.working_folder);
    }
    const auto path = find_configuration(files_, folder, request_.working_folder);
    if (!path) return {};
    const bool is_above =
        !request_.root.empty() && !lies_in(absolute_path(*path, request_.working_folder),
                                           absolute_path(request_.root, request_.working_folder));
    return is_above ? std::string() : *path;
  }

  void report(const std::string& path, std::string message) {
    problems_.push_back({.kind = ProblemKind::UnreadableFile,
                         .message = std::move(message),
                         .span = {},
                         .path = path});
  }

  const DiscoveryRequest& request_;
  FileSystem& files_;
  SourceMap& sources_;
  Problems& problems_;
  // a walk holds on to a configuration while others are added
  std::deque<Project> projects_;
  std::map<std::string, std::size_t> project_by_folder_;
  // the index of a file among those of its project
  std::map<std::string, std::size_t> index_by_path_;
};

}  // namespace

Inputs discover(const DiscoveryRequest& request, FileSystem& files, SourceMap& sources,
                Problems& problems) {
  return Discoverer(request, files, sources, problems).discover();
}

}  // namespace exr
