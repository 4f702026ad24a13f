#include "mapping/mapping_reader.h"

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

constexpr std::array<std::string_view, 3> kPatchKeys = {"target", "type", "append"};
constexpr std::array<std::string_view, 6> kChildKeys = {"type", "api", "name", "if", "use", "set"};

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
    builder_.check_keys(document_, kKeys);
    mapping_.is_data_plane = flag(document_, "data_plane");
    if (mapping_.is_data_plane) return;
    read_type(document_);
    mapping_.name = side("name");
    mapping_.terraform_id = side("tf_id");
    if (const Value* in = document_.find("in"))
      mapping_.placements = read_placements(*in, builder_);
    mapping_.body = read_set(document_, {}, mixins_, {}, builder_);
    if (const Object* patch = builder_.find_object(document_, "patch"))
      read_patch(*patch);
    else
      check_resource();
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

  bool flag(const Object& object, std::string_view key) {
    const Value* value = object.find(key);
    if (value == nullptr) return false;
    if (value->is_bool()) return value->as_bool();
    builder_.report(value->origin(), "`" + std::string(key) + "` is true or false");
    return false;
  }

  void check_resource() {
    const bool has_type = !mapping_.type.empty() || mapping_.type_node != kNoIndex;
    if (has_type && mapping_.name != kNoIndex && !mapping_.placements.empty()) return;
    builder_.report(document_.properties().front().name_span,
                    "a resource needs a `type`, a `name` and `in`, where it stands");
  }

  void read_patch(const Object& patch) {
    builder_.check_keys(patch, kPatchKeys);
    if (patch.find("type") != nullptr) mapping_.type = text(patch, "type");
    mapping_.target = side(patch, "target");
    mapping_.appends = flag(patch, "append");
    if (mapping_.target == kNoIndex)
      builder_.report(document_.find("patch")->origin(), "a patch needs a `target`");
  }

  void read_children() {
    const Array* children = builder_.find_list(document_, "children");
    if (children == nullptr) return;
    for (const Value& member : children->members) {
      if (member.is_object())
        read_child(member.as_object(), member.origin());
      else
        builder_.report(member.origin(), "a child is an object");
    }
  }

  void read_child(const Object& object, Span span) {
    builder_.check_keys(object, kChildKeys);
    MappingChildResource child;
    child.type = text(object, "type");
    child.api_version = object.find("api") == nullptr ? mapping_.api_version : text(object, "api");
    child.name = side(object, "name");
    if (const Value* condition = object.find("if"))
      child.condition = read_mapping_condition(*condition, {}, builder_);
    child.body = read_set(object, {}, mixins_, {}, builder_);
    if (child.type.empty() || child.name == kNoIndex)
      builder_.report(span, "a child needs a `type` and a `name`");
    mapping_.children_resources.push_back(std::move(child));
  }

  void read_computed() {
    const Object* computed = builder_.find_object(document_, "computed");
    if (computed == nullptr) return;
    for (const Object::Property& property : computed->properties()) {
      if (builder_.check_attribute(property.name.str(), property.name_span))
        computed_.insert(property.name.str());
    }
  }

  void read_derived() {
    const Object* derive = builder_.find_object(document_, "derive");
    if (derive == nullptr) return;
    for (const Object::Property& property : derive->properties()) {
      if (!builder_.check_attribute(property.name.str(), property.name_span)) continue;
      computed_.insert(property.name.str());
      const std::uint32_t node = read_right_side(property.value, {}, mixins_, builder_);
      if (node != kNoIndex) mapping_.derived.emplace_back(property.name.str(), node);
    }
  }

  void read_ignored() {
    const Array* ignore = builder_.find_list(document_, "ignore");
    if (ignore == nullptr) return;
    for (const Value& name : ignore->members) {
      if (!name.is_string())
        builder_.report(name.origin(), "`ignore` lists attributes");
      else if (builder_.check_attribute(name.as_string(), name.origin()))
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

std::span<const std::string_view> mapping_keys() { return kKeys; }

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
  if (!document.is_object() || document.as_object().empty())
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
