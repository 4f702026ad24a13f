#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hcl/block_address.h"
#include "hcl/planned_facts.h"
#include "hcl/terraform_sources.h"
#include "value/value.h"

namespace exr {

/// What an expression refers to: an attribute of a resource or a data source.
struct SourceTarget {
  std::vector<CallStep> module;
  bool is_data = false;
  std::string type;
  std::string name;
  /// The key of the instance (std::monostate where the block has neither `count` nor `for_each`);
  /// empty if it is one of the block's instances and nothing says which.
  std::optional<SourceKey> key;
  /// The attribute and what follows: `id`; empty for the whole resource.
  SourcePath attribute;
  friend bool operator==(const SourceTarget&, const SourceTarget&) = default;
};

/// A text that begins with an attribute: `"${azurerm_virtual_network.v.id}/subnets/GatewaySubnet"`.
struct BuiltText {
  SourceTarget target;
  /// What comes behind it: `/subnets/GatewaySubnet`.
  std::string suffix;
  friend bool operator==(const BuiltText&, const BuiltText&) = default;
};

/// All that an expression can yield.
struct SourceTargets {
  /// Each once, in the order of their appearance. More than one where a value is a list, or where
  /// it depends on what nobody knows before apply. An argument of a resource that is itself a
  /// reference is followed to its end.
  std::vector<SourceTarget> targets;
  std::vector<BuiltText> built;
  /// Whether there can be nothing else than `targets` (nulls and literals apart). If not, there was
  /// something that is not understood, and `targets` are those of the rest: "unresolved" if it is
  /// empty.
  bool is_complete = false;
  /// Whether there can be nothing else than `targets` and `built`.
  bool is_complete_with_built = false;
};

struct SourceMember;

/// What a value is made of.
struct SourceValue {
  enum class Kind : std::uint8_t {
    /// Anything.
    Unknown,
    /// `literal`.
    Literal,
    /// `target`, with what comes behind it.
    Target,
    Object,
    /// A list, or a set.
    List,
    /// One of the members; nothing says which.
    Choice,
  };
  Kind kind = Kind::Unknown;
  Value literal;
  BuiltText target;
  /// Of an Object, a List or a Choice.
  std::vector<SourceMember> members;
  /// There may be more members.
  bool is_open = false;
};

struct SourceMember {
  /// Of an Object.
  std::string key;
  SourceValue value;
  /// It may be missing.
  bool maybe = false;
};

/// Reads expressions of a configuration as Terraform would, but with references where it has the
/// values of resources: follows locals, variables to the arguments of calls, outputs of modules,
/// `for` expressions, indexes, conditionals and the functions that hand on what they are given.
/// What it does not understand is unresolved, never wrong. Remembers what it has read: keep one for
/// all questions about a plan. `sources` outlives it.
class SourceTargetFinder {
 public:
  SourceTargetFinder(TerraformSources& sources, const PlannedFacts& facts);
  ~SourceTargetFinder();
  SourceTargetFinder(const SourceTargetFinder&) = delete;
  SourceTargetFinder& operator=(const SourceTargetFinder&) = delete;

  /// What the value at a path of an instance can be. `jsonencode(...)` is transparent: a path may
  /// go on into what it encodes. Steps are bounded: a question that needs too many is unresolved.
  /// `planned`: the instance's attributes as the plan has them, by which the blocks of a set, which
  /// have no order, are told from one another; null if they are not at hand.
  SourceTargets find(const SourceInstance& instance, const SourcePath& path,
                     const Value* planned = nullptr);
  /// The same for the value of an output of the root module.
  SourceTargets find_output(const std::string& name);
  /// The same value with all that it is made of, also where it is encoded as JSON; Unknown where
  /// nothing is written. Arguments of resources are not followed.
  SourceValue value(const SourceInstance& instance, const SourcePath& path,
                    const Value* planned = nullptr);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace exr
