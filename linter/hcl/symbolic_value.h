#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hcl/block_address.h"
#include "value/value.h"

namespace exr {

enum class SymbolicKind : std::uint8_t {
  /// Anything.
  Unknown,
  /// Terraform would stop here, or go on with the next argument of a `try`.
  Error,
  /// Null, a bool, a number or a text.
  Scalar,
  Object,
  /// A list, a tuple or a set.
  Tuple,
  /// What a resource or a data source has.
  Reference,
  /// A module instance, whose members are its outputs.
  Module,
  /// One of several; nothing says which.
  Choice,
};

/// A resource instance and an attribute of it.
struct SymbolicReference {
  std::vector<CallStep> module;
  bool is_data = false;
  std::string type;
  std::string name;
  /// Empty if it is any instance of the block.
  std::optional<SourceKey> key;
  SourcePath attribute;
  /// A text that comes behind the attribute's.
  std::string suffix;
  friend bool operator==(const SymbolicReference&, const SymbolicReference&) = default;
};

/// A value of a Terraform expression in which references stand for what only Azure knows.
/// Immutable; copying is cheap.
class SymbolicValue {
 public:
  struct Member {
    /// Of an Object.
    std::string key;
    std::shared_ptr<const SymbolicValue> value;
    /// Whether it may be missing.
    bool maybe = false;
  };
  /// The members of an Object, sorted by key, of a Tuple, or of a Choice.
  struct Members {
    std::vector<Member> list;
    /// What further members can be; null if there are none.
    std::shared_ptr<const SymbolicValue> rest;
    /// Of a Tuple: its members are their own keys.
    bool is_set = false;

    void add(SymbolicValue value, bool maybe = false);
    void add(std::string key, SymbolicValue value, bool maybe = false);
    /// One thing more that further members can be.
    void add_rest(SymbolicValue value);
    /// Whether the members are exactly the listed ones.
    bool is_exact() const;
  };

  /// The number of members that a value may have, and how deep values may stand in one another;
  /// what would have more is Unknown.
  static constexpr std::size_t kMostMembers = 100'000;
  static constexpr std::uint16_t kDeepest = 200;

  /// Unknown.
  SymbolicValue() = default;
  static SymbolicValue error();
  static SymbolicValue null() { return scalar(Value::null()); }
  static SymbolicValue scalar(Value value);
  /// Unknown if it is longer than anybody would write.
  static SymbolicValue text(std::string text);
  static SymbolicValue truth(bool value) { return scalar(Value::boolean(value)); }
  static SymbolicValue integer(std::int64_t value) { return scalar(Value::integer(value)); }
  /// Of members with one key the last one counts.
  static SymbolicValue object(Members members);
  static SymbolicValue tuple(Members members);
  /// Literal members are put into Terraform's order, each once. Of others nobody knows the order:
  /// they become possible ones.
  static SymbolicValue set(Members members);
  static SymbolicValue reference(SymbolicReference reference);
  static SymbolicValue module(std::vector<CallStep> path);
  /// Each alternative once; the only one if there is one, Unknown if there are too many.
  static SymbolicValue choice(const std::vector<SymbolicValue>& alternatives);
  /// The value of a variable as the plan has it.
  static SymbolicValue from(const Value& value);

  SymbolicKind kind() const { return kind_; }
  bool is(SymbolicKind kind) const { return kind_ == kind; }
  bool is_null() const { return is(SymbolicKind::Scalar) && scalar_.is_null(); }
  bool is_text() const { return is(SymbolicKind::Scalar) && scalar_.is_string(); }

  /// The content; only of that kind.
  const Value& as_scalar() const { return scalar_; }
  const Members& members() const { return *members_; }
  const SymbolicReference& as_reference() const { return *reference_; }
  const std::vector<CallStep>& as_module() const { return reference_->module; }

  /// The alternatives of a Choice; else the value alone.
  std::vector<SymbolicValue> alternatives() const;
  /// The text that a text, a number or a bool is; empty for anything else.
  std::optional<std::string> find_text() const;
  /// True, false, or neither of them.
  std::optional<bool> find_truth() const;
  /// Whether it is certain that it is null, or that it is not.
  std::optional<bool> find_nullness() const;

  friend bool operator==(const SymbolicValue& a, const SymbolicValue& b);

 private:
  static SymbolicValue holding(SymbolicKind kind, Members members);

  SymbolicKind kind_ = SymbolicKind::Unknown;
  // how many values stand in one another in it
  std::uint16_t levels_ = 0;
  Value scalar_;
  std::shared_ptr<const Members> members_;
  std::shared_ptr<const SymbolicReference> reference_;
};

/// Calls a function with each alternative and gives the choice of what comes out.
template <typename Function>
SymbolicValue for_each_alternative(const SymbolicValue& value, Function function) {
  if (!value.is(SymbolicKind::Choice)) return function(value);
  std::vector<SymbolicValue> results;
  for (const SymbolicValue& alternative : value.alternatives())
    results.push_back(function(alternative));
  return SymbolicValue::choice(results);
}

}  // namespace exr
