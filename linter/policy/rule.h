#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/tree.h"
#include "findings/finding.h"
#include "findings/severity.h"
#include "graph/linker.h"
#include "policy/table_rows.h"
#include "support/text.h"
#include "value/value.h"

namespace exr {

/// A name that a rule or the vocabulary defines: a value (no parameters) or a function. Lazy; no
/// recursion.
struct Definition {
  std::string name;
  std::vector<std::string> parameters;
  bool is_function = false;
  NodeId body = NodeId::kNone;
};

/// One name of an `each`: every element of the array is judged.
struct EachBinding {
  std::string name;
  NodeId array = NodeId::kNone;
};

/// What a rule is about.
struct Target {
  enum class Kind : std::uint8_t { Type, Any, Graph, Output, Parameter };
  Kind kind = Kind::Type;
  /// ARM resource type, for Kind::Type.
  std::string type;
};

/// One way to violate a rule.
struct Check {
  /// Empty: the rule's.
  std::vector<Target> targets;
  NodeId when = NodeId::kNone;
  std::vector<EachBinding> each;
  std::vector<Definition> definitions;
  /// The condition that must hold, or (forbid) must not.
  NodeId condition = NodeId::kNone;
  bool forbid = false;
  NodeId at = NodeId::kNone;
  NodeId related = NodeId::kNone;
  /// A String or Interpolation node.
  NodeId message = NodeId::kNone;
  /// The message with `{0}` for each hole.
  std::string message_template;
  std::optional<Severity> severity;
};

enum class SettingType : std::uint8_t { Bool, Int, Number, String, Pattern, Array, Object };

/// Something that users may set.
struct Setting {
  std::string name;
  SettingType type = SettingType::String;
  std::optional<SettingType> element_type;
  Value default_value;
  std::string description;
};

enum class RuleKind : std::uint8_t {
  Validity,
  Limit,
  Retirement,
  Recommendation,
  OrgPolicy,
  Change
};

/// One rule, decoded.
struct Rule {
  RuleFacts facts;
  RuleKind kind = RuleKind::Recommendation;
  bool enabled = true;
  bool suppressible = true;
  std::vector<Target> targets;
  NodeId when = NodeId::kNone;
  std::vector<EachBinding> each;
  std::vector<Definition> definitions;
  std::vector<Check> checks;
  /// `report: first`: of one thing judged, only the first check that fails.
  bool first_only = false;
  /// A String or Interpolation node; kNone if the rule has no `fix`.
  NodeId fix = NodeId::kNone;
  std::vector<Setting> settings;
  /// Where the rule's expressions live.
  ExpressionTree tree;
};

/// `rules/vocabulary.yaml`, or a user's own.
struct Vocabulary {
  std::vector<Setting> settings;
  std::vector<InlineChild> inline_children;
  std::vector<Definition> definitions;
  ExpressionTree tree;
};

/// A file of `rules/tables/`, or a user's own.
struct ReferenceTable {
  std::string name;
  std::string source;
  std::string date;
  TableRows rows;
};

/// Everything that a run checks by: our pack, then what users added (later vocabularies and tables
/// add to earlier ones or replace names).
struct RuleSet {
  std::vector<std::shared_ptr<const Rule>> rules;
  std::vector<std::shared_ptr<const Vocabulary>> vocabularies;
  std::vector<ReferenceTable> tables;

  const Rule* find_rule(std::string_view id) const;
  const ReferenceTable* find_table(std::string_view name) const;
  std::vector<InlineChild> inline_children() const;
};

/// What the user set for one rule.
struct RuleOverride {
  bool off = false;
  std::optional<Severity> severity;
  /// Values of settings by name; checked against the rule's settings when the configuration is
  /// read.
  std::map<std::string, Value, std::less<>> settings;
};

/// Which rules run, and how.
struct Selection {
  /// Upper-case rule IDs.
  std::map<std::string, RuleOverride, std::less<>> overrides;
  /// If not empty only these; `ignored` never.
  std::vector<std::string> selected;
  std::vector<std::string> ignored;
  /// The vocabulary's settings that the user changed.
  std::map<std::string, Value, std::less<>> settings;
};

}  // namespace exr
