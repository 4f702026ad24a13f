#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "hcl/symbolic_access.h"
#include "hcl/symbolic_functions.h"

namespace exr {

namespace {

using Members = SymbolicValue::Members;

// As many as one loop may have.
constexpr std::int64_t kLongestRange = 10'000;
// Each member with each other one.
constexpr std::size_t kMostCompared = 1000;

const SymbolicValue& at(const Members& arguments, std::size_t index) {
  return *arguments.list[index].value;
}

// The members of the first argument, a list; null if it is none.
const Members* list_of(const Members& arguments) {
  const SymbolicValue& value = at(arguments, 0);
  return value.is(SymbolicKind::Tuple) ? &value.members() : nullptr;
}
const Members* exact_list_of(const Members& arguments) {
  const Members* list = list_of(arguments);
  return list != nullptr && list->is_exact() ? list : nullptr;
}

bool has(const Members& list, const SymbolicValue& value) {
  return std::any_of(list.list.begin(), list.list.end(), [&](const SymbolicValue::Member& member) {
    return !member.maybe && *member.value == value;
  });
}

bool is_all_scalars(const Members& list) {
  return list.rest == nullptr &&
         std::all_of(list.list.begin(), list.list.end(), [](const SymbolicValue::Member& member) {
           return !member.maybe && member.value->is(SymbolicKind::Scalar);
         });
}

void append(Members& list, const SymbolicValue& value, bool maybe) {
  if (value.is_null()) return;
  if (!value.is(SymbolicKind::Tuple)) {
    list.add_rest(member_of(value, {}));
    return;
  }
  for (const SymbolicValue::Member& member : value.members().list)
    list.add(*member.value, member.maybe || maybe);
  if (value.members().rest != nullptr) list.add_rest(*value.members().rest);
}

SymbolicValue concat(const Members& arguments) {
  Members list;
  for (const SymbolicValue::Member& argument : arguments.list)
    append(list, *argument.value, argument.maybe);
  if (arguments.rest != nullptr) list.add_rest(member_of(*arguments.rest, {}));
  return SymbolicValue::tuple(std::move(list));
}

// Lists in lists as one list. A list that several places share is read in each of them, so its
// visits are counted.
class Flattening {
 public:
  void add(const SymbolicValue& value, bool maybe) {
    const std::vector<SymbolicValue> alternatives = value.alternatives();
    for (const SymbolicValue& one : alternatives) {
      const bool uncertain = maybe || alternatives.size() > 1;
      if (one.is(SymbolicKind::Unknown)) {
        list_.add_rest({});
      } else if (!one.is(SymbolicKind::Tuple)) {
        list_.add(one, uncertain);
      } else {
        add_members(one.members(), uncertain);
      }
    }
  }

  SymbolicValue finished() && {
    return visits_ > kMostVisits ? SymbolicValue() : SymbolicValue::tuple(std::move(list_));
  }

 private:
  void add_members(const Members& members, bool maybe) {
    for (const SymbolicValue::Member& member : members.list) {
      if (++visits_ > kMostVisits) return;
      add(*member.value, maybe || member.maybe);
    }
    if (members.rest != nullptr) list_.add_rest(*members.rest);
  }

