#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "hcl/symbolic_access.h"
#include "hcl/symbolic_functions.h"

namespace exr {

namespace {

using Members = SymbolicValue::Members;

const SymbolicValue& at(const Members& arguments, std::size_t index) {
  return *arguments.list[index].value;
}

// Makes the members of an object uncertain by something that may hold any of them.
void blur(Members& members, const SymbolicValue& by) {
  for (SymbolicValue::Member& member : members.list) {
    member.value =
        std::make_shared<const SymbolicValue>(SymbolicValue::choice({*member.value, by}));
  }
  members.add_rest(by);
}

SymbolicValue merge(const Members& arguments) {
  Members merged;
  for (const SymbolicValue::Member& argument : arguments.list) {
    if (argument.value->is_null()) continue;
    if (!argument.value->is(SymbolicKind::Object)) {
      blur(merged, {});
      continue;
    }
    const Members& added = argument.value->members();
    if (added.rest != nullptr) blur(merged, *added.rest);
    for (const SymbolicValue::Member& member : added.list)
      merged.add(member.key, *member.value, member.maybe || argument.maybe);
  }
  if (arguments.rest != nullptr) {
    const bool is_object = arguments.rest->is(SymbolicKind::Object);
    const Members none;
    for (const SymbolicValue::Member& member :
         is_object ? arguments.rest->members().list : none.list)
      merged.add_rest(*member.value);
    if (!is_object) blur(merged, {});
  }
  return SymbolicValue::object(std::move(merged));
}

SymbolicValue lookup(const Members& arguments) {
  const SymbolicValue found =
      member_of(at(arguments, 0), arguments.list.size() > 1 ? at(arguments, 1) : SymbolicValue());
  if (arguments.list.size() < 3) return found;
  return for_each_alternative(found, [&](const SymbolicValue& one) {
    return one.is(SymbolicKind::Error) ? at(arguments, 2) : one;
  });
}

SymbolicValue keys(const Members& arguments) {
  if (!at(arguments, 0).is(SymbolicKind::Object)) return {};
  Members list;
  for (const SymbolicValue::Member& member : at(arguments, 0).members().list)
    list.add(SymbolicValue::text(member.key), member.maybe);
  if (at(arguments, 0).members().rest != nullptr) list.add_rest({});
  return SymbolicValue::tuple(std::move(list));
}

SymbolicValue values(const Members& arguments) {
  if (!at(arguments, 0).is(SymbolicKind::Object)) return {};
  Members list = at(arguments, 0).members();
  for (SymbolicValue::Member& member : list.list) member.key.clear();
  return SymbolicValue::tuple(std::move(list));
}

SymbolicValue zipmap(const Members& arguments) {
  if (arguments.list.size() != 2) return {};
  const SymbolicValue& names = at(arguments, 0);
  const SymbolicValue& given = at(arguments, 1);
  if (!names.is(SymbolicKind::Tuple) || !given.is(SymbolicKind::Tuple)) return {};
  const bool is_exact = names.members().is_exact() && given.members().is_exact() &&
                        names.members().list.size() == given.members().list.size();
  if (!is_exact) return {};
  Members members;
  for (std::size_t i = 0; i < names.members().list.size(); ++i) {
    const SymbolicValue& value = *given.members().list[i].value;
    if (const auto name = names.members().list[i].value->find_text()) {
      members.add(*name, value);
    } else {
      members.add_rest(value);
    }
  }
  return SymbolicValue::object(std::move(members));
}

// The value as it is: what they change is not followed.
SymbolicValue same(const Members& arguments) { return at(arguments, 0); }

SymbolicValue length(const Members& arguments) {
  const SymbolicValue& value = at(arguments, 0);
  if (value.is_text()) {
    const std::string& text = value.as_scalar().as_string();
    const bool is_ascii = std::all_of(text.begin(), text.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return is_ascii ? SymbolicValue::integer(static_cast<std::int64_t>(text.size()))
                    : SymbolicValue();
  }
  if (value.is(SymbolicKind::Scalar)) return SymbolicValue::error();
  if (!value.is(SymbolicKind::Object) && !value.is(SymbolicKind::Tuple)) return {};
  if (!value.members().is_exact()) return {};
  return SymbolicValue::integer(static_cast<std::int64_t>(value.members().list.size()));
}

// The first that is neither null nor, of texts, empty.
SymbolicValue coalesce(const Members& arguments) {
  std::vector<SymbolicValue> possible;
  for (const SymbolicValue::Member& argument : arguments.list) {
    const SymbolicValue& value = *argument.value;
    const bool is_empty = value.is_text() && value.as_scalar().as_string().empty();
    const std::optional<bool> is_null = value.find_nullness();
    if (is_empty || is_null == true) continue;
    possible.push_back(value);
    if (is_null == false) return SymbolicValue::choice(possible);
  }
  possible.push_back(SymbolicValue::error());
  return SymbolicValue::choice(possible);
}

SymbolicValue coalesce_list(const Members& arguments) {
  for (const SymbolicValue::Member& argument : arguments.list) {
    const SymbolicValue& value = *argument.value;
    if (value.is_null()) continue;
    if (!value.is(SymbolicKind::Tuple) || !value.members().is_exact()) return {};
    if (!value.members().list.empty()) return value;
  }
  return SymbolicValue::error();
}

}  // namespace

std::span<const SymbolicFunction> collection_functions() {
  static constexpr std::array kFunctions = {
      SymbolicFunction{"merge", merge, false, true},
      SymbolicFunction{"lookup", lookup},
      SymbolicFunction{"keys", keys},
      SymbolicFunction{"values", values},
      SymbolicFunction{"zipmap", zipmap},
      SymbolicFunction{"length", length, true},
      SymbolicFunction{"coalesce", coalesce},
      SymbolicFunction{"coalescelist", coalesce_list},
      SymbolicFunction{"tomap", same},
      SymbolicFunction{"sensitive", same},
      SymbolicFunction{"nonsensitive", same},
  };
  return kFunctions;
}

}  // namespace exr
