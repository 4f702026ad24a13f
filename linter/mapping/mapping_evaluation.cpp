#include "mapping/mapping_evaluation.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "mapping/mapping_verbs.h"
#include "mapping/provider_schema.h"
#include "value/compare.h"
#include "value/containers.h"
#include "value/joined_text.h"
#include "value/joined_trail.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

MappingEvaluation::MappingEvaluation(const Mapping& mapping, const MappingInput& input)
    : mapping_(mapping),
      input_(input),
      root_{.value = input.attributes, .written = WrittenPart::of_block(input.expressions)},
      major_bit_(static_cast<std::uint8_t>(
          1U << static_cast<unsigned>(std::clamp(input.provider_major - kFirstMajor, 0,
                                                 static_cast<int>(kMajorCount) - 1)))) {}

Value MappingEvaluation::evaluate(std::uint32_t node) const { return evaluate(node, root_); }

std::uint32_t MappingEvaluation::chosen_child(std::uint32_t index) const {
  const MappingNode& node = this->node(index);
  return node.step == MappingStep::Renamed ? chosen_name(node, root_) : first_set(node, root_).node;
}

Value MappingEvaluation::name(std::uint32_t index) const {
  Value name = evaluate(index);
  if (!name.is_null() || index == kNoIndex || node(index).step != MappingStep::Attribute)
    return name;
  const Value planned = planned_attribute(mapping_.paths[node(index).payload], input_.attributes);
  return planned.is_unknown() ? planned : name;
}

Value MappingEvaluation::evaluate(std::uint32_t index, const MappingElement& element) const {
  if (index == kNoIndex) return Value::null();
  const MappingNode& node = this->node(index);
  switch (node.step) {
    case MappingStep::Attribute:
      return attribute(mapping_.paths[node.payload], element).value;
    case MappingStep::Element:
      return is_unset(element.value) ? Value::null() : element.value;
    case MappingStep::Key:
      return element.key;
    case MappingStep::Position:
      return Value::integer(element.position, element.value.origin());
    case MappingStep::Id:
      return id_;
    case MappingStep::Subscription:
      return Value::string(std::string(input_.subscription_id), input_.place);
    case MappingStep::Tenant:
      return Value::string(std::string(input_.tenant_id), input_.place);
    case MappingStep::Literal:
      return literal(node.payload, input_.place);
    case MappingStep::Template:
      return text(node, element);
    case MappingStep::Renamed:
      return evaluate(chosen_name(node, element), element);
    case MappingStep::Alternatives:
      return first_set(node, element).value;
    case MappingStep::Concat:
      return concatenation(node, element);
    case MappingStep::Object:
      return object(node, element);
    case MappingStep::Each:
      return each(node, element);
    default:
      return verb(node, element);
  }
}

Value MappingEvaluation::verb(const MappingNode& node, const MappingElement& element) const {
  const Value value = evaluate(children_of(node)->node, element);
  if (node.step == MappingStep::Default) {
    if (!value.is_null()) return value;
    const bool is_earlier = input_.provider_major < node.number;
    return literal(is_earlier ? node.second : node.payload, input_.place);
  }
  if (value.is_null()) return value;
  switch (node.step) {
    case MappingStep::Bool:
      return chosen(value, literal(node.payload, {}), literal(node.second, {}));
    case MappingStep::Not:
      return chosen(value, Value::boolean(false), Value::boolean(true));
    case MappingStep::Equal:
      return equal_to(value, literal(node.payload, {}));
    case MappingStep::Reference:
      return reference_to(value);
    case MappingStep::Keys:
      return as_keys(value);
    case MappingStep::List:
      return as_list(value);
    case MappingStep::Join:
      return joined(value, mapping_.literals[node.payload].as_string());
    case MappingStep::Split:
      return split_part(value, mapping_.literals[node.payload].as_string(), node.number);
    case MappingStep::Json:
      return parsed_json(value);
    case MappingStep::WithoutNulls:
      return without_nulls(value);
    case MappingStep::Location:
      return as_location(value);
    case MappingStep::UnixTime:
      return unix_time(value);
    case MappingStep::NonZero:
      return unless_zero(value);
    case MappingStep::Lookup:
      return looked_up(value, mapping_.tables[node.payload]);
    default:
      return with_condition(node, value, element);
  }
}

