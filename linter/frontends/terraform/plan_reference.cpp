#include "frontends/terraform/plan_reference.h"

#include <charconv>
#include <utility>

#include "value/print.h"

namespace exr {

namespace {

// Reads the steps of a reference one by one.
class ReferenceText {
 public:
  explicit ReferenceText(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  // A name at the beginning or behind a dot; empty if there is none.
  std::string name() {
    if (rest_.starts_with('.')) rest_.remove_prefix(1);
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != '.' && rest_[end] != '[') ++end;
    std::string name(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return name;
  }

  // An index in brackets; none if there is none, or it is broken.
  InstanceKey index() {
    if (!rest_.starts_with('[')) return {};
    rest_.remove_prefix(1);
    InstanceKey key = rest_.starts_with('"') ? quoted() : number();
    if (!rest_.starts_with(']')) {
      rest_ = {};
      return {};
    }
    rest_.remove_prefix(1);
    return key;
  }

 private:
  InstanceKey number() {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc()) return {};
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number;
  }

  // Terraform writes them as Go does; what is more than a backslash before a sign stays as it is.
  InstanceKey quoted() {
    std::string text;
    std::size_t at = 1;
    for (; at < rest_.size() && rest_[at] != '"'; ++at) {
      if (rest_[at] == '\\' && at + 1 < rest_.size()) ++at;
      text += rest_[at];
    }
    rest_.remove_prefix(std::min(at + 1, rest_.size()));
    return text;
  }

  std::string_view rest_;
};

PlanPath rest_of(ReferenceText& text) {
  PlanPath path;
  while (!text.at_end()) {
    const InstanceKey key = text.index();
    if (const auto* number = std::get_if<std::int64_t>(&key)) {
      path.emplace_back(*number);
    } else if (const auto* word = std::get_if<std::string>(&key)) {
      path.emplace_back(*word);
    } else {
      std::string name = text.name();
      if (name.empty()) break;
      path.emplace_back(std::move(name));
    }
  }
  return path;
}

PlanReference::Kind kind_of_each(std::string_view first, std::string_view second) {
  using Kind = PlanReference::Kind;
  if (first == "count" && second == "index") return Kind::CountIndex;
  if (first == "each" && second == "key") return Kind::EachKey;
  if (first == "each" && second == "value") return Kind::EachValue;
  return Kind::Other;
}

PlanReference::Kind kind_of(std::string_view first, std::string_view second) {
  using Kind = PlanReference::Kind;
  if (first == "module") return Kind::Module;
  if (first == "var") return Kind::Variable;
  if (first == "local") return Kind::Local;
  if (first == "each" || first == "count") return kind_of_each(first, second);
  if (first == "path" || first == "terraform" || first == "self") return Kind::Other;
  return Kind::Resource;
}

bool is_prefix(std::string_view prefix, std::string_view text) {
  return text.size() > prefix.size() && text.starts_with(prefix) &&
         (text[prefix.size()] == '.' || text[prefix.size()] == '[');
}

}  // namespace

std::string path_text(const PlanPath& path) {
  std::string text;
  for (const PlanStep& step : path) {
    if (const auto* index = std::get_if<std::int64_t>(&step)) {
      text += "[" + std::to_string(*index) + "]";
    } else {
      if (!text.empty()) text += '.';
      text += std::get<std::string>(step);
    }
  }
  return text;
}

std::optional<PlanReference> parse_reference(std::string_view text) {
  ReferenceText rest(text);
  std::string first = rest.name();
  PlanReference reference;
  const bool is_data = first == "data";
  if (is_data) first = rest.name();
  reference.name = rest.name();
  if (first.empty() || reference.name.empty()) return std::nullopt;
  reference.kind = is_data ? PlanReference::Kind::Data : kind_of(first, reference.name);
  if (is_data || reference.kind == PlanReference::Kind::Resource) reference.type = std::move(first);
  if (!reference.type.empty() || reference.kind == PlanReference::Kind::Module)
    reference.key = rest.index();
  reference.path = rest_of(rest);
  return reference;
}

std::vector<std::string_view> longest_references(const std::vector<std::string_view>& references) {
  std::vector<std::string_view> longest;
  std::string_view before;
  for (const std::string_view reference : references) {
    if (!is_prefix(reference, before)) longest.push_back(reference);
    before = reference;
  }
  return longest;
}

}  // namespace exr
