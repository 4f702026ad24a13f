#include "hcl/symbolic_value.h"

#include <algorithm>
#include <utility>

#include "value/containers.h"
#include "value/print.h"

namespace exr {

namespace {

// More than these say nothing.
constexpr std::size_t kMostAlternatives = 64;

std::shared_ptr<const SymbolicValue> shared(SymbolicValue value) {
  return std::make_shared<const SymbolicValue>(std::move(value));
}

bool equal_scalars(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (a.is_null()) return true;
  if (a.is_bool()) return a.as_bool() == b.as_bool();
  if (a.is_string()) return a.as_string() == b.as_string();
  return a.as_number() == b.as_number();
}

// Compares two values part by part. What takes too long is not equal: parts that several places
// share are compared in each of them.
class Comparison {
 public:
  bool equal(const SymbolicValue& a, const SymbolicValue& b) {
    if (a.kind() != b.kind() || --steps_ == 0) return false;
    switch (a.kind()) {
      case SymbolicKind::Scalar:
        return equal_scalars(a.as_scalar(), b.as_scalar());
      case SymbolicKind::Object:
      case SymbolicKind::Tuple:
      case SymbolicKind::Choice:
        return equal_members(a.members(), b.members());
      case SymbolicKind::Reference:
      case SymbolicKind::Module:
        return a.as_reference() == b.as_reference();
      default:
        return true;
    }
  }

 private:
  bool equal_members(const SymbolicValue::Members& a, const SymbolicValue::Members& b) {
    if (&a == &b) return true;
    if (a.is_set != b.is_set || a.list.size() != b.list.size()) return false;
    if (!equal_parts(a.rest.get(), b.rest.get())) return false;
    for (std::size_t i = 0; i < a.list.size(); ++i) {
      const SymbolicValue::Member& x = a.list[i];
      const SymbolicValue::Member& y = b.list[i];
      if (x.key != y.key || x.maybe != y.maybe) return false;
      if (!equal_parts(x.value.get(), y.value.get())) return false;
    }
    return true;
  }

  bool equal_parts(const SymbolicValue* a, const SymbolicValue* b) {
    return a == b || (a != nullptr && b != nullptr && equal(*a, *b));
  }

