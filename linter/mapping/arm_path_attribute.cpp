#include "mapping/arm_path_attribute.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "mapping/mapping.h"
#include "mapping/mapping_evaluation.h"
#include "support/text.h"
#include "value/containers.h"

namespace exr {

namespace {

constexpr std::size_t kMostAttributes = 3;

// Names, and indexes as `[0]`.
using Steps = std::span<const std::string>;
using Attributes = std::vector<std::string>;

bool is_index(const std::string& step) { return step.starts_with('['); }

std::vector<std::string> steps_of(std::string_view path) {
  std::vector<std::string> steps;
  while (!path.empty()) {
    if (path.starts_with("['")) {
      const std::size_t end = std::min(path.find("']"), path.size());
      steps.emplace_back(path.substr(2, end - 2));
      path.remove_prefix(std::min(end + 2, path.size()));
    } else if (path[0] == '[') {
      const std::size_t end = std::min(path.find(']'), path.size() - 1);
      steps.emplace_back(path.substr(0, end + 1));
      path.remove_prefix(end + 1);
    } else {
      if (path[0] == '.') path.remove_prefix(1);
      const std::size_t end = std::min(path.find_first_of(".["), path.size());
      steps.emplace_back(path.substr(0, end));
      path.remove_prefix(end);
    }
  }
  return steps;
}

std::optional<std::size_t> index_of(const std::string& step) {
  std::size_t index = 0;
  for (const char c : std::string_view(step).substr(1, step.size() - 2)) {
    if (c < '0' || c > '9') return std::nullopt;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return step.size() > 2 ? std::optional(index) : std::nullopt;
}

void add_once(const std::string& attribute, Attributes& attributes) {
  if (std::find(attributes.begin(), attributes.end(), attribute) == attributes.end())
    attributes.push_back(attribute);
}

// The block that all attributes are in; empty if there is none.
std::string shared_block(const Attributes& attributes) {
  if (attributes.empty()) return {};
  std::string block = attributes.front();
  const auto is_in_block = [&](const std::string& attribute) {
    return attribute == block || attribute.starts_with(block + ".");
  };
  do {
    const std::size_t dot = block.rfind('.');
    if (dot == std::string::npos) return {};
    block.resize(dot);
  } while (!std::all_of(attributes.begin(), attributes.end(), is_in_block));
  return block;
}

// Names an object by few words.
Attributes summary(Attributes attributes) {
  if (attributes.size() < 2) return attributes;
  if (std::string block = shared_block(attributes); !block.empty()) return {std::move(block)};
  if (attributes.size() > kMostAttributes) attributes.clear();
  return attributes;
}

class AttributeSearch {
 public:
  // `evaluation` may be null.
  AttributeSearch(const Mapping& mapping, const MappingEvaluation* evaluation)
      : mapping_(mapping), evaluation_(evaluation) {}

  // `element` is what relative paths start from: `ip_configuration[1]`, empty at the top.
  Attributes find(std::uint32_t index, Steps steps, const std::string& element) const {
    if (index == kNoIndex) return {};
    const MappingNode& node = mapping_.nodes[index];
    switch (node.step) {
      case MappingStep::Attribute:
        return {below(path(node.payload, element), steps)};
      case MappingStep::Element:
      case MappingStep::Key:
        return {below(element, steps)};
      case MappingStep::Object:
        return in_object(node, steps, element);
      case MappingStep::Each:
        return in_each(node, steps, element);
      case MappingStep::Concat:
        return in_concatenation(node, steps, element);
      case MappingStep::Renamed:
      case MappingStep::Alternatives:
        return in_chosen(index, steps, element);
      case MappingStep::Template:
        return in_all(node, {}, element);
      case MappingStep::Reference:
        return find(child(node, 0).node, without_last_name(steps), element);
      case MappingStep::Keys:
      case MappingStep::List:
        return find(child(node, 0).node, {}, element);
      case MappingStep::When:
        return in_condition(node, steps, element);
      default:
        return node.child_count == 0 ? Attributes() : find(child(node, 0).node, steps, element);
    }
  }

 private:
  const MappingChild& child(const MappingNode& node, std::uint32_t i) const {
    return mapping_.children[node.first_child + i];
  }

  std::string path(std::uint32_t index, const std::string& element) const {
    const AttributePath& path = mapping_.paths[index];
    std::string text = path.from_root ? std::string() : element;
    for (const AttributePath::Step& step : path.steps) {
      if (!text.empty()) text += '.';
      text += step.name.str();
    }
    return text;
  }

  static std::string below(std::string attribute, Steps steps) {
    for (const std::string& step : steps) {
      if (!is_index(step)) attribute += '.';
      attribute += step;
    }
    return attribute;
  }

  static Steps without_last_name(Steps steps) {
    return steps.empty() || is_index(steps.back()) ? steps : steps.first(steps.size() - 1);
  }

  Attributes in_object(const MappingNode& node, Steps steps, const std::string& element) const {
    if (steps.empty()) {
      const std::string block = tested_attribute(node.payload, element);
      return block.empty() ? summary(in_all(node, steps, element)) : Attributes{block};
    }
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
      const MappingChild& property = child(node, i);
      if (!property.name.empty() && equal_ignoring_case(property.name, steps.front())) {
        Attributes found = find(property.node, steps.subspan(1), element);
        // what the mapping adds to an element comes from the element as a whole
        if (found.empty() && !element.empty()) found.push_back(element);
        return found;
      }
    }
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
      if (child(node, i).name.empty()) return find(child(node, i).node, steps, element);
    }
    return {};
  }

