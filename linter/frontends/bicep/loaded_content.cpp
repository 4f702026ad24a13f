#include "frontends/bicep/loaded_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expression/functions/base64.h"
#include "formats/json_reader.h"
#include "formats/yaml_reader.h"
#include "frontends/bicep/compile_time_constants.h"
#include "frontends/bicep/json_path.h"
#include "frontends/bicep/text_encodings.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// All of a value stands where the call stands. Bounded by the nesting of what was read.
Value placed_inside(const Value& value, Span place) {
  if (value.is_array()) {
    Array array;
    for (const Value& member : value.as_array().members) array.add(placed_inside(member, place));
    return Value::array(std::move(array), place);
  }
  if (value.is_object()) {
    Object object;
    for (const Object::Property& property : value.as_object().properties())
      object.set(property.name, placed_inside(property.value, place), place);
    return Value::object(std::move(object), place);
  }
  return value.placed(place);
}

class ContentLoading {
 public:
  ContentLoading(Template& lowered, const Reading& reading)
      : template_(lowered),
        tree_(lowered.tree),
        reading_(reading),
        constants_(lowered, [this](NodeId call) { return value_of(call); }) {}

  void run() {
    for (std::size_t i = 0; i < tree_.size(); ++i) {
      const auto id = static_cast<NodeId>(i);
      if (tree_.node(id).kind == NodeKind::Call) value_of(id);
    }
  }

 private:
  using Loaded = std::optional<Value>;
  struct Loader {
    std::string_view function;
    Loaded (ContentLoading::*load)();
  };
  static constexpr auto loaders() {
    return std::array{
        Loader{"loadTextContent", &ContentLoading::load_text},
        Loader{"loadFileAsBase64", &ContentLoading::load_base64},
        Loader{"loadJsonContent", &ContentLoading::load_json},
        Loader{"loadYamlContent", &ContentLoading::load_yaml},
        Loader{"loadDirectoryFileInfo", &ContentLoading::load_directory},
    };
  }

  bool is_declared(std::string_view function) const {
    return std::any_of(template_.functions.begin(), template_.functions.end(),
                       [&](const auto& declared) { return declared.name == function; });
  }

  // The value of a call of ours, read at its first use; empty for one of another function.
  Loaded value_of(NodeId id) {
    const Node& node = tree_.node(id);
    const std::string_view function = tree_.text(node.payload);
    for (const Loader& loader : loaders()) {
      if (loader.function != function || node.child_count == 0 || is_declared(function)) continue;
      const Span span = tree_.span(id);
      if (const auto known = template_.loaded.find(span); known != template_.loaded.end())
        return known->second;
      const NodeId outer = std::exchange(call_, id);
      const Loaded loaded = (this->*loader.load)();
      call_ = outer;
      Value value = loaded ? placed_inside(*loaded, span)
                           : Value::unknown(make_unknown(UnknownReason::Invalid,
                                                         std::string(reading_.sources.slice(span))),
                                            span);
      return template_.loaded.emplace(span, std::move(value)).first->second;
    }
    return std::nullopt;
  }

  std::nullopt_t report(std::uint32_t argument, ProblemKind kind, std::string message) {
    const Node& node = tree_.node(call_);
    reading_.problems.push_back({.kind = kind,
                                 .message = std::move(message),
                                 .span = tree_.span(tree_.child(node, argument)),
                                 .path = {}});
    return std::nullopt;
  }
  std::nullopt_t refuse(std::uint32_t argument, std::string message) {
    return report(argument, ProblemKind::EvaluationError, std::move(message));
  }

  bool has_argument(std::uint32_t index) const { return index < tree_.node(call_).child_count; }

  std::optional<std::string> text_argument(std::uint32_t index) {
    const auto value = constants_.find(tree_.child(tree_.node(call_), index));
    if (value && value->is_string()) return value->as_string();
    // a file that was told to be unreadable
    if (value && value->is_unknown()) return std::nullopt;
    return refuse(index,
                  "this is no text that is the same in every deployment, as a function that "
                  "loads files takes it");
  }

  // The path of a file or folder, from the working folder.
  std::optional<std::string> path_argument() {
    const auto written = text_argument(0);
    if (!written) return std::nullopt;
    if (written->empty() || written->front() == '/' || written->find('\\') != std::string::npos)
      return refuse(0, fmt::format("`{}` is no relative path with forward slashes", *written));
    return join_path(parent_folder(template_.path), *written);
  }

  std::optional<std::string> bytes_of_file(std::size_t most) {
    const auto path = path_argument();
    if (!path) return std::nullopt;
    Result<std::string> bytes =
        reading_.files.read(*path, std::min(most, reading_.limits.source_file_size));
    if (bytes.ok()) return std::move(bytes).value();
    const bool is_limit = bytes.failure().is_limit;
    return report(0, is_limit ? ProblemKind::LimitExceeded : ProblemKind::UnreadableFile,
                  fmt::format("`{}` cannot be loaded: {}", *path, bytes.failure().message));
  }

