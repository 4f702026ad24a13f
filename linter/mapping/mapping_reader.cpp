#include "mapping/mapping_reader.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "mapping/mapping_expression.h"
#include "mapping/object_reader.h"
#include "mapping/placement_reader.h"

namespace exr {

namespace {

constexpr std::array<std::string_view, 15> kKeys = {
    "type", "api",      "type_from", "api_from", "data_plane", "name",   "in",   "use",
    "set",  "children", "patch",     "computed", "derive",     "ignore", "tf_id"};

using Names = std::set<std::string, std::less<>>;

// Whether the list has the attribute or a block that it is in.
bool has_attribute(const Names& names, std::string_view attribute) {
  while (true) {
    if (names.contains(attribute)) return true;
    const std::size_t dot = attribute.rfind('.');
    if (dot == std::string_view::npos) return false;
    attribute = attribute.substr(0, dot);
  }
}

class MappingReader {
 public:
  MappingReader(const Object& document, const TypeSchema& schema, const MappingSources& sources,
                Mapping& mapping, Problems& problems)
      : document_(document),
        schema_(schema),
        mixins_(sources.mixins),
        mapping_(mapping),
        builder_(schema, sources.tables, mapping, problems) {}

  void read() {
    for (const Object::Property& property : document_.properties()) {
      if (std::find(kKeys.begin(), kKeys.end(), property.name.str()) == kKeys.end())
        builder_.report(property.name_span, "there is no key `" + property.name.str() + "` here");
    }
    if (const Value* data_plane = document_.find("data_plane"))
      mapping_.is_data_plane = data_plane->is_bool() && data_plane->as_bool();
    if (mapping_.is_data_plane) return;
    read_type(document_);
    mapping_.name = side("name");
    mapping_.terraform_id = side("tf_id");
    if (const Value* in = document_.find("in"))
      mapping_.placements = read_placements(*in, builder_);
    mapping_.body = read_set(document_, {}, mixins_, {}, builder_);
    read_patch();
    read_children();
    read_computed();
    read_derived();
    read_ignored();
  }

  MappingCoverage coverage(Span span) {
    MappingCoverage coverage;
    if (mapping_.is_data_plane) return coverage;
    for (const auto& [name, attribute] : schema_) {
      if (attribute.is_block) continue;
      if (has_attribute(computed_, name) || is_read_only(name))
        ++coverage.computed;
      else if (builder_.used().contains(name))
        ++coverage.mapped;
      else if (has_attribute(ignored_, name))
        ++coverage.ignored;
      else
        coverage.left_out.push_back(name);
    }
    for (const std::string& name : coverage.left_out)
      builder_.report(span, "`" + name + "` is neither mapped nor computed nor ignored");
    return coverage;
  }

 private:
  // It, or a block that it is in.
  bool is_read_only(std::string_view attribute) const {
    while (true) {
      const auto found = schema_.find(attribute);
      if (found != schema_.end() && found->second.is_read_only()) return true;
      const std::size_t dot = attribute.rfind('.');
      if (dot == std::string_view::npos) return false;
      attribute = attribute.substr(0, dot);
    }
  }

  std::uint32_t side(std::string_view key) { return side(document_, key); }
  std::uint32_t side(const Object& object, std::string_view key) {
    const Value* value = object.find(key);
    return value == nullptr ? kNoIndex : read_right_side(*value, {}, mixins_, builder_);
  }

  std::string text(const Object& object, std::string_view key) {
    const Value* value = object.find(key);
    if (value == nullptr) return {};
    if (value->is_string()) return value->as_string();
    builder_.report(value->origin(), "`" + std::string(key) + "` is a text");
    return {};
  }

  void read_type(const Object& object) {
    mapping_.type = text(object, "type");
    mapping_.api_version = text(object, "api");
    mapping_.type_node = side(object, "type_from");
    mapping_.api_node = side(object, "api_from");
  }

  void read_patch() {
    const Value* patch = document_.find("patch");
    if (patch == nullptr || !patch->is_object()) return;
    const Object& object = patch->as_object();
    if (object.find("type") != nullptr) mapping_.type = text(object, "type");
    mapping_.target = side(object, "target");
    const Value* append = object.find("append");
    mapping_.appends = append != nullptr && append->is_bool() && append->as_bool();
    if (mapping_.target == kNoIndex) builder_.report(patch->origin(), "a patch needs a `target`");
  }

  void read_children() {
    const Value* children = document_.find("children");
    if (children == nullptr || !children->is_array()) return;
    for (const Value& member : children->as_array().members) {
      if (!member.is_object()) continue;
      const Object& object = member.as_object();
      MappingChildResource child;
      child.type = text(object, "type");
      child.api_version =
          object.find("api") == nullptr ? mapping_.api_version : text(object, "api");
      child.name = side(object, "name");
      if (const Value* condition = object.find("if"))
        child.condition = read_mapping_condition(*condition, {}, builder_);
      child.body = read_set(object, {}, mixins_, {}, builder_);
      if (child.type.empty() || child.name == kNoIndex)
        builder_.report(member.origin(), "a child needs a `type` and a `name`");
      mapping_.children_resources.push_back(std::move(child));
    }
  }

  void read_computed() {
    const Value* computed = document_.find("computed");
    if (computed == nullptr || !computed->is_object()) return;
    for (const Object::Property& property : computed->as_object().properties()) {
      if (builder_.check_attribute(property.name.str(), property.name_span))
        computed_.insert(property.name.str());
    }
  }

  void read_derived() {
    const Value* derive = document_.find("derive");
    if (derive == nullptr || !derive->is_object()) return;
    for (const Object::Property& property : derive->as_object().properties()) {
      if (!builder_.check_attribute(property.name.str(), property.name_span)) continue;
      computed_.insert(property.name.str());
      const std::uint32_t node = read_right_side(property.value, {}, mixins_, builder_);
      if (node != kNoIndex) mapping_.derived.emplace_back(property.name.str(), node);
    }
  }

  void read_ignored() {
    const Value* ignore = document_.find("ignore");
    if (ignore == nullptr || !ignore->is_array()) return;
    for (const Value& name : ignore->as_array().members) {
      if (name.is_string() && builder_.check_attribute(name.as_string(), name.origin()))
        ignored_.insert(name.as_string());
    }
  }

  const Object& document_;
  const TypeSchema& schema_;
  const Object& mixins_;
  Mapping& mapping_;
  MappingBuilder builder_;
  Names computed_;
  Names ignored_;
};

}  // namespace

std::optional<ReadMapping> read_mapping(const std::string& terraform_type, const Value& document,
                                        const MappingSources& sources, Problems& problems) {
  const std::size_t before = problems.size();
  const auto report = [&](std::string message) {
    problems.push_back({.kind = ProblemKind::RuleSyntax,
                        .message = std::move(message),
                        .span = document.origin(),
                        .path = {},
                        .related = {}});
  };
  const auto schema = sources.schema.find(terraform_type);
  if (!document.is_object())
    report("a mapping has keys");
  else if (schema == sources.schema.end())
    report("no schema has the type `" + terraform_type + "`");
  if (problems.size() > before) return std::nullopt;

  ReadMapping read;
  read.mapping.terraform_type = terraform_type;
  MappingReader reader(document.as_object(), schema->second, sources, read.mapping, problems);
  reader.read();
  read.coverage = reader.coverage(document.origin());
  if (problems.size() > before) return std::nullopt;
  return read;
}

}  // namespace exr
