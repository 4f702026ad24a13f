#include "mapping/mapping_folder.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "formats/yaml_reader.h"
#include "value/containers.h"

namespace exr {

namespace {

constexpr std::string_view kEnding = ".yaml";
constexpr std::string_view kSchemaFolder = "schema";

class FolderReader {
 public:
  explicit FolderReader(const MappingReading& reading) : reading_(reading) {}

  std::vector<ReadMapping> read(const std::string& rules) {
    const std::string folder = join_path(rules, "mappings");
    for (const std::string& path : yaml_files(join_path(folder, std::string(kSchemaFolder)))) {
      if (const auto document = open(path))
        read_provider_schema(*document, schema_, reading_.problems);
    }
    for (const std::string& path : yaml_files(join_path(rules, "tables"))) read_table(path);
    const auto mixins = open(join_path(folder, "mixins.yaml"));
    if (mixins && !mixins->is_object()) report(*mixins, "mixins stand under their names");
    if (!mixins || !mixins->is_object()) return {};

    std::vector<ReadMapping> mappings;
    for (const DirectoryEntry& entry : reading_.files.list(folder)) {
      if (!entry.is_directory || entry.name == kSchemaFolder) continue;
      for (const std::string& path : yaml_files(join_path(folder, entry.name))) {
        auto mapping = read_file(path, mixins->as_object());
        if (mapping) mappings.push_back(*std::move(mapping));
      }
    }
    std::sort(mappings.begin(), mappings.end(), [](const ReadMapping& a, const ReadMapping& b) {
      return a.mapping.terraform_type < b.mapping.terraform_type;
    });
    return mappings;
  }

 private:
  std::vector<std::string> yaml_files(const std::string& folder) const {
    std::vector<std::string> paths;
    for (const DirectoryEntry& entry : reading_.files.list(folder)) {
      if (!entry.is_directory && entry.name.ends_with(kEnding))
        paths.push_back(join_path(folder, entry.name));
    }
    return paths;
  }

  static std::string name_of(const std::string& path) {
    std::string name = file_name(path);
    name.resize(name.size() - kEnding.size());
    return name;
  }

  std::optional<Value> open(const std::string& path) {
    Result<std::string> text = reading_.files.read(path, reading_.limits.source_file_size);
    if (!text.ok()) {
      reading_.problems.push_back({.kind = ProblemKind::UnreadableFile,
                                   .message = text.failure().message,
                                   .span = {},
                                   .path = path,
                                   .related = {}});
      return std::nullopt;
    }
    const FileId id = reading_.sources.add(path, std::move(text).value());
    return read_yaml(reading_.sources.file(id).text(), id, reading_.limits, reading_.problems);
  }

  void report(const Value& value, std::string message) {
    reading_.problems.push_back({.kind = ProblemKind::RuleSyntax,
                                 .message = std::move(message),
                                 .span = value.origin(),
                                 .path = {},
                                 .related = {}});
  }

  std::optional<ReadMapping> read_file(const std::string& path, const Object& mixins) {
    const auto document = open(path);
    if (!document) return std::nullopt;
    return read_mapping(name_of(path), *document,
                        {.schema = schema_, .mixins = mixins, .tables = tables_},
                        reading_.problems);
  }

  // Only tables of texts by key can be looked up in. Whether they are right is the rules' matter.
  void read_table(const std::string& path) {
    const auto document = open(path);
    if (!document || !document->is_object()) return;
    const Value* rows = document->as_object().find("rows");
    if (rows == nullptr || !rows->is_object()) return;
    MappingTable table;
    for (const Object::Property& row : rows->as_object().properties()) {
      if (row.value.is_string()) table.emplace_back(row.name.str(), row.value.as_string());
    }
    std::sort(table.begin(), table.end());
    tables_.emplace(name_of(path), std::move(table));
  }

  const MappingReading& reading_;
  ProviderSchema schema_;
  MappingBuilder::Tables tables_;
};

}  // namespace

std::vector<ReadMapping> read_mappings(const std::string& rules, const MappingReading& reading) {
  return FolderReader(reading).read(rules);
}

}  // namespace exr