  Attributes in_each(const MappingNode& node, Steps steps, const std::string& element) const {
    const std::string list = path(node.payload, element);
    if (steps.empty() || !is_index(steps.front())) return {list};
    const bool is_numbered = index_of(steps.front()).has_value();
    return find(child(node, 0).node, steps.subspan(1), is_numbered ? list + steps.front() : list);
  }

  // Parts of one element each, as the links of a port, stand in their order.
  Attributes in_concatenation(const MappingNode& node, Steps steps,
                              const std::string& element) const {
    if (steps.empty() || !is_index(steps.front())) return summary(in_all(node, {}, element));
    const auto index = index_of(steps.front());
    if (!index) return {};
    std::size_t before = 0;
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
      const std::uint32_t part = child(node, i).node;
      const std::size_t size = element.empty() ? size_of(part) : 1;
      if (*index < before + size) return in_part(part, *index - before, steps, element);
      before += size;
    }
    return {};
  }

  // How many members a part of a list has.
  std::size_t size_of(std::uint32_t part) const {
    if (evaluation_ == nullptr) return 1;
    const Value value = evaluation_->evaluate(part);
    if (value.is_array()) return value.as_array().size();
    return value.is_null() ? 0 : 1;
  }

  Attributes in_part(std::uint32_t part, std::size_t index, Steps steps,
                     const std::string& element) const {
    if (mapping_.nodes[part].step == MappingStep::Object)
      return find(part, steps.subspan(1), element);
    std::vector<std::string> inner(steps.begin(), steps.end());
    inner.front() = "[" + std::to_string(index) + "]";
    return find(part, inner, element);
  }

  Attributes in_chosen(std::uint32_t index, Steps steps, const std::string& element) const {
    if (evaluation_ != nullptr && element.empty()) {
      const std::uint32_t chosen = evaluation_->chosen_child(index);
      if (chosen != kNoIndex) return find(chosen, steps, element);
    }
    const MappingNode& node = mapping_.nodes[index];
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
      Attributes found = find(child(node, i).node, steps, element);
      if (!found.empty()) return found;
    }
    return {};
  }

  Attributes in_all(const MappingNode& node, Steps steps, const std::string& element) const {
    Attributes all;
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
      for (const std::string& attribute : find(child(node, i).node, steps, element))
        add_once(attribute, all);
    }
    return all;
  }

  Attributes in_condition(const MappingNode& node, Steps steps, const std::string& element) const {
    Attributes found = find(child(node, 0).node, steps, element);
    if (!found.empty()) return found;
    const std::string tested = tested_attribute(node.payload, element);
    return tested.empty() ? Attributes() : Attributes{tested};
  }

  std::string tested_attribute(std::uint32_t condition, const std::string& element) const {
    if (condition == kNoIndex) return {};
    return path(mapping_.conditions[condition].front().path, element);
  }

  const Mapping& mapping_;
  const MappingEvaluation* evaluation_;
};

std::string searched(const Mapping& mapping, const MappingEvaluation* evaluation,
                     std::string_view arm_path) {
  const std::vector<std::string> steps = steps_of(arm_path);
  if (steps.empty()) return {};
  const AttributeSearch search(mapping, evaluation);
  const bool is_name = steps.size() == 1 && equal_ignoring_case(steps.front(), "name");
  const Attributes found =
      is_name ? search.find(mapping.name, {}, {}) : search.find(mapping.body, steps, {});
  return join(found, ", ");
}

}  // namespace

std::string arm_path_attribute(const Mapping& mapping, std::string_view arm_path) {
  return searched(mapping, nullptr, arm_path);
}

std::string arm_path_attribute(const Mapping& mapping, const MappingInput& input,
                               std::string_view arm_path) {
  const MappingEvaluation evaluation(mapping, input);
  return searched(mapping, &evaluation, arm_path);
}

}  // namespace exr
