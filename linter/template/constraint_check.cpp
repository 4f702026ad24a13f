#include "template/constraint_check.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "expression/functions/text_units.h"
#include "value/compare.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/trail.h"

namespace exr {

namespace {

std::string counted(std::size_t count, const Value& whole) {
  const std::string noun = whole.is_string() ? " character" : " element";
  return std::to_string(count) + noun + (count == 1 ? "" : "s");
}

std::optional<std::size_t> length_of(const Value& value) {
  // a placeholder stands for a text of another length
  if (value.is_string() && has_placeholder(value.as_string())) return std::nullopt;
  if (value.is_string()) return unit_count(value.as_string());
  if (value.is_array() && value.as_array().is_exact()) return value.as_array().size();
  return std::nullopt;
}

bool is_among(const Value& value, const Array& allowed) {
  return std::any_of(allowed.members.begin(), allowed.members.end(), [&](const Value& one) {
    return equals(value, one, TextComparison::IgnoreCase) != Truth::False;
  });
}

class ConstraintCheck {
 public:
  ConstraintCheck(Expansion& expansion, const Template& home, const Constraints& constraints,
                  Mismatches& found)
      : expansion_(expansion), home_(home), constraints_(constraints), found_(found) {}

  void run(const CheckedPart& part) {
    check_allowed(part);
    check_range(part);
    check_length(part);
    check_validation(part);
  }

 private:
  void add(const CheckedPart& part, std::string message, NodeId limit) {
    found_.push_back(violation_of(part, std::move(message), home_.tree.span(limit)));
  }

  void check_allowed(const CheckedPart& part) {
    if (constraints_.allowed == NodeId::kNone) return;
    const Value allowed = constant_value(expansion_, home_, constraints_.allowed);
    if (!allowed.is_array() || is_among(part.value, allowed.as_array())) return;
    if (!part.value.is_array()) return not_allowed(part, allowed);
    // of an array, each member is to be one of them
    const std::vector<Value>& members = part.value.as_array().members;
    for (std::size_t i = 0; i < members.size() && found_.size() < kMostMismatches; ++i) {
      const std::string path = part.path + "[" + std::to_string(i) + "]";
      if (!is_among(members[i], allowed.as_array())) not_allowed({members[i], path}, allowed);
    }
  }

  void not_allowed(const CheckedPart& part, const Value& allowed) {
    add(part, "is " + quoted(part.value) + ", but allowed are `" + message_text(allowed) + "`",
        constraints_.allowed);
  }

  void check_range(const CheckedPart& part) {
    if (!part.value.is_int()) return;
    const auto least = number(constraints_.min_value);
    if (least && part.value.as_int() < *least) {
      add(part, "is " + quoted(part.value) + ", but the least is " + std::to_string(*least),
          constraints_.min_value);
    }
    const auto most = number(constraints_.max_value);
    if (most && part.value.as_int() > *most) {
      add(part, "is " + quoted(part.value) + ", but the most is " + std::to_string(*most),
          constraints_.max_value);
    }
  }

  void check_length(const CheckedPart& part) {
    const auto length = length_of(part.value);
    if (!length) return;
    const auto has = static_cast<std::int64_t>(*length);
    const std::string begin = "has " + counted(*length, part.value) + ", but at ";
    const auto least = number(constraints_.min_length);
    if (least && has < *least)
      add(part, begin + "least " + std::to_string(*least) + " are needed", constraints_.min_length);
    const auto most = number(constraints_.max_length);
    if (most && has > *most)
      add(part, begin + "most " + std::to_string(*most) + " are allowed", constraints_.max_length);
  }

  void check_validation(const CheckedPart& part) {
    if (constraints_.validation == NodeId::kNone) return;
    if (home_.tree.node(constraints_.validation).kind != NodeKind::Lambda) return;
    const Value verdict =
        expansion_.apply(constraints_.validation, expansion_.declarations_of(home_), part.value);
    if (!verdict.is_bool() || verdict.as_bool()) return;
    std::string message = "is not what `@validate` of its declaration demands";
    if (constraints_.validation_message != NodeId::kNone) {
      const Value text = constant_value(expansion_, home_, constraints_.validation_message);
      if (text.is_string()) message += ": " + text.as_string();
    }
    add(part, std::move(message), constraints_.validation);
  }

  std::optional<std::int64_t> number(NodeId node) {
    if (node == NodeId::kNone) return std::nullopt;
    const Value value = constant_value(expansion_, home_, node);
    if (!value.is_int()) return std::nullopt;
    return value.as_int();
  }

  Expansion& expansion_;
  const Template& home_;
  const Constraints& constraints_;
  Mismatches& found_;
};

}  // namespace

std::string quoted(const Value& value) { return "`" + message_text(value) + "`"; }

Mismatch violation_of(const CheckedPart& part, std::string message, Span declared_at) {
  const bool is_secret = is_secure(part.value.trail());
  return {.kind = ProblemKind::ConstraintViolation,
          .message = is_secret ? "is not what its declaration allows" : std::move(message),
          .place = part.value.origin(),
          .path = part.path,
          .part = &part.value,
          .lacks = {},
          .declared_at = declared_at};
}

void check_constraints(Expansion& expansion, const CheckedPart& part, const Template& home,
                       const Constraints& constraints, Mismatches& found) {
  ConstraintCheck(expansion, home, constraints, found).run(part);
}

}  // namespace exr
