#include "conformance/json_path.h"

#include <charconv>

#include "value/containers.h"

namespace conformance {

namespace {

// The text between quotes, and behind it `]`.
std::optional<PathStep> quoted_step(std::string_view inside) {
  if (inside.size() < 2 || inside.front() != '\'' || inside.back() != '\'') return std::nullopt;
  return PathStep{.name = std::string(inside.substr(1, inside.size() - 2))};
}

std::optional<PathStep> filter_step(std::string_view inside) {
  constexpr std::string_view kBegin = "?(@.";
  constexpr std::string_view kMiddle = " == '";
  constexpr std::string_view kEnd = "')";
  const std::size_t middle = inside.find(kMiddle);
  if (!inside.starts_with(kBegin) || !inside.ends_with(kEnd) || middle == std::string_view::npos)
    return std::nullopt;
  const std::size_t begin = middle + kMiddle.size();
  return PathStep{.kind = PathStep::Kind::Filter,
                  .name = std::string(inside.substr(kBegin.size(), middle - kBegin.size())),
                  .wanted = std::string(inside.substr(begin, inside.size() - kEnd.size() - begin))};
}

std::optional<PathStep> element_step(std::string_view inside) {
  PathStep step{.kind = PathStep::Kind::Element};
  const char* end = inside.data() + inside.size();
  const auto [stop, error] = std::from_chars(inside.data(), end, step.index);
  return error == std::errc() && stop == end ? std::optional(step) : std::nullopt;
}

std::optional<PathStep> bracket_step(std::string_view inside) {
  if (auto step = quoted_step(inside)) return step;
  if (auto step = filter_step(inside)) return step;
  return element_step(inside);
}

std::optional<exr::Value> part_at(const exr::Value& value, const PathStep& step) {
  if (step.kind == PathStep::Kind::Property && value.is_object()) {
    const exr::Value* part = value.as_object().find(step.name);
    return part == nullptr ? std::nullopt : std::optional(*part);
  }
  if (step.kind == PathStep::Kind::Element && value.is_array() &&
      step.index < value.as_array().size())
    return value.as_array().members[step.index];
  return std::nullopt;
}

}  // namespace

std::vector<PathStep> read_path(std::string_view text) {
  std::vector<PathStep> steps;
  if (text.starts_with('$')) text.remove_prefix(1);
  while (!text.empty()) {
    if (text.front() == '[') {
      // a bracket inside quotes does not occur in the corpus
      const std::size_t end = text.find(']');
      if (end == std::string_view::npos) return {};
      const auto step = bracket_step(text.substr(1, end - 1));
      if (!step) return {};
      steps.push_back(*step);
      text.remove_prefix(end + 1);
      continue;
    }
    if (text.front() == '.') text.remove_prefix(1);
    const std::size_t end = std::min(text.find_first_of(".["), text.size());
    steps.push_back({.name = std::string(text.substr(0, end))});
    text.remove_prefix(end);
  }
  return steps;
}

std::optional<exr::Value> value_at(const exr::Value& value, const std::vector<PathStep>& steps,
                                   std::size_t first) {
  exr::Value at = value;
  for (std::size_t i = first; i < steps.size(); ++i) {
    const auto part = part_at(at, steps[i]);
    if (!part) return std::nullopt;
    at = *part;
  }
  return at;
}

}  // namespace conformance