FoundAttribute MappingEvaluation::attribute(const AttributePath& path,
                                            const MappingElement& element) const {
  return find_attribute(path, path.from_root ? root_ : element, major_bit_);
}

// On updates the name that the user did not write has what the state had, so what is written goes
// before what is known.
std::uint32_t MappingEvaluation::chosen_name(const MappingNode& node,
                                             const MappingElement& element) const {
  std::uint32_t known = kNoIndex;
  std::uint32_t unknown = kNoIndex;
  for (std::uint32_t i = 0; i < node.child_count; ++i) {
    const std::uint32_t child = children_of(node)[i].node;
    const FoundAttribute name = attribute(mapping_.paths[this->node(child).payload], element);
    if (name.value.is_null()) continue;
    if (!input_.expressions.is_null() && name.written.is_written()) return child;
    std::uint32_t& first = name.value.is_unknown() ? unknown : known;
    if (first == kNoIndex) first = child;
  }
  return known != kNoIndex ? known : unknown;
}

MappingEvaluation::Alternative MappingEvaluation::first_set(const MappingNode& node,
                                                            const MappingElement& element) const {
  for (std::uint32_t i = 0; i < node.child_count; ++i) {
    const std::uint32_t child = children_of(node)[i].node;
    Value value = evaluate(child, element);
    if (!value.is_null()) return {.node = child, .value = std::move(value)};
  }
  return {};
}

Value MappingEvaluation::text(const MappingNode& node, const MappingElement& element) const {
  std::vector<Value> parts;
  JoinedText joined;
  UnknownReason reason = UnknownReason::KnownAfterApply;
  Span origin = input_.place;
  for (std::uint32_t i = 0; i < node.child_count; ++i) {
    const MappingNode& child = this->node(children_of(node)[i].node);
    const Value part = evaluate(children_of(node)[i].node, element);
    if (part.is_null() && child.is_optional) continue;
    if (part.is_null()) return part;
    if (part.is_unknown()) reason = part.as_unknown().reason;
    if (child.step == MappingStep::Attribute && origin == input_.place) origin = part.origin();
    joined.add(part);
    parts.push_back(part);
  }
  return joined.take(reason, origin)
      .with_trail(joined_trail(parts.data(), parts.data() + parts.size()));
}

Value MappingEvaluation::concatenation(const MappingNode& node,
                                       const MappingElement& element) const {
  Array list;
  for (std::uint32_t i = 0; i < node.child_count; ++i) {
    const Value value = evaluate(children_of(node)[i].node, element);
    if (value.is_null()) continue;
    if (value.is_unknown()) {
      list.open = true;
      if (list.open_text.empty()) list.open_text = value.as_unknown().text;
    } else if (value.is_array()) {
      const Array& part = value.as_array();
      for (std::size_t k = 0; k < part.size(); ++k) list.add(part.members[k], part.is_certain(k));
      list.open = list.open || part.open;
      if (list.open_text.empty()) list.open_text = part.open_text;
    } else {
      list.add(value);
    }
  }
  if (list.members.empty() && !list.open) return Value::null();
  const Span origin = list.members.empty() ? input_.place : list.members.front().origin();
  return Value::array(std::move(list), origin);
}

