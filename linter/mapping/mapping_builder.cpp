#include "mapping/mapping_builder.h"

#include <algorithm>
#include <utility>

#include "support/text.h"

namespace exr {

namespace {

constexpr std::string_view kRoot = "$root.";

std::uint32_t index_of_last(std::size_t size) { return static_cast<std::uint32_t>(size - 1); }

}  // namespace

void MappingBuilder::report(Span span, std::string message) {
  problems_.push_back({.kind = ProblemKind::RuleSyntax,
                       .message = std::move(message),
                       .span = span,
                       .path = {},
                       .related = {}});
}

void MappingBuilder::check_keys(const Object& object, std::span<const std::string_view> known) {
  for (const Object::Property& property : object.properties()) {
    if (std::find(known.begin(), known.end(), property.name.str()) == known.end())
      report(property.name_span, "there is no key `" + property.name.str() + "` here");
  }
}

const Object* MappingBuilder::find_object(const Object& owner, std::string_view key) {
  const Value* value = owner.find(key);
  if (value == nullptr || value->is_object())
    return value == nullptr ? nullptr : &value->as_object();
  report(value->origin(), "`" + std::string(key) + "` is an object");
  return nullptr;
}

const Array* MappingBuilder::find_list(const Object& owner, std::string_view key) {
  const Value* value = owner.find(key);
  if (value == nullptr || value->is_array()) return value == nullptr ? nullptr : &value->as_array();
  report(value->origin(), "`" + std::string(key) + "` is a list");
  return nullptr;
}

std::uint32_t MappingBuilder::add(MappingNode node, std::vector<MappingChild> children) {
  node.first_child = static_cast<std::uint32_t>(mapping_.children.size());
  node.child_count = static_cast<std::uint32_t>(children.size());
  for (MappingChild& child : children) mapping_.children.push_back(std::move(child));
  mapping_.nodes.push_back(node);
  return index_of_last(mapping_.nodes.size());
}

std::uint32_t MappingBuilder::add(MappingNode node, std::uint32_t child) {
  return add(node, std::vector<MappingChild>{{.name = {}, .node = child}});
}

std::uint32_t MappingBuilder::add_literal(const Value& value) {
  mapping_.literals.push_back(value.placed({}));
  return index_of_last(mapping_.literals.size());
}

std::uint32_t MappingBuilder::add_condition(std::vector<MappingTest> tests) {
  mapping_.conditions.push_back(std::move(tests));
  return index_of_last(mapping_.conditions.size());
}

std::uint32_t MappingBuilder::add_table(std::string_view name, Span span) {
  const auto table = tables_.find(name);
  if (table == tables_.end()) {
    report(span, "there is no table `" + std::string(name) + "`");
    return kNoIndex;
  }
  mapping_.tables.push_back(table->second);
  return index_of_last(mapping_.tables.size());
}

std::string MappingBuilder::full_name(std::string_view text, std::string_view block) {
  if (text.starts_with(kRoot)) return std::string(text.substr(kRoot.size()));
  return block.empty() ? std::string(text) : std::string(block) + "." + std::string(text);
}

bool MappingBuilder::check_attribute(std::string_view name, Span span) {
  if (schema_.find(name) != schema_.end()) return true;
  std::vector<std::string_view> names;
  names.reserve(schema_.size());
  for (const auto& [known, attribute] : schema_) names.push_back(known);
  const std::string_view near = closest(name, names);
  report(span, "`" + mapping_.terraform_type + "` has no attribute `" + std::string(name) + "`" +
                   (near.empty() ? std::string() : "; did you mean `" + std::string(near) + "`?"));
  return false;
}

std::uint32_t MappingBuilder::add_path(std::string_view text, std::string_view block, Span span) {
  const std::string name = full_name(text, block);
  if (!check_attribute(name, span)) return kNoIndex;
  used_.insert(name);
  AttributePath path;
  path.from_root = text.starts_with(kRoot);
  path.is_block = schema_.find(name)->second.is_block;
  path.is_sensitive = schema_.find(name)->second.is_sensitive;
  // the steps before those of the path itself lead to the element
  std::size_t end = path.from_root || block.empty() ? 0 : block.size() + 1;
  for (const std::string_view step : split(std::string_view(name).substr(end), '.')) {
    end += step.size();
    const auto attribute = schema_.find(std::string_view(name).substr(0, end));
    if (attribute == schema_.end()) {
      report(span, "`" + name + "` leads through something that is no block");
      return kNoIndex;
    }
    path.steps.push_back(
        {.name = std::string(step), .computed_majors = attribute->second.computed_majors()});
    ++end;
  }
  mapping_.paths.push_back(std::move(path));
  return index_of_last(mapping_.paths.size());
}

}  // namespace exr
