#include "policy/loader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "formats/yaml_reader.h"
#include "policy/reference_check.h"
#include "policy/rule_decoder.h"
#include "policy/rule_file.h"
#include "policy/vocabulary_circles.h"
#include "policy/vocabulary_decoder.h"
#include "support/text.h"

namespace exr {

namespace {

constexpr std::uint32_t kDeepestFolder = 32;
constexpr std::string_view kEnding = ".yaml";
constexpr std::string_view kVocabularyName = "vocabulary.yaml";
constexpr std::string_view kTablesFolder = "tables";

// Folders beside the rules that hold other things.
bool is_other_folder(std::string_view name) {
  static constexpr std::array<std::string_view, 3> kOthers = {"mappings", "schema", "docs"};
  return name.starts_with('.') || std::find(kOthers.begin(), kOthers.end(), name) != kOthers.end();
}

// The files of a rule folder, each list in the order of paths.
struct RuleFolder {
  std::vector<std::string> tables;
  std::vector<std::string> vocabularies;
  std::vector<std::string> rules;
};

void walk(const FileSystem& files, const std::string& folder, std::uint32_t depth,
          RuleFolder& found) {
  if (depth > kDeepestFolder) return;
  const bool is_tables = file_name(folder) == kTablesFolder;
  for (const DirectoryEntry& entry : files.list(folder)) {
    const std::string path = join_path(folder, entry.name);
    if (entry.is_directory) {
      if (!is_other_folder(entry.name) && !entry.is_link) walk(files, path, depth + 1, found);
    } else if (entry.name.ends_with(kEnding)) {
      std::vector<std::string>& list = is_tables                       ? found.tables
                                       : entry.name == kVocabularyName ? found.vocabularies
                                                                       : found.rules;
      list.push_back(path);
    }
  }
}

class Loader {
 public:
  explicit Loader(const RuleReading& reading)
      : files_(reading.files),
        limits_(reading.limits),
        sources_(reading.sources),
        rules_(reading.rules),
        problems_(reading.problems) {}

  void load(const std::string& folder) {
    if (!files_.is_directory(folder)) {
      problems_.push_back({.kind = ProblemKind::UnreadableFile,
                           .message = "there is no folder of rules here",
                           .span = {},
                           .path = folder});
      return;
    }
    RuleFolder found;
    walk(files_, folder, 0, found);
    const std::size_t before = problems_.size();
    for (const std::string& path : found.tables) load_table(path);
    for (const std::string& path : found.vocabularies) load_vocabulary(path);
    lacks_words_ = problems_.size() > before;
    for (const std::string& path : found.rules) load_rule(path);
  }

 private:
  // The document of a file with what reports about it; empty if it cannot be read.
  struct Opened {
    RuleFile file;
    Value document;
  };

  std::optional<Opened> open(const std::string& path) {
    Result<std::string> text = files_.read(path, limits_.source_file_size);
    if (!text.ok()) {
      problems_.push_back({.kind = ProblemKind::UnreadableFile,
                           .message = text.failure().message,
                           .span = {},
                           .path = path});
      return std::nullopt;
    }
    const FileId id = sources_.add(path, std::move(text).value());
    Problems found;
    auto document = read_yaml(sources_.file(id).text(), id, limits_, found);
    RuleFile file(id, sources_, limits_, problems_);
    for (const Problem& problem : found) file.report(problem.span, problem.message);
    if (!document) return std::nullopt;
    return Opened{file, *std::move(document)};
  }

  void load_table(const std::string& path) {
    auto opened = open(path);
    if (!opened) return;
    std::string name = file_name(path);
    name.resize(name.size() - kEnding.size());
    ReferenceTable table = decode_table(opened->file, name, opened->document);
    if (!opened->file.is_sound()) return;
    const auto same =
        std::find_if(rules_.tables.begin(), rules_.tables.end(),
                     [&](const ReferenceTable& other) { return other.name == table.name; });
    if (same == rules_.tables.end())
      rules_.tables.push_back(std::move(table));
    else
      *same = merged_table(*same, table);
  }

  void load_vocabulary(const std::string& path) {
    auto opened = open(path);
    if (!opened) return;
    DecodedVocabulary decoded = decode_vocabulary(opened->file, opened->document);
    if (opened->file.is_sound())
      check_references(decoded.vocabulary, decoded.fields, rules_, opened->file);
    if (opened->file.is_sound())
      check_circles(decoded.vocabulary, decoded.fields, rules_, opened->file);
    if (opened->file.is_sound())
      rules_.vocabularies.push_back(
          std::make_shared<const Vocabulary>(std::move(decoded.vocabulary)));
  }

  void load_rule(const std::string& path) {
    auto opened = open(path);
    if (!opened) return;
    RuleFile& file = opened->file;
    DecodedRule decoded = decode_rule(file, opened->document);
    if (!opened->document.is_object()) return;
    check_id(path, decoded.rule.facts.id, opened->document.as_object(), file);
    // every name that a broken vocabulary or table would have given would be reported as well
    if (lacks_words_) return;
    if (file.is_sound()) check_references(decoded.rule, decoded.fields, rules_, file);
    if (file.is_sound())
      rules_.rules.push_back(std::make_shared<const Rule>(std::move(decoded.rule)));
  }

  // Letters, then digits: what comments and the command line can name.
  static bool is_id(std::string_view id) {
    const std::size_t letters = id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return letters != 0 && letters != std::string_view::npos &&
           id.find_first_not_of("0123456789", letters) == std::string_view::npos;
  }

  void check_id(const std::string& path, const std::string& id, const Object& document,
                RuleFile& file) const {
    const Value* value = document.find("id");
    if (value == nullptr || id.empty()) return;
    if (!is_id(id)) {
      file.report(value->origin(), "`" + id + "` is no ID; capitals and then digits make one");
      return;
    }
    const std::string name = file_name(path);
    if (!name.starts_with(id + "-") && name != id + std::string(kEnding)) {
      file.report(value->origin(), "the rule `" + id + "` stands in `" + name +
                                       "`; the name of its file must begin with its ID");
    }
    if (rules_.find_rule(id) != nullptr)
      file.report(value->origin(), "there is a rule `" + id + "` already");
  }

  const FileSystem& files_;
  const Limits& limits_;
  SourceMap& sources_;
  RuleSet& rules_;
  Problems& problems_;
  // whether a vocabulary or a table of the folder could not be read
  bool lacks_words_ = false;
};

}  // namespace

void load_rules(const std::string& folder, const RuleReading& reading) {
  Loader(reading).load(normal_path(folder));
}

}  // namespace exr
