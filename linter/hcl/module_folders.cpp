#include "hcl/module_folders.h"

#include "formats/json_reader.h"
#include "value/containers.h"

namespace exr {

namespace {

std::string text_of(const Object& record, std::string_view name) {
  const Value* value = record.find(name);
  return value != nullptr && value->is_string() ? value->as_string() : std::string();
}

bool is_installed(std::string_view folder) {
  return folder.find(".terraform/modules/") != std::string_view::npos;
}

}  // namespace

bool is_local_source(std::string_view source) {
  return source.starts_with("./") || source.starts_with("../");
}

ModuleFolders::ModuleFolders(const std::string& root, const FileSystem& files, SourceMap& sources,
                             const Limits& limits, Problems& problems) {
  const std::string path = join_path(root, ".terraform/modules/modules.json");
  if (!files.is_file(path)) return;
  Result<std::string> text = files.read(path, limits.source_file_size);
  if (!text) {
    problems.push_back(
        {.kind = ProblemKind::UnreadableFile, .message = text.failure().message, .path = path});
    return;
  }
  const FileId file = sources.add(path, std::move(text).value());
  const auto content = read_json(sources.file(file).text(), file, limits, problems);
  if (!content || !content->is_object()) return;
  const Value* modules = content->as_object().find("Modules");
  if (modules == nullptr || !modules->is_array()) return;
  for (const Value& module : modules->as_array().members) {
    if (!module.is_object()) continue;
    const std::string folder = text_of(module.as_object(), "Dir");
    folders_.try_emplace(text_of(module.as_object(), "Key"),
                         Folder{.path = normal_path(join_path(root, folder)),
                                .is_third_party = is_installed(folder)});
  }
}

std::optional<ModuleFolders::Folder> ModuleFolders::find(
    const std::vector<std::string>& module_calls) const {
  std::string key;
  for (const std::string& call : module_calls) key += (key.empty() ? "" : ".") + call;
  const auto found = folders_.find(key);
  return found == folders_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace exr
