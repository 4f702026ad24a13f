#include "hcl/symbolic_access.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace exr {

namespace {

using Members = SymbolicValue::Members;

// Any member: nothing says which.
SymbolicValue any_of(const Members& members) {
  std::vector<SymbolicValue> values;
  for (const SymbolicValue::Member& member : members.list) values.push_back(*member.value);
  if (members.rest != nullptr) values.push_back(*members.rest);
  return SymbolicValue::choice(values);
}

// A further member by its key. That of a block, of which all instances are further ones, is the
// instance with that key.
SymbolicValue rest_at(const SymbolicValue& rest, const SymbolicValue& key) {
  if (!rest.is(SymbolicKind::Reference)) return rest;
  SymbolicReference reference = rest.as_reference();
  if (reference.key || !reference.attribute.empty()) return rest;
  if (key.is_text()) {
    reference.key = key.as_scalar().as_string();
  } else if (const auto index = find_integer(key)) {
    reference.key = *index;
  }
  return SymbolicValue::reference(std::move(reference));
}

SymbolicValue of_object(const Members& members, const SymbolicValue& key) {
  const std::optional<std::string> text = key.find_text();
  if (!text) return key.is_null() ? SymbolicValue::error() : any_of(members);
  const auto found = std::lower_bound(members.list.begin(), members.list.end(), *text,
                                      [](const SymbolicValue::Member& member,
                                         const std::string& name) { return member.key < name; });
  if (found != members.list.end() && found->key == *text) {
    if (!found->maybe) return *found->value;
    return SymbolicValue::choice({*found->value, SymbolicValue::error()});
  }
  if (members.rest == nullptr) return SymbolicValue::error();
  return SymbolicValue::choice({rest_at(*members.rest, key), SymbolicValue::error()});
}

SymbolicValue of_tuple(const Members& members, const SymbolicValue& key) {
  if (members.is_set) return SymbolicValue::error();
  const std::optional<std::int64_t> index = find_integer(key);
  if (!index) return key.is(SymbolicKind::Scalar) ? SymbolicValue::error() : any_of(members);
  const bool is_exact = members.is_exact();
  if (*index < 0 || (is_exact && *index >= static_cast<std::int64_t>(members.list.size())))
    return SymbolicValue::error();
  if (is_exact) return *members.list[static_cast<std::size_t>(*index)].value;
  if (members.list.empty() && members.rest != nullptr)
    return SymbolicValue::choice({rest_at(*members.rest, key), SymbolicValue::error()});
  return SymbolicValue::choice({any_of(members), SymbolicValue::error()});
}

SymbolicValue of_reference(SymbolicReference reference, const SymbolicValue& key) {
  if (!reference.suffix.empty()) return SymbolicValue::error();
  if (key.is_text()) {
    reference.attribute.emplace_back(key.as_scalar().as_string());
  } else if (const auto index = find_integer(key)) {
    reference.attribute.emplace_back(*index);
  } else {
    reference.attribute.emplace_back(kAnyIndex);
  }
  return SymbolicValue::reference(std::move(reference));
}

void add_turns(SymbolicIteration& iteration, const Members& members, bool is_object) {
  const bool is_exact = members.is_exact();
  for (std::size_t i = 0; i < members.list.size(); ++i) {
    const SymbolicValue::Member& member = members.list[i];
    SymbolicValue key;
    if (is_object) {
      key = SymbolicValue::text(member.key);
    } else if (members.is_set) {
      key = *member.value;
    } else if (is_exact) {
      key = SymbolicValue::integer(static_cast<std::int64_t>(i));
    }
    iteration.turns.push_back({std::move(key), *member.value, member.maybe});
  }
  if (members.rest != nullptr) iteration.rest = *members.rest;
}

}  // namespace

SymbolicValue member_of(const SymbolicValue& object, const SymbolicValue& key) {
  switch (object.kind()) {
    case SymbolicKind::Object:
      return of_object(object.members(), key);
    case SymbolicKind::Tuple:
      return of_tuple(object.members(), key);
    case SymbolicKind::Reference:
      return of_reference(object.as_reference(), key);
    case SymbolicKind::Scalar:
    case SymbolicKind::Error:
      return SymbolicValue::error();
    default:
      return {};
  }
}

SymbolicIteration iterate(const SymbolicValue& iterable) {
  SymbolicIteration iteration;
  switch (iterable.kind()) {
    case SymbolicKind::Object:
    case SymbolicKind::Tuple:
      add_turns(iteration, iterable.members(), iterable.is(SymbolicKind::Object));
      break;
    case SymbolicKind::Reference:
      if (iterable.as_reference().attribute.empty() || !iterable.as_reference().suffix.empty()) {
        iteration.is_unknown = true;
      } else {
        iteration.rest = member_of(iterable, {});
      }
      break;
    case SymbolicKind::Scalar:
    case SymbolicKind::Error:
      iteration.is_error = true;
      break;
    default:
      iteration.is_unknown = true;
  }
  return iteration;
}

SymbolicValue joined_text(const SymbolicValue& before, const SymbolicValue& after) {
  const auto is_wrong = [](const SymbolicValue& value) {
    return value.is(SymbolicKind::Error) || value.is_null();
  };
  if (is_wrong(before) || is_wrong(after)) return SymbolicValue::error();
  const std::optional<std::string> left = before.find_text();
  const std::optional<std::string> right = after.find_text();
  if (left && right) return SymbolicValue::text(*left + *right);
  if (left && left->empty() && after.is(SymbolicKind::Reference)) return after;
  if (!right || !before.is(SymbolicKind::Reference)) return {};
  SymbolicReference reference = before.as_reference();
  constexpr std::size_t kLongestSuffix = 4096;
  if (reference.suffix.size() + right->size() > kLongestSuffix) return {};
  reference.suffix += *right;
  return SymbolicValue::reference(std::move(reference));
}

std::optional<std::int64_t> find_integer(const SymbolicValue& value) {
  const std::optional<std::string> text = value.find_text();
  if (!text) return std::nullopt;
  std::int64_t number = 0;
  const char* end = text->data() + text->size();
  if (std::from_chars(text->data(), end, number).ptr != end || text->empty()) return std::nullopt;
  return number;
}

}  // namespace exr
