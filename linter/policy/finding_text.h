#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "expression/tree.h"
#include "policy/memo.h"
#include "policy/resource_properties.h"
#include "policy/rule_host.h"
#include "value/value.h"

namespace exr {

/// A message or a fix with its holes filled.
struct FindingText {
  std::string text;
  /// The texts of the holes, in order.
  std::vector<std::string> arguments;
};

/// Fills the holes of a String or Interpolation node. Where combinations of candidates were tried,
/// a hole names what it is in each of `cases`.
FindingText finding_text(RuleHost& host, NodeId node, Level level,
                         const std::vector<Choices>& cases);

/// The text of a value in a message: a resource by its name, never a secret.
std::string hole_text(const Value& value, const ResourceProperties& properties);

/// Canonical text for people: resources by name, and not longer than a line.
std::string readable_text(std::string_view canonical, const ResourceProperties& properties);

/// The words of a type in the singular: `express route circuit` of
/// `Microsoft.Network/expressRouteCircuits`.
std::string type_words(std::string_view type);

}  // namespace exr
