#include "expression/candidates.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "expression/operators.h"
#include "value/compare.h"
#include "value/containers.h"
#include "value/joined_trail.h"
#include "value/print.h"

namespace exr {

namespace {

// Arrays with more members stay as they are: merging them compares each with each.
constexpr std::size_t kMostFoldedMembers = 256;

struct Combination {
  std::vector<Choice> choices;
  std::vector<Value> arguments;
};

// Every way to put candidates in for the arguments; empty if there are none or too many.
std::vector<Combination> combinations(std::span<const Value> arguments) {
  std::vector<Combination> all = {{{}, {arguments.begin(), arguments.end()}}};
  bool any = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!has_cases(arguments[i])) continue;
    any = true;
    std::vector<Combination> next;
    for (const Combination& combination : all) {
      for (const Candidate& candidate : arguments[i].as_unknown().candidates) {
        if (!agree(combination.choices, candidate.choices)) continue;
        next.push_back({merged(combination.choices, candidate.choices), combination.arguments});
        next.back().arguments[i] = candidate.value;
      }
    }
    if (next.size() > kMostCandidates) return {};
    all = std::move(next);
  }
  if (!any) all.clear();
  return all;
}

UnknownReason reason_of(std::span<const Value> values) {
  for (const Value& value : values) {
    if (value.is_unknown()) return value.as_unknown().reason;
  }
  return UnknownReason::Undecided;
}

bool all_candidates(const Unknown& unknown, bool (*passes)(const Value& value)) {
  return std::all_of(unknown.candidates.begin(), unknown.candidates.end(),
                     [&](const Candidate& candidate) { return passes(candidate.value); });
}

// What is there in one case of a condition and null in the other is named by what it is, however it
// was read: a safe read of Bicep and the `tryGet` that it is compiled to are one Unknown.
std::optional<std::string> branch_text(const std::vector<Candidate>& cases) {
  const bool has_resource = std::any_of(
      cases.begin(), cases.end(), [](const Candidate& one) { return one.value.is_resource(); });
  const auto nulls = std::count_if(cases.begin(), cases.end(),
                                   [](const Candidate& one) { return one.value.is_null(); });
  return has_resource || nulls != 1 ? std::nullopt : text_of_condition(cases);
}

Value folded_property(const Unknown& unknown, const std::string& name) {
  std::vector<Candidate> cases;
  for (const Candidate& candidate : unknown.candidates) {
    const Value* value =
        candidate.value.is_object() ? candidate.value.as_object().find(name) : nullptr;
    add_cases(candidate.choices, value == nullptr ? Value() : *value, cases);
  }
  return one_of(std::move(cases), unknown.reason, unknown.text + "." + name);
}

Value folded_objects(const Value& value) {
  const Unknown& unknown = value.as_unknown();
  Object result;
  for (const Candidate& candidate : unknown.candidates) {
    if (!candidate.value.is_object()) continue;
    const Object& object = candidate.value.as_object();
    for (const Object::Property& property : object.properties()) {
      if (result.find(property.name) != nullptr) continue;
      const Value part = folded_property(unknown, property.name);
      result.set(property.name, part.placed(property.value.origin()), property.name_span);
    }
    if (object.is_open()) result.set_open(unknown.text);
  }
  return Value::object(std::move(result), value.origin()).with_trail(value.trail());
}

// Members of several arrays in an order that keeps that of each, with the number of arrays that
// surely have them.
class FoldedMembers {
 public:
  void add(const Array& array) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < array.size(); ++i) {
      const std::size_t place = find_from(array.members[i], from);
      const bool is_new = place == members_.size();
      const std::size_t at = is_new ? from : place;
      if (is_new) insert(array.members[i], at);
      if (array.is_certain(i)) ++certain_[at];
      from = at + 1;
    }
  }

  Array take(std::size_t arrays) {
    Array result;
    for (std::size_t i = 0; i < members_.size(); ++i)
      result.add(std::move(members_[i]), certain_[i] == arrays);
    return result;
  }

 private:
  std::size_t find_from(const Value& member, std::size_t from) const {
    for (std::size_t i = from; i < members_.size(); ++i) {
      if (equals(members_[i], member, TextComparison::Exact) == Truth::True) return i;
    }
    return members_.size();
  }
  void insert(const Value& member, std::size_t at) {
    members_.insert(members_.begin() + static_cast<std::ptrdiff_t>(at), member);
    certain_.insert(certain_.begin() + static_cast<std::ptrdiff_t>(at), 0);
  }

  std::vector<Value> members_;
  std::vector<std::size_t> certain_;
};

Value folded_arrays(const Value& value) {
  const Unknown& unknown = value.as_unknown();
  FoldedMembers members;
  bool open = false;
  for (const Candidate& candidate : unknown.candidates) {
    members.add(candidate.value.as_array());
    open = open || candidate.value.as_array().open;
  }
  Array result = members.take(unknown.candidates.size());
  result.open = open;
  if (open) result.open_text = unknown.text;
  return Value::array(std::move(result), value.origin()).with_trail(value.trail());
}

