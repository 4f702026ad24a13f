#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace exr {

/// A rule's message in the form that SARIF wants: a sentence with a capital and a full stop, quotes
/// for backticks, each hole in quotes.
struct SarifTemplate {
  /// SARIF's `messageStrings` text: holes `{0}`, literal braces doubled.
  std::string text;
  /// What fills each hole, in terms of the rule's own holes. A piece of code with a hole in it is
  /// one hole here: `properties.{0}.id`.
  std::vector<std::string> holes;
};

SarifTemplate sarif_template(std::string_view rule_message);

/// The message of one result.
struct SarifMessage {
  std::string text;
  /// Names the template among the rule's `messageStrings`; empty where the message comes from none
  /// of them.
  std::string id;
  std::vector<std::string> arguments;
};

/// `rule` is null where the report does not know the finding's rule.
SarifMessage sarif_message(const Finding& finding, const RuleFacts* rule);

/// The key in `messageStrings` of a rule's check.
std::string sarif_message_id(std::size_t check);

/// A lower-case message without a full stop as a sentence.
std::string sarif_sentence(std::string_view message);

}  // namespace exr
