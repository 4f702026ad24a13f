// Reading properties and elements.

#include <algorithm>
#include <array>
#include <utility>

#include "expression/candidates.h"
#include "expression/evaluator.h"
#include "expression/functions/arguments.h"
#include "expression/history.h"
#include "expression/operators.h"
#include "support/text.h"
#include "value/print.h"

namespace exr {

namespace {

bool is_from_end(std::uint8_t flags) { return (flags & kFromEnd) != 0; }

bool is_identifier(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  if (text.empty() || !is_letter(text.front())) return false;
  for (const char c : text) {
    if (!is_letter(c) && (c < '0' || c > '9')) return false;
  }
  return true;
}

// `name` behind the canonical text of what it is read from.
std::string path_text(const std::string& whole, std::string_view name) {
  if (is_identifier(name)) return whole + "." + std::string(name);
  return whole + "[" + canonical_text(Value::string(std::string(name))) + "]";
}

std::string member_text(const Value& whole, std::string_view name) {
  return path_text(canonical_text(whole), name);
}

// By the index of a loop over an array of unknown length its item is read.
std::string element_text(const Value& whole, const Value& index, std::uint8_t flags) {
  const std::string text = canonical_text(whole);
  const std::string place = canonical_text(index);
  if (is_from_end(flags)) return text + "[^" + place + "]";
  return text + "[" + (place == "index(" + text + ")" ? "*" : place) + "]";
}

// A resource has no text of its own: what is read of it in one of two cases is called by what it is
// in both.
Value named_by_cases(const Value& whole, const Value& part) {
  const auto& from = whole.as_unknown().candidates;
  const bool of_resource = std::any_of(from.begin(), from.end(), [](const Candidate& candidate) {
    return candidate.value.is_resource();
  });
  if (!of_resource || !has_cases(part)) return part;
  Unknown unknown = part.as_unknown();
  auto text = text_of_condition(unknown.candidates);
  if (!text) return part;
  unknown.text = *std::move(text);
  return Value::unknown(std::move(unknown), part.origin()).with_trail(part.trail());
}

// What a part is read from, with a history that goes on by that part.
Value by_part(const Value& whole, std::string_view part) {
  return whole.with_trail(read_further(whole.trail(), part));
}

Value by_element(const Value& whole, const Value& index) {
  return by_part(whole, index.is_int() ? "[" + canonical_text(index) + "]" : "[*]");
}

std::string closest_hint(const Object& object, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Object::Property& property : object.properties()) names.push_back(property.name);
  const std::string_view found = closest(name, names);
  return found.empty() ? "" : ", did you mean `" + std::string(found) + "`?";
}

// Whether nothing before the place, counted from its end, may be absent.
bool place_is_sure(const Array& array, std::size_t place, std::uint8_t flags) {
  if (array.open) return false;
  if (array.possible.empty()) return true;
  const std::size_t begin = is_from_end(flags) ? place : 0;
  const std::size_t end = is_from_end(flags) ? array.size() : place + 1;
  for (std::size_t i = begin; i < end; ++i) {
    if (!array.is_certain(i)) return false;
  }
  return true;
}

// Of a loop of unknown length around a resource the only member stands for each of them.
bool has_stand_in(const Array& array) {
  return array.open && array.size() == 1 && !array.is_certain(0);
}

// Whether it may be the rounds of a loop around a resource, of which an index does not say which
// one is read.
bool may_be_rounds(const Value& container, const Value& index) {
  if (!container.is_array() || container.as_array().members.empty()) return false;
  const Array& array = container.as_array();
  return array.members.front().is_resource() && (has_stand_in(array) || index.is_unknown());
}

}  // namespace

Value Evaluator::evaluate_member(NodeId id, const Local* locals, Chain& chain) {
  const Node& node = tree_.node(id);
  const Value object = evaluate_chain(tree_.child(node, 0), locals, chain);
  const std::string_view name = tree_.text(node.payload);
  const Span use = tree_.span(id);
  if (is_safe(node.flags)) chain = Chain::Safe;
  if (is_safe(node.flags) && object.is_resource()) return read_if_present(object, name, use);
  const std::uint8_t flags = chain == Chain::Safe ? kSafe : std::uint8_t{0};
  return read_member(object, name, flags, use);
}

