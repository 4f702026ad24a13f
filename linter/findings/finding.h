#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "findings/related_place.h"
#include "findings/severity.h"
#include "source/span.h"

namespace exr {

/// Failed: the rule is violated. Open: it could not be decided, because something is unknown.
enum class Outcome : std::uint8_t { Failed, Open };

/// Why a finding is not counted.
struct Suppression {
  enum class Kind : std::uint8_t { Comment, Configuration };
  Kind kind = Kind::Comment;
  std::string reason;
  Span span;
};

/// What was judged.
struct FindingSubject {
  /// ARM resource type in Azure's spelling, or `output` or `parameter`; empty for the whole graph.
  std::string type;
  std::string name;
  /// ARM resource ID in canonical text; empty where there is none.
  std::string id;
  /// Symbolic name, through modules: `hub/circuits[0]`.
  std::string address;
  /// The whole declaration; invalid where there is none.
  Span declared_at;
};

/// One violation (or undecided check) of one rule at one place: plain data, enough to be rendered
/// without graph, rule or evaluator.
struct Finding {
  std::string rule;
  Severity severity = Severity::Warning;
  Outcome outcome = Outcome::Failed;
  /// Lower case, no full stop, code in backticks.
  std::string message;
  /// The texts that fill the holes of the rule's message, in order (SARIF `message.arguments`).
  std::vector<std::string> arguments;
  /// Index of the check in the rule: which of its messages this is.
  std::uint32_t check = 0;
  std::string fix;
  FindingSubject subject;
  Span span;
  std::vector<RelatedPlace> related;
  /// Further lines for the reader: the table that decided (name and date), what is unknown, that
  /// the resource may not be deployed.
  std::vector<std::string> notes;
  std::optional<Suppression> suppression;
  bool baselined = false;
  /// Stable over moved lines: rule, file, resource, property path. Filled by finish().
  std::string fingerprint;
  /// The property path from the resource to the place, as in `properties.peeringLocation`.
  std::string path;
};

/// What reporters need to know of a rule.
struct RuleFacts {
  std::string id;
  /// Kebab case: `single-peering-location`.
  std::string name;
  Severity severity = Severity::Warning;
  std::string kind;
  std::string pillar;
  /// `high` or `medium`.
  std::string confidence;
  /// The message templates of the checks, with `{0}` for each hole.
  std::vector<std::string> messages;
  std::string why;
  std::string fix;
  struct Source {
    std::string title;
    std::string url;
    std::string date;
  };
  std::vector<Source> sources;
  std::vector<std::string> covers;
  std::string since;
};

}  // namespace exr
