#include "conformance/value_difference.h"

#include <algorithm>

#include "value/compare.h"
#include "value/containers.h"
#include "value/print.h"

namespace conformance {

using exr::Object;
using exr::Value;

namespace {

bool is_expression(const Value& value) {
  if (!value.is_string()) return false;
  const std::string& text = value.as_string();
  return text.starts_with('[') && !text.starts_with("[[") && text.ends_with(']');
}

// What nobody said stands in texts as a placeholder.
bool is_unresolved(const Value& value) {
  return value.is_unknown() || (value.is_string() && exr::has_placeholder(value.as_string()));
}

bool is_absent(const Value* value) { return value == nullptr || value->is_null(); }

void differ(const Value* expected, const Value* found, const std::string& path,
            Comparison& comparison) {
  const auto text = [](const Value* value) {
    return value == nullptr ? std::string("nothing") : exr::to_json(*value);
  };
  comparison.differences.push_back(path + ": expected " + text(expected) + ", found " +
                                   text(found));
}

void compare_property(const Value* expected, const Value* found, const std::string& path,
                      Comparison& comparison) {
  if (is_absent(expected) && is_absent(found)) return;
  if (is_absent(expected) || is_absent(found)) return differ(expected, found, path, comparison);
  compare(*expected, *found, path, comparison);
}

void compare_objects(const Object& expected, const Object& found, const std::string& path,
                     Comparison& comparison) {
  for (const Object::Property& property : expected.properties()) {
    compare_property(&property.value, found.find(property.name), path + "." + property.name,
                     comparison);
  }
  for (const Object::Property& property : found.properties()) {
    if (expected.find(property.name) == nullptr)
      compare_property(nullptr, &property.value, path + "." + property.name, comparison);
  }
}

void compare_arrays(const Value& expected, const Value& found, const std::string& path,
                    Comparison& comparison) {
  const auto& wanted = expected.as_array().members;
  const auto& members = found.as_array().members;
  if (wanted.size() != members.size() || !found.as_array().is_exact())
    return differ(&expected, &found, path, comparison);
  for (std::size_t i = 0; i < wanted.size(); ++i)
    compare(wanted[i], members[i], path + "[" + std::to_string(i) + "]", comparison);
}

bool is_filled_object(const Value& value) {
  return value.is_object() && !value.as_object().empty();
}
bool is_filled_array(const Value& value) { return value.is_array() && value.as_array().size() > 0; }

}  // namespace

void compare(const Value& expected, const Value& found, const std::string& path,
             Comparison& comparison) {
  if (is_expression(expected)) {
    ++(is_unresolved(found) ? comparison.unresolved : comparison.resolved_further);
  } else if (is_filled_object(expected) && found.is_object()) {
    compare_objects(expected.as_object(), found.as_object(), path, comparison);
  } else if (is_filled_array(expected) && found.is_array()) {
    compare_arrays(expected, found, path, comparison);
  } else if (equals(expected, found, exr::TextComparison::Exact) == exr::Truth::True) {
    ++comparison.equal;
  } else {
    differ(&expected, &found, path, comparison);
  }
}

}  // namespace conformance
