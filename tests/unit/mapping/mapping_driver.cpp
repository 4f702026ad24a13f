#include "unit/mapping/mapping_driver.h"

#include <gtest/gtest.h>

#include <utility>

#include "findings/problem_line.h"
#include "formats/json_reader.h"
#include "formats/yaml_reader.h"
#include "mapping/mapping_folder.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

// One attribute of each kind. `filled` is what the provider fills in where nobody writes it.
constexpr std::string_view kSchema = R"(
azurerm_thing:
  name: required
  resource_group_name: required
  scope: optional
  parent_name: optional
  text: optional
  other: optional
  flag: optional
  count: optional
  filled: optional+computed
  late: {v3: optional, v4+: optional+computed}
  old_name: optional+computed
  new_name: optional+computed
  words: optional list
  labels: optional map
  single: optional list
  single.text: optional
  single.filled: optional+computed
  single.inner: optional list
  single.inner.text: optional
  many: optional list
  many.text: optional
  many.other: optional
  many.filled: optional+computed
  many.words: optional list
  unused: optional
  status: computed
  secret: optional sensitive = none
)";

constexpr std::string_view kMixins = R"(
shared: {shared.text: text}
per_element: {inner: other}
)";

const MappingBuilder::Tables& tables() {
  static const MappingBuilder::Tables kTables = {{"roles", {{"Owner", "1"}, {"Reader", "2"}}}};
  return kTables;
}

Value yaml(std::string_view text, Problems& problems) {
  const auto value = read_yaml(text, FileId::kNone, Limits(), problems);
  return value.value_or(Value());
}

Value with_unknowns(const Value& value) {
  if (value.is_array()) {
    Array array;
    for (const Value& member : value.as_array().members) array.add(with_unknowns(member));
    return Value::array(std::move(array), value.origin());
  }
  if (!value.is_object()) return value;
  const Value* unknown = value.as_object().find("$unknown");
  if (unknown != nullptr)
    return Value::unknown(make_unknown(UnknownReason::KnownAfterApply, unknown->as_string()));
  Object object;
  for (const Object::Property& property : value.as_object().properties())
    object.set(property.name, with_unknowns(property.value), property.name_span);
  return Value::object(std::move(object), value.origin());
}

}  // namespace

const std::vector<ReadMapping>& project_mappings() {
  static const std::vector<ReadMapping> kMappings = [] {
    const DiskFileSystem files;
    const Limits limits;
    SourceMap sources;
    Problems problems;
    auto mappings = read_mappings(EXRLINT_SOURCE_DIR "/rules", {files, limits, sources, problems});
    for (const Problem& problem : problems) ADD_FAILURE() << problem_line(problem, sources);
    return mappings;
  }();
  return kMappings;
}

const Mapping* find_project_mapping(std::string_view terraform_type) {
  for (const ReadMapping& read : project_mappings()) {
    if (read.mapping.terraform_type == terraform_type) return &read.mapping;
  }
  return nullptr;
}

Value value_of(std::string_view json) {
  const Result<Value> value = read_json_text(json, Limits());
  if (!value.ok()) ADD_FAILURE() << value.failure().message << ": " << json;
  return value.ok() ? with_unknowns(value.value()) : Value();
}

SmallMapping::SmallMapping(const std::string& text) {
  ProviderSchema schema;
  read_provider_schema(yaml(kSchema, problems_), schema, problems_);
  const Value mixins = yaml(kMixins, problems_);
  std::string all =
      "ignore: [name, resource_group_name, scope, parent_name, text, other, flag, count, filled, "
      "late, old_name, new_name, words, labels, single, many, unused, secret]\n";
  if (text.find("\nignore:") != std::string::npos || text.starts_with("ignore:")) all.clear();
  // what every resource needs
  for (const char* line :
       {"type: My.Net/things\n", "name: name\n", "in: {rg: resource_group_name}\n"}) {
    const std::string key = std::string(line).substr(0, std::string_view(line).find(':') + 1);
    if (text.find("patch:") != std::string::npos || text.starts_with(key)) continue;
    if (text.find("\n" + key) == std::string::npos) all += line;
  }
  const Value document = yaml(all + text, problems_);
  auto read =
      read_mapping("azurerm_thing", document,
                   {.schema = schema, .mixins = mixins.as_object(), .tables = tables()}, problems_);
  if (read) mapping_ = std::move(read->mapping);
}

std::string SmallMapping::complaints() const {
  std::string text;
  for (const Problem& problem : problems_) text += problem.message + "\n";
  return text;
}

MappingResult SmallMapping::result(std::string_view attributes, std::string_view expressions,
                                   int provider_major) const {
  EXPECT_EQ(complaints(), "");
  const Value values = value_of(attributes);
  const Value written = expressions.empty() ? Value() : value_of(expressions);
  return map_resource(mapping_, {.type = "azurerm_thing",
                                 .address = "azurerm_thing.x",
                                 .attributes = values,
                                 .expressions = written,
                                 .provider_major = provider_major,
                                 .place = {}});
}

std::string SmallMapping::body(std::string_view attributes, std::string_view expressions,
                               int provider_major) const {
  const MappingResult result = this->result(attributes, expressions, provider_major);
  return result.resources.empty() ? "none" : to_json(result.resources.front().body);
}

std::string unknown_x(const std::string& text) { return "{\"x\":{\"$unknown\":\"" + text + "\"}}"; }

std::string set_x(const std::string& right_side) {
  return "type: My.Net/things\nset:\n  x: " + right_side + "\n";
}

}  // namespace exr