Value MappingEvaluation::object(const MappingNode& node, const MappingElement& element) const {
  if (node.payload != kNoIndex) {
    const Verdict verdict = this->verdict(node.payload, element);
    if (verdict.truth == Truth::False) return Value::null();
    if (verdict.truth == Truth::Unknown) return verdict.unknown;
  }
  Object object;
  object.reserve(node.child_count);
  for (std::uint32_t i = 0; i < node.child_count; ++i) {
    const MappingChild& child = children_of(node)[i];
    Value value = evaluate(child.node, element);
    if (value.is_null()) continue;
    if (!child.name.empty()) {
      object.set(child.name, std::move(value));
    } else if (value.is_object()) {
      for (const Object::Property& property : value.as_object().properties())
        object.set(property.name, property.value, property.name_span);
      if (value.as_object().is_open()) object.set_open(value.as_object().open_text());
    } else {
      object.set_open(value.is_unknown() ? value.as_unknown().text : canonical_text(value));
    }
  }
  if (node.is_optional && object.empty()) return Value::null();
  const bool is_element = &element != &root_;
  return Value::object(std::move(object), is_element ? element.value.origin() : input_.place);
}

Value MappingEvaluation::each(const MappingNode& node, const MappingElement& element) const {
  const FoundAttribute found = attribute(mapping_.paths[node.payload], element);
  if (found.value.is_null() || found.value.is_unknown()) return found.value;
  const std::uint32_t body = children_of(node)->node;
  Array list;
  const auto add = [&](const Value& value, Value key, bool certain) {
    const MappingElement inner = {.value = value,
                                  .written = found.written,
                                  .key = std::move(key),
                                  .position = static_cast<std::int64_t>(list.size()) + 1};
    Value made = evaluate(body, inner);
    if (!made.is_null()) list.add(std::move(made), certain);
  };
  if (found.value.is_object()) {
    for (const Object::Property& property : found.value.as_object().properties())
      add(property.value, Value::string(property.name, property.name_span), true);
  } else if (found.value.is_array()) {
    const Array& elements = found.value.as_array();
    list.open = elements.open;
    list.open_text = elements.open_text;
    for (std::size_t i = 0; i < elements.size(); ++i)
      add(elements.members[i], {}, elements.is_certain(i));
  }
  if (list.members.empty() && !list.open) return Value::null();
  return made_of(Value::array(std::move(list)), found.value);
}

Value MappingEvaluation::with_condition(const MappingNode& node, Value value,
                                        const MappingElement& element) const {
  const Verdict verdict = this->verdict(node.payload, element);
  if (verdict.truth == Truth::True) return value;
  if (verdict.truth == Truth::False) return Value::null();
  const std::string text =
      "if(" + canonical_text(verdict.unknown) + ", " + canonical_text(value) + ")";
  return made_of(Value::unknown(make_unknown(UnknownReason::Undecided, text)), verdict.unknown);
}

MappingEvaluation::Verdict MappingEvaluation::verdict(std::uint32_t condition,
                                                      const MappingElement& element) const {
  Verdict all;
  for (const MappingTest& test : mapping_.conditions[condition]) {
    const Verdict one = this->test(test, element);
    if (one.truth == Truth::False) return one;
    if (one.truth == Truth::Unknown) all = one;
  }
  return all;
}

// An ID that is known after apply will be there; whether a block will be is not known.
MappingEvaluation::Verdict MappingEvaluation::test(const MappingTest& test,
                                                   const MappingElement& element) const {
  const AttributePath& path = mapping_.paths[test.path];
  const Value value = attribute(path, element).value;
  Truth truth = truth_of(!value.is_null());
  if (test.kind == MappingTest::Kind::Equals || test.kind == MappingTest::Kind::Differs) {
    if (!value.is_null())
      truth = equals(value, mapping_.literals[test.literal], TextComparison::Exact);
  } else if (value.is_unknown() && path.is_block) {
    truth = Truth::Unknown;
  }
  const bool is_negated =
      test.kind == MappingTest::Kind::IsUnset || test.kind == MappingTest::Kind::Differs;
  return {.truth = is_negated ? opposite(truth) : truth, .unknown = value};
}

Value MappingEvaluation::literal(std::uint32_t index, Span origin) const {
  return index == kNoIndex ? Value::null() : mapping_.literals[index].placed(origin);
}

}  // namespace exr