// A property of a resource as far as that is deployed, null else.
Value Evaluator::read_if_present(const Value& resource, std::string_view name, Span use) {
  const Value presence = host_.presence(resource.as_resource(), name);
  if (presence.is_bool() && !presence.as_bool()) return written_at(Value(), use);
  const Value value = read_member(resource, name, kSafe, use);
  return presence.is_unknown() ? read_at(chosen_by(presence, value, Value()), use) : value;
}

Value Evaluator::evaluate_index(NodeId id, const Local* locals, Chain& chain) {
  const Node& node = tree_.node(id);
  const Value container = evaluate_chain(tree_.child(node, 0), locals, chain);
  if (is_safe(node.flags)) chain = Chain::Safe;
  if (container.is_null() && (chain == Chain::Safe || dialect_.is_rules()))
    return written_at(Value(), tree_.span(id));
  const Value index = evaluate(tree_.child(node, 1), locals);
  const auto flags = static_cast<std::uint8_t>(node.flags | (chain == Chain::Safe ? kSafe : 0));
  return element(container, index, flags, tree_.span(id));
}

Value Evaluator::evaluate_nested(NodeId id, const Local* locals, Chain& chain) {
  const Node& node = tree_.node(id);
  const Span use = tree_.span(id);
  const std::string_view name = tree_.text(node.payload);
  const Value resource = evaluate_chain(tree_.child(node, 0), locals, chain);
  if (resource.is_null() && chain == Chain::Safe) return written_at(Value(), use);
  if (resource.is_unknown())
    return unknown_part(resource, canonical_text(resource) + "::" + std::string(name), 0, use);
  if (!resource.is_resource())
    return wrong(
        "`::` reads a nested resource, but before it stands " + std::string(kind_phrase(resource)),
        use);
  std::optional<Value> found = host_.nested(resource.as_resource(), name, use);
  if (found) return read_at(*found, use);
  return failed(ProblemKind::UnknownSymbol,
                "no nested resource has the name `" + std::string(name) + "`", use);
}

Value Evaluator::member(const Value& object, std::string_view name, Span use) {
  return read_member(object, name, 0, use);
}

Value Evaluator::read_member(const Value& object, std::string_view name, std::uint8_t flags,
                             Span use) {
  if (!has_cases(object)) return read_property(object, name, flags, use, name);
  const UndecidedBranch undecided(evaluation_);
  const Value result = over_candidates(std::span(&object, 1), member_text(object, name),
                                       [&](std::span<const Value> values) {
                                         return read_property(values[0], name, flags, use, name);
                                       });
  return chosen(written_at(with_history_of(object, named_by_cases(object, result)), use));
}

Value Evaluator::read_property(const Value& object, std::string_view name, std::uint8_t flags,
                               Span use, std::string_view shown) {
  if (object.is_resource()) {
    const std::uint32_t undecided = std::exchange(evaluation_.undecided, 0);
    Value value = host_.property(object.as_resource(), name, use);
    evaluation_.undecided = undecided;
    return read_at(value, use);
  }
  if (is_wholly_unknown(object))
    return unknown_part(by_part(object, name), member_text(object, name), flags, use);
  const auto text = [&] {
    charge_for(std::span(&object, 1));
    return member_text(object, name);
  };
  if (object.is_null())
    return missing(
        [&] {
          return "property `" + std::string(shown) +
                 "` is read from null; `.?` gives null where there is nothing";
        },
        text, flags, use);
  if (!object.is_object())
    return missing(
        [&] {
          return "property `" + std::string(shown) + "` is read from " +
                 std::string(kind_phrase(object)) + ", which has none";
        },
        text, flags, use);
  const Object& properties = object.as_object();
  if (const Value* value = properties.find(name))
    return read_at(with_history_of(object, *value), use);
  if (!properties.missing_text().empty()) return missing_part(object, name, use);
  if (properties.is_open())
    return unknown_part(by_part(object, name), member_text(object, name), kSafe, use);
  return missing(
      [&] {
        return "the object has no property `" + std::string(shown) + "`" +
               closest_hint(properties, shown);
      },
      text, flags, use);
}