  std::optional<std::string> text_of_file(std::uint32_t encoding_argument) {
    TextEncoding encoding = TextEncoding::Utf8;
    if (has_argument(encoding_argument)) {
      const auto name = text_argument(encoding_argument);
      if (!name) return std::nullopt;
      const auto found = find_encoding(*name);
      if (!found) {
        return refuse(encoding_argument, fmt::format("there is no encoding `{}`; Bicep has {}",
                                                     *name, encoding_names()));
      }
      encoding = *found;
    }
    const auto bytes = bytes_of_file(reading_.limits.string_size);
    if (!bytes) return std::nullopt;
    return decoded_text(*bytes, encoding);
  }

  Loaded load_text() {
    auto text = text_of_file(1);
    if (!text) return std::nullopt;
    return Value::string(std::move(*text));
  }

  Loaded load_base64() {
    const auto bytes = bytes_of_file(reading_.limits.string_size / 4 * 3);
    if (!bytes) return std::nullopt;
    return Value::string(base64_encoded(*bytes));
  }

  Loaded load_json() {
    const auto text = text_of_file(2);
    if (!text) return std::nullopt;
    const Result<Value> document = read_json_text(*text, reading_.limits);
    if (!document.ok()) return refuse(0, "the file holds no JSON: " + document.failure().message);
    return selected(document.value());
  }

  Loaded load_yaml() {
    const auto text = text_of_file(2);
    if (!text) return std::nullopt;
    Problems found;
    const auto document = read_yaml(*text, FileId::kNone, reading_.limits, found, YamlUse::Content);
    if (!document) {
      return report(0,
                    found.back().kind == ProblemKind::LimitExceeded ? ProblemKind::LimitExceeded
                                                                    : ProblemKind::EvaluationError,
                    "the file holds no YAML that can be loaded: " + found.back().message);
    }
    return selected(*document);
  }

  // One match is the value itself, several are an array.
  Loaded selected(const Value& document) {
    if (!has_argument(1)) return document;
    const auto path = text_argument(1);
    if (!path) return std::nullopt;
    const Result<std::vector<Value>> matches = select_by_path(document, *path);
    if (!matches.ok())
      return refuse(1, fmt::format("JSON path `{}` is not understood at {}", *path,
                                   matches.failure().message));
    if (matches.value().empty())
      return refuse(1, fmt::format("JSON path `{}` selects nothing in the file", *path));
    if (matches.value().size() == 1) return matches.value().front();
    Array array;
    for (const Value& match : matches.value()) array.add(match);
    return Value::array(std::move(array));
  }

  // The files of one folder by name without case, not those of folders in it.
  Loaded load_directory() {
    const auto folder = path_argument();
    if (!folder) return std::nullopt;
    std::string pattern = "*";
    if (has_argument(1)) {
      auto written = text_argument(1);
      if (!written) return std::nullopt;
      pattern = std::move(*written);
    }
    if (!reading_.files.is_directory(*folder)) {
      return report(0, ProblemKind::UnreadableFile,
                    fmt::format("`{}` is no folder of the project", *folder));
    }
    std::vector<std::string> names;
    for (const DirectoryEntry& entry : reading_.files.list(*folder)) {
      if (!entry.is_directory && (pattern == "*.*" || matches_wildcards(entry.name, pattern, '?')))
        names.push_back(entry.name);
    }
    std::stable_sort(names.begin(), names.end(), less_ignoring_case);
    const std::string shown = normal_path(*text_argument(0));
    Array infos;
    for (const std::string& name : names) infos.add(file_info(join_path(shown, name), name));
    return Value::array(std::move(infos));
  }

  // `baseName` has the extension too, as Bicep gives it.
  static Value file_info(const std::string& path, const std::string& name) {
    const std::size_t dot = name.rfind('.');
    const bool has_extension = dot != std::string::npos && dot + 1 < name.size();
    Object info;
    info.set("relativePath", Value::string(path));
    info.set("baseName", Value::string(name));
    info.set("extension", Value::string(has_extension ? name.substr(dot) : ""));
    return Value::object(std::move(info));
  }

  Template& template_;
  const ExpressionTree& tree_;
  const Reading& reading_;
  CompileTimeConstants constants_;
  // the call that is being read
  NodeId call_ = NodeId::kNone;
};

}  // namespace

void load_content(Template& lowered, const Reading& reading) {
  const ExpressionTree& tree = lowered.tree;
  bool has_call = false;
  for (std::size_t i = 0; i < tree.size() && !has_call; ++i) {
    const Node& node = tree.node(static_cast<NodeId>(i));
    has_call = node.kind == NodeKind::Call && tree.text(node.payload).starts_with("load");
  }
  if (has_call) ContentLoading(lowered, reading).run();
}

}  // namespace exr
