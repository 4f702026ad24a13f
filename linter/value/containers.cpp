#include "value/containers.h"

#include <algorithm>
#include <utility>

namespace exr {

namespace {

// below this size a linear search is faster than the index costs
constexpr std::size_t kIndexedSize = 40;

constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);

}  // namespace

std::size_t Array::certain_count() const {
  if (possible.empty()) return members.size();
  return static_cast<std::size_t>(std::count(possible.begin(), possible.end(), false));
}

void Array::add(Value member, bool certain) {
  if (!certain && possible.empty()) possible.assign(members.size(), false);
  members.push_back(std::move(member));
  if (!possible.empty() || !certain) possible.push_back(!certain);
}

Array Array::unknown_members(std::string text) {
  Array array;
  array.open = true;
  array.open_text = std::move(text);
  return array;
}

const Object::Rare& Object::nothing_rare() {
  static const Rare nothing;
  return nothing;
}

std::size_t Object::index_of(std::string_view name) const {
  const Rare& rare = this->rare();
  if (!rare.spelled.empty()) {
    const auto found = rare.spelled.find(name);
    if (found != rare.spelled.end()) return found->second;
  }
  if (!rare.index.empty()) {
    const auto found = rare.index.find(name);
    return found == rare.index.end() ? kNotFound : found->second;
  }
  for (std::size_t i = 0; i < properties_.size(); ++i) {
    const std::string& own = properties_[i].name.str();
    if (own.size() == name.size() && equal_ignoring_case(own, name)) return i;
  }
  return kNotFound;
}

const Object::Property* Object::find_property(std::string_view name) const {
  const std::size_t index = index_of(name);
  return index == kNotFound ? nullptr : &properties_[index];
}

const Value* Object::find(std::string_view name) const {
  const Property* property = find_property(name);
  return property == nullptr ? nullptr : &property->value;
}

void Object::set(SharedText name, Value value, Span name_span) {
  const std::size_t index = index_of(name);
  if (index == kNotFound) return append(std::move(name), std::move(value), name_span);
  properties_[index].name_span = name_span;
  properties_[index].value = std::move(value);
}

void Object::write(SharedText name, Value value, Span name_span) {
  const std::size_t index = index_of(name);
  if (index != kNotFound && properties_[index].name == name)
    return set(std::move(name), std::move(value), name_span);
  if (index != kNotFound && rare().spelled.empty()) {
    auto& spelled = rare_.make().spelled;
    for (std::size_t i = 0; i < properties_.size(); ++i) spelled.emplace(properties_[i].name, i);
  }
  append(std::move(name), std::move(value), name_span);
}

void Object::append(SharedText name, Value value, Span name_span) {
  properties_.push_back({std::move(name), name_span, std::move(value)});
  const std::size_t last = properties_.size() - 1;
  if (!rare().spelled.empty()) rare_.make().spelled.emplace(properties_.back().name, last);
  if (!rare().index.empty()) {
    rare_.make().index.emplace(properties_.back().name, last);
  } else if (properties_.size() == kIndexedSize) {
    auto& index = rare_.make().index;
    for (std::size_t i = 0; i < properties_.size(); ++i) index.emplace(properties_[i].name, i);
  }
}

void Object::set_open(std::string text) {
  rare_.make().open = true;
  rare_.make().open_text = std::move(text);
}

}  // namespace exr