// What Azure fills in, or a table does not say.
Value Evaluator::missing_part(const Value& object, std::string_view name, Span use) const {
  const Object& properties = object.as_object();
  Value whole = object;
  if (properties.missing_trail() != nullptr)
    whole = with_history_of(object, Value().with_trail(properties.missing_trail()));
  const Value part = unknown_part(object, path_text(properties.missing_text(), name), kSafe, use);
  return part.with_trail(read_further(whole.trail(), name));
}

// A part of what is not known; behind a safe link there may be nothing.
Value Evaluator::unknown_part(const Value& whole, std::string text, std::uint8_t flags,
                              Span use) const {
  const bool may_be_nothing = is_safe(flags) || !whole.is_unknown();
  const UnknownReason reason =
      may_be_nothing ? UnknownReason::Undecided : whole.as_unknown().reason;
  return written_at(Value::unknown(make_unknown(reason, std::move(text))).with_trail(whole.trail()),
                    use);
}

Value Evaluator::element(const Value& container, const Value& index, std::uint8_t flags, Span use) {
  if (!dialect_.is_rules() && may_be_rounds(container, index)) {
    const std::array<Value, 2> operands = {container, index};
    const std::optional<Value> round = host_.call(
        {.function = "round at", .arguments = operands, .receiver = nullptr, .span = use});
    if (round) return read_at(*round, use);
  }
  if (!has_cases(container) && !has_cases(index)) return read_element(container, index, flags, use);
  const UndecidedBranch undecided(evaluation_);
  const std::array<Value, 2> operands = {container, index};
  const Value result = over_candidates(operands, element_text(container, index, flags),
                                       [&](std::span<const Value> values) {
                                         return read_element(values[0], values[1], flags, use);
                                       });
  return chosen(written_at(with_history_of(container, result), use));
}

Value Evaluator::read_element(const Value& container, const Value& index, std::uint8_t flags,
                              Span use) {
  if (container.is_null())
    return missing(
        [] { return "an element is read from null; `[?...]` gives null where there is nothing"; },
        [&] { return element_text(container, index, flags); }, flags, use);
  if (index.is_string())
    return read_property(container, index.as_string(), flags, use, message_text(index));
  const bool has_parts = container.is_array() || container.is_object() || container.is_resource();
  if (is_wholly_unknown(container) || (has_parts && index.is_unknown()))
    return unknown_part(by_element(container, index), element_text(container, index, flags), flags,
                        use);
  if (container.is_array() && index.is_int()) return array_element(container, index, flags, use);
  return wrong("an element of " + std::string(kind_phrase(container)) + " is read with " +
                   std::string(kind_phrase(index)) + " as index",
               use, element_text(container, index, flags));
}

Value Evaluator::array_element(const Value& container, const Value& index, std::uint8_t flags,
                               Span use) {
  const Array& array = container.as_array();
  const auto size = static_cast<std::int64_t>(array.size());
  const std::int64_t wanted = index.as_int();
  const std::int64_t first = is_from_end(flags) ? 1 : 0;
  const bool is_past = wanted - first >= size;
  const auto text = [&] {
    charge_for(std::span(&container, 1));
    return element_text(container, index, flags);
  };
  if (wanted < first || (is_past && !array.open)) {
    return missing(
        [&] {
          return "index " + message_text(index) + (is_from_end(flags) ? " from the end" : "") +
                 " is outside an array of " + std::to_string(size) + " elements";
        },
        text, flags, use);
  }
  if (is_past) return unknown_part(by_element(container, index), text(), kSafe, use);
  const auto place = static_cast<std::size_t>(is_from_end(flags) ? size - wanted : wanted);
  const Value& member = array.members[place];
  if (place_is_sure(array, place, flags)) return read_at(with_history_of(container, member), use);
  // it stands near what is known, if that is of use to anyone
  const Value undecided = unknown_part(by_element(container, index), text(), kSafe, use);
  return dialect_.values_move ? undecided : undecided.placed(member.origin());
}

}  // namespace exr
