#include "value/containers.h"

#include <algorithm>
#include <utility>

namespace exr {

namespace {

// below this size a linear search is faster than the index costs
constexpr std::size_t kIndexedSize = 16;

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

std::size_t Object::index_of(std::string_view name) const {
  if (!spelled_.empty()) {
    const auto found = spelled_.find(name);
    if (found != spelled_.end()) return found->second;
  }
  if (!index_.empty()) {
    const auto found = index_.find(name);
    return found == index_.end() ? kNotFound : found->second;
  }
  for (std::size_t i = 0; i < properties_.size(); ++i) {
    if (equal_ignoring_case(properties_[i].name, name)) return i;
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

void Object::set(std::string name, Value value, Span name_span) {
  const std::size_t index = index_of(name);
  if (index == kNotFound) return append(std::move(name), std::move(value), name_span);
  properties_[index].name_span = name_span;
  properties_[index].value = std::move(value);
}

void Object::write(std::string name, Value value, Span name_span) {
  const std::size_t index = index_of(name);
  if (index != kNotFound && properties_[index].name == name)
    return set(std::move(name), std::move(value), name_span);
  if (index != kNotFound && spelled_.empty()) {
    for (std::size_t i = 0; i < properties_.size(); ++i) spelled_.emplace(properties_[i].name, i);
  }
  append(std::move(name), std::move(value), name_span);
}

void Object::append(std::string name, Value value, Span name_span) {
  properties_.push_back({std::move(name), name_span, std::move(value)});
  if (!spelled_.empty()) spelled_.emplace(properties_.back().name, properties_.size() - 1);
  if (!index_.empty()) {
    index_.emplace(properties_.back().name, properties_.size() - 1);
  } else if (properties_.size() == kIndexedSize) {
    for (std::size_t i = 0; i < properties_.size(); ++i) index_.emplace(properties_[i].name, i);
  }
}

void Object::set_open(std::string text) {
  open_ = true;
  open_text_ = std::move(text);
}

}  // namespace exr