  int steps_ = 10'000;
};

}  // namespace

void SymbolicValue::Members::add(SymbolicValue value, bool maybe) {
  list.push_back({.key = {}, .value = shared(std::move(value)), .maybe = maybe});
}

void SymbolicValue::Members::add(std::string key, SymbolicValue value, bool maybe) {
  list.push_back({.key = std::move(key), .value = shared(std::move(value)), .maybe = maybe});
}

void SymbolicValue::Members::add_rest(SymbolicValue value) {
  rest = shared(rest == nullptr ? std::move(value) : choice({*rest, value}));
}

bool SymbolicValue::Members::is_exact() const {
  return rest == nullptr &&
         std::none_of(list.begin(), list.end(), [](const Member& member) { return member.maybe; });
}

SymbolicValue SymbolicValue::error() {
  SymbolicValue made;
  made.kind_ = SymbolicKind::Error;
  return made;
}

SymbolicValue SymbolicValue::scalar(Value value) {
  SymbolicValue made;
  made.kind_ = SymbolicKind::Scalar;
  made.scalar_ = std::move(value);
  return made;
}

SymbolicValue SymbolicValue::object(Members members) {
  std::stable_sort(members.list.begin(), members.list.end(),
                   [](const Member& a, const Member& b) { return a.key < b.key; });
  std::vector<Member> kept;
  for (Member& member : members.list) {
    if (kept.empty() || kept.back().key != member.key) {
      kept.push_back(std::move(member));
    } else if (member.maybe) {
      kept.back().value = shared(choice({*kept.back().value, *member.value}));
    } else {
      kept.back() = std::move(member);
    }
  }
  members.list = std::move(kept);
  return holding(SymbolicKind::Object, std::move(members));
}

SymbolicValue SymbolicValue::tuple(Members members) {
  return holding(SymbolicKind::Tuple, std::move(members));
}

SymbolicValue SymbolicValue::holding(SymbolicKind kind, Members members) {
  std::uint16_t levels = members.rest == nullptr ? 0 : members.rest->levels_;
  for (const Member& member : members.list) levels = std::max(levels, member.value->levels_);
  if (levels >= kDeepest || members.list.size() > kMostMembers) return {};
  SymbolicValue made;
  made.kind_ = kind;
  made.levels_ = static_cast<std::uint16_t>(levels + 1);
  made.members_ = std::make_shared<const Members>(std::move(members));
  return made;
}

SymbolicValue SymbolicValue::text(std::string text) {
  constexpr std::size_t kLongest = 65'536;
  return text.size() > kLongest ? SymbolicValue() : scalar(Value::string(std::move(text)));
}

SymbolicValue SymbolicValue::set(Members members) {
  members.is_set = true;
  const bool is_literal =
      std::all_of(members.list.begin(), members.list.end(),
                  [](const Member& member) { return member.value->find_text().has_value(); });
  if (is_literal) {
    std::stable_sort(members.list.begin(), members.list.end(),
                     [](const Member& a, const Member& b) {
                       return a.value->find_text() < b.value->find_text();
                     });
    const auto end =
        std::unique(members.list.begin(), members.list.end(), [](const Member& a, const Member& b) {
          return a.maybe == b.maybe && *a.value == *b.value;
        });
    members.list.erase(end, members.list.end());
  } else if (members.list.size() > 1) {
    // nobody knows their order
    for (Member& member : members.list) member.maybe = true;
  }
  return tuple(std::move(members));
}

SymbolicValue SymbolicValue::reference(SymbolicReference reference) {
  SymbolicValue made;
  made.kind_ = SymbolicKind::Reference;
  made.reference_ = std::make_shared<const SymbolicReference>(std::move(reference));
  return made;
}

SymbolicValue SymbolicValue::module(std::vector<CallStep> path) {
  SymbolicValue made = reference({.module = std::move(path)});
  made.kind_ = SymbolicKind::Module;
  return made;
}

SymbolicValue SymbolicValue::choice(const std::vector<SymbolicValue>& alternatives) {
  std::vector<SymbolicValue> different;
  for (const SymbolicValue& given : alternatives) {
    for (const SymbolicValue& one : given.alternatives()) {
      if (std::find(different.begin(), different.end(), one) != different.end()) continue;
      if (different.size() == kMostAlternatives) return {};
      different.push_back(one);
    }
  }
  if (different.empty()) return error();
  if (different.size() == 1) return different.front();
  Members members;
  for (SymbolicValue& one : different) members.add(std::move(one));
  return holding(SymbolicKind::Choice, std::move(members));
}

SymbolicValue SymbolicValue::from(const Value& value) {
  Members members;
  switch (value.kind()) {
    case ValueKind::Array:
      for (const Value& member : value.as_array().members) members.add(from(member));
      return tuple(std::move(members));
    case ValueKind::Object:
      for (const Object::Property& property : value.as_object().properties())
        members.add(property.name.str(), from(property.value));
      return object(std::move(members));
    case ValueKind::Unknown:
    case ValueKind::Resource:
      return {};
    default:
      return scalar(value);
  }
}

std::vector<SymbolicValue> SymbolicValue::alternatives() const {
  if (kind_ != SymbolicKind::Choice) return {*this};
  std::vector<SymbolicValue> values;
  for (const Member& member : members_->list) values.push_back(*member.value);
  return values;
}

std::optional<std::string> SymbolicValue::find_text() const {
  if (kind_ != SymbolicKind::Scalar || scalar_.is_null()) return std::nullopt;
  if (scalar_.is_string()) return scalar_.as_string();
  if (scalar_.is_bool()) return scalar_.as_bool() ? "true" : "false";
  return number_text(scalar_.as_number());
}

std::optional<bool> SymbolicValue::find_truth() const {
  const std::optional<std::string> text = find_text();
  if (text == "true") return true;
  if (text == "false") return false;
  return std::nullopt;
}

std::optional<bool> SymbolicValue::find_nullness() const {
  switch (kind_) {
    case SymbolicKind::Scalar:
      return scalar_.is_null();
    case SymbolicKind::Object:
    case SymbolicKind::Tuple:
    case SymbolicKind::Module:
      return false;
    case SymbolicKind::Reference:
      // a resource and its ID are there, whatever else is not
      if (reference_->attribute.empty() || reference_->attribute == SourcePath{"id"} ||
          !reference_->suffix.empty())
        return false;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

bool operator==(const SymbolicValue& a, const SymbolicValue& b) { return Comparison().equal(a, b); }

}  // namespace exr