bool is_object_or_null(const Value& value) { return value.is_object() || value.is_null(); }

bool is_short_array(const Value& value) {
  return value.is_array() && value.as_array().size() <= kMostFoldedMembers;
}

// The inside of `not(...)` if that is all of the text, else nothing.
std::string_view negated_text(std::string_view text) {
  constexpr std::string_view kStart = "not(";
  if (!text.starts_with(kStart) || !text.ends_with(')')) return {};
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = kStart.size() - 1; i < text.size(); ++i) {
    if (text[i] == '\'') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0 && i + 1 != text.size()) return {};
  }
  return quoted || depth != 0 ? std::string_view()
                              : text.substr(kStart.size(), text.size() - kStart.size() - 1);
}

// What a `?:` gives in each case of its condition. The sides of `not(x)` are those of `x`
// exchanged, so that both go together.
std::vector<Candidate> cases_of(const Unknown& condition, const Value& then,
                                const Value& otherwise) {
  std::vector<Candidate> cases;
  if (condition.candidates.empty()) {
    const std::string_view inside = negated_text(condition.text);
    const std::string source(inside.empty() ? std::string_view(condition.text) : inside);
    add_cases({{source, inside.empty() ? 0U : 1U}}, then, cases);
    add_cases({{source, inside.empty() ? 1U : 0U}}, otherwise, cases);
    return cases;
  }
  for (const Candidate& candidate : condition.candidates) {
    // a condition that is undecided in one of its cases has no closed set of results
    if (!candidate.value.is_bool()) return {};
    add_cases(candidate.choices, candidate.value.as_bool() ? then : otherwise, cases);
  }
  return cases;
}

}  // namespace

void add_cases(const std::vector<Choice>& choices, const Value& value,
               std::vector<Candidate>& cases) {
  if (!has_cases(value)) {
    cases.push_back({choices, value});
    return;
  }
  for (const Candidate& candidate : value.as_unknown().candidates) {
    if (agree(choices, candidate.choices))
      cases.push_back({merged(choices, candidate.choices), candidate.value});
  }
}

Value one_of(std::vector<Candidate> cases, UnknownReason reason, std::string text) {
  if (cases.empty() || cases.size() > kMostCandidates)
    return Value::unknown(make_unknown(reason, std::move(text)));
  std::vector<Value> values;
  for (const Candidate& candidate : cases) values.push_back(candidate.value);
  TrailPointer trail = joined_trail(values.data(), values.data() + values.size());
  const bool all_equal = std::all_of(values.begin() + 1, values.end(), [&](const Value& value) {
    return equals(values.front(), value, TextComparison::Exact) == Truth::True;
  });
  if (all_equal) return values.front().with_trail(std::move(trail));
  Unknown unknown = make_unknown(reason, std::move(text));
  unknown.candidates = std::move(cases);
  return Value::unknown(std::move(unknown)).with_trail(std::move(trail));
}

std::optional<std::string> text_of_condition(const std::vector<Candidate>& cases) {
  if (cases.size() != 2) return std::nullopt;
  const auto& first = cases[0].choices;
  const auto& second = cases[1].choices;
  const bool is_one_choice = first.size() == 1 && second.size() == 1 &&
                             first[0].source == second[0].source &&
                             first[0].option + second[0].option == 1;
  if (!is_one_choice) return std::nullopt;
  const std::size_t then = first[0].option == 0 ? 0 : 1;
  return bounded_text("if(" + first[0].source + "," + canonical_text(cases[then].value) + "," +
                      canonical_text(cases[1 - then].value) + ")");
}

Value chosen_by(const Value& condition, const Value& then, const Value& otherwise) {
  if (equals(then, otherwise, TextComparison::Exact) == Truth::True) return then;
  const std::string text =
      bounded_text("if(" + canonical_text(condition) + "," + canonical_text(then) + "," +
                   canonical_text(otherwise) + ")");
  if (condition.is_null()) return Value::unknown(make_unknown(UnknownReason::NotWritten, text));
  const Unknown& unknown = condition.as_unknown();
  return one_of(cases_of(unknown, then, otherwise), unknown.reason, text);
}

Value over_candidates(std::span<const Value> arguments, std::string text,
                      const std::function<Value(std::span<const Value>)>& compute) {
  std::vector<Candidate> cases;
  for (const Combination& combination : combinations(arguments)) {
    add_cases(combination.choices, compute(combination.arguments), cases);
  }
  if (auto branch = branch_text(cases)) text = std::move(*branch);
  return one_of(std::move(cases), reason_of(arguments), std::move(text));
}

Value folded(const Value& value) {
  if (!has_cases(value)) return value;
  const Unknown& unknown = value.as_unknown();
  if (all_candidates(unknown, is_short_array)) return folded_arrays(value);
  const bool any_object =
      std::any_of(unknown.candidates.begin(), unknown.candidates.end(),
                  [](const Candidate& candidate) { return candidate.value.is_object(); });
  return any_object && all_candidates(unknown, is_object_or_null) ? folded_objects(value) : value;
}

}  // namespace exr