  static constexpr std::size_t kMostVisits = 50'000;
  Members list_;
  std::size_t visits_ = 0;
};

SymbolicValue flatten(const Members& arguments) {
  if (list_of(arguments) == nullptr) return {};
  Flattening flattening;
  flattening.add(at(arguments, 0), false);
  return std::move(flattening).finished();
}

// Without nulls and empty texts.
SymbolicValue compact(const Members& arguments) {
  const Members* given = list_of(arguments);
  if (given == nullptr) return {};
  Members list;
  for (const SymbolicValue::Member& member : given->list) {
    const SymbolicValue& value = *member.value;
    const bool is_empty = value.is_text() && value.as_scalar().as_string().empty();
    if (is_empty || value.is_null()) continue;
    list.add(value, member.maybe || value.find_nullness() != false);
  }
  if (given->rest != nullptr) list.add_rest(*given->rest);
  return SymbolicValue::tuple(std::move(list));
}

SymbolicValue distinct(const Members& arguments) {
  const Members* given = list_of(arguments);
  if (given == nullptr || given->list.size() > kMostCompared) return {};
  Members list;
  for (const SymbolicValue::Member& member : given->list) {
    if (!has(list, *member.value)) list.add(*member.value, member.maybe);
  }
  if (given->rest != nullptr) list.add_rest(*given->rest);
  // of two values that are not known, one may be the other
  if (is_all_scalars(list) || given->list.size() < 2) return SymbolicValue::tuple(std::move(list));
  for (SymbolicValue::Member& member : list.list) member.maybe = true;
  return SymbolicValue::tuple(std::move(list));
}

SymbolicValue to_set(const Members& arguments) {
  const Members* given = list_of(arguments);
  if (given != nullptr && is_all_scalars(*given)) return SymbolicValue::set(*given);
  const SymbolicValue list = distinct(arguments);
  return list.is(SymbolicKind::Tuple) ? SymbolicValue::set(list.members()) : list;
}

SymbolicValue to_list(const Members& arguments) {
  const Members* given = list_of(arguments);
  if (given == nullptr) return at(arguments, 0);
  Members list = *given;
  list.is_set = false;
  return SymbolicValue::tuple(std::move(list));
}

SymbolicValue set_union(const Members& arguments) {
  Members all;
  all.add(concat(arguments));
  return to_set(all);
}

// Those of the first argument that are, or are not, in all others.
SymbolicValue chosen(const Members& arguments, bool wanted) {
  Members result;
  for (std::size_t i = 0; i < arguments.list.size(); ++i) {
    const SymbolicValue& set = at(arguments, i);
    const bool is_known = set.is(SymbolicKind::Tuple) && is_all_scalars(set.members()) &&
                          set.members().list.size() <= kMostCompared;
    if (!is_known) return {};
  }
  for (const SymbolicValue::Member& member : at(arguments, 0).members().list) {
    bool fits = true;
    for (std::size_t i = 1; i < arguments.list.size(); ++i)
      fits = fits && has(at(arguments, i).members(), *member.value) == wanted;
    if (fits) result.add(*member.value);
  }
  return SymbolicValue::set(std::move(result));
}
SymbolicValue set_intersection(const Members& arguments) { return chosen(arguments, true); }
SymbolicValue set_subtract(const Members& arguments) { return chosen(arguments, false); }

// The only member of a list that has none or one.
SymbolicValue one(const Members& arguments) {
  const Members* list = list_of(arguments);
  if (list == nullptr) return at(arguments, 0).is_null() ? at(arguments, 0) : SymbolicValue();
  std::vector<SymbolicValue> possible;
  for (const SymbolicValue::Member& member : list->list) possible.push_back(*member.value);
  if (list->rest != nullptr) possible.push_back(*list->rest);
  if (list->is_exact() && possible.size() > 1) return SymbolicValue::error();
  if (!list->is_exact() || possible.empty()) possible.push_back(SymbolicValue::null());
  return SymbolicValue::choice(possible);
}

SymbolicValue element(const Members& arguments) {
  if (arguments.list.size() != 2) return {};
  const Members* list = exact_list_of(arguments);
  const auto index = find_integer(at(arguments, 1));
  if (list == nullptr || !index) return member_of(at(arguments, 0), {});
  const auto size = static_cast<std::int64_t>(list->list.size());
  if (size == 0 || *index < 0) return SymbolicValue::error();
  return *list->list[static_cast<std::size_t>(*index % size)].value;
}

SymbolicValue reverse(const Members& arguments) {
  const Members* given = list_of(arguments);
  if (given == nullptr) return {};
  Members list = *given;
  std::reverse(list.list.begin(), list.list.end());
  return SymbolicValue::tuple(std::move(list));
}

SymbolicValue sort(const Members& arguments) {
  const Members* given = list_of(arguments);
  if (given == nullptr || !is_all_scalars(*given)) return {};
  Members list = *given;
  std::stable_sort(list.list.begin(), list.list.end(),
                   [](const SymbolicValue::Member& a, const SymbolicValue::Member& b) {
                     return a.value->find_text() < b.value->find_text();
                   });
  return SymbolicValue::tuple(std::move(list));
}

SymbolicValue slice(const Members& arguments) {
  const Members* given = exact_list_of(arguments);
  if (given == nullptr || arguments.list.size() != 3) return {};
  const auto begin = find_integer(at(arguments, 1));
  const auto end = find_integer(at(arguments, 2));
  if (!begin || !end) return {};
  const auto size = static_cast<std::int64_t>(given->list.size());
  if (*begin < 0 || *begin > *end || *end > size) return SymbolicValue::error();
  Members list;
  list.list.assign(given->list.begin() + *begin, given->list.begin() + *end);
  return SymbolicValue::tuple(std::move(list));
}

SymbolicValue range(const Members& arguments) {
  const auto first = find_integer(at(arguments, 0));
  const auto last = arguments.list.size() > 1 ? find_integer(at(arguments, 1)) : first;
  if (arguments.list.size() > 2 || !first || !last) return {};
  const std::int64_t begin = arguments.list.size() > 1 ? *first : 0;
  if (*last < begin || *last - begin > kLongestRange) return {};
  Members list;
  for (std::int64_t i = begin; i < *last; ++i) list.add(SymbolicValue::integer(i));
  return SymbolicValue::tuple(std::move(list));
}

SymbolicValue contains(const Members& arguments) {
  const Members* list = list_of(arguments);
  if (list == nullptr || arguments.list.size() != 2) return {};
  const SymbolicValue& wanted = at(arguments, 1);
  if (!wanted.is(SymbolicKind::Scalar)) return {};
  if (has(*list, wanted)) return SymbolicValue::truth(true);
  return is_all_scalars(*list) ? SymbolicValue::truth(false) : SymbolicValue();
}

SymbolicValue index(const Members& arguments) {
  const Members* list = list_of(arguments);
  if (list == nullptr || arguments.list.size() != 2 || !is_all_scalars(*list)) return {};
  for (std::size_t i = 0; i < list->list.size(); ++i) {
    if (*list->list[i].value == at(arguments, 1))
      return SymbolicValue::integer(static_cast<std::int64_t>(i));
  }
  return at(arguments, 1).is(SymbolicKind::Scalar) ? SymbolicValue::error() : SymbolicValue();
}

// Whether all members are true, or any is.
SymbolicValue truth_of(const Members& arguments, bool deciding) {
  const Members* list = list_of(arguments);
  if (list == nullptr) return {};
  bool is_decided = list->rest == nullptr;
  for (const SymbolicValue::Member& member : list->list) {
    const std::optional<bool> truth = member.value->find_truth();
    if (truth == deciding && !member.maybe) return SymbolicValue::truth(deciding);
    is_decided = is_decided && truth == !deciding;
  }
  return is_decided ? SymbolicValue::truth(!deciding) : SymbolicValue();
}
SymbolicValue all_true(const Members& arguments) { return truth_of(arguments, false); }
SymbolicValue any_true(const Members& arguments) { return truth_of(arguments, true); }

}  // namespace

std::span<const SymbolicFunction> list_functions() {
  static constexpr std::array kFunctions = {
      SymbolicFunction{"concat", concat, false, true},
      SymbolicFunction{"flatten", flatten},
      SymbolicFunction{"compact", compact},
      SymbolicFunction{"distinct", distinct},
      SymbolicFunction{"toset", to_set},
      SymbolicFunction{"tolist", to_list},
      SymbolicFunction{"setunion", set_union},
      SymbolicFunction{"setintersection", set_intersection, true},
      SymbolicFunction{"setsubtract", set_subtract, true},
      SymbolicFunction{"one", one},
      SymbolicFunction{"element", element},
      SymbolicFunction{"reverse", reverse},
      SymbolicFunction{"sort", sort, true},
      SymbolicFunction{"slice", slice},
      SymbolicFunction{"range", range, true},
      SymbolicFunction{"contains", contains, true},
      SymbolicFunction{"index", index, true},
      SymbolicFunction{"alltrue", all_true},
      SymbolicFunction{"anytrue", any_true},
  };
  return kFunctions;
}

}  // namespace exr
