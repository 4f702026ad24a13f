#include "hcl/module_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "formats/json_reader.h"
#include "hcl/hcl_reader.h"
#include "hcl/json_document.h"

namespace exr {

namespace {

bool is_json(std::string_view name) { return name.ends_with(".tf.json"); }

// Terraform leaves out what editors keep beside a file.
bool is_configuration(std::string_view name) {
  return (name.ends_with(".tf") || is_json(name)) && !name.starts_with('.');
}

// https://developer.hashicorp.com/terraform/language/files/override
bool is_override(std::string_view name) {
  name.remove_suffix(is_json(name) ? std::string_view(".tf.json").size()
                                   : std::string_view(".tf").size());
  return name == "override" || name.ends_with("_override");
}

}  // namespace

std::vector<std::string> ModuleReader::files_of(const std::string& folder) const {
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : files_.list(folder)) {
    if (!entry.is_directory && is_configuration(entry.name)) names.push_back(entry.name);
  }
  std::stable_partition(names.begin(), names.end(),
                        [](const std::string& name) { return !is_override(name); });
  return names;
}

const TerraformModule* ModuleReader::find(const std::string& folder) {
  const auto [entry, is_new] = modules_.try_emplace(folder);
  if (!is_new) return entry->second.get();
  const std::vector<std::string> names = files_of(folder);
  if (names.empty()) return nullptr;
  auto module = std::make_unique<TerraformModule>();
  for (const std::string& name : names) {
    HclDocument document = read(join_path(folder, name));
    if (is_override(name)) {
      module->add_override(std::move(document));
    } else {
      module->add(std::move(document));
    }
  }
  entry->second = std::move(module);
  return entry->second.get();
}

HclDocument ModuleReader::read(const std::string& path) {
  Result<std::string> text = files_.read(path, limits_.source_file_size);
  if (!text) {
    const bool is_limit = text.failure().is_limit;
    problems_.push_back(
        {.kind = is_limit ? ProblemKind::LimitExceeded : ProblemKind::UnreadableFile,
         .message = text.failure().message,
         .path = path});
    return {};
  }
  const FileId file = sources_.add(path, std::move(text).value());
  const std::string_view content = sources_.file(file).text();
  if (!is_json(path)) return read_hcl(content, file, expressions_, limits_, problems_);
  const auto value = read_json(content, file, limits_, problems_);
  return value ? json_document(*value, expressions_, limits_) : HclDocument();
}

}  // namespace exr
