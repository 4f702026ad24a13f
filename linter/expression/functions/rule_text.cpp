// Functions of the rule language about texts and IDs.

#include <array>
#include <charconv>

#include "azure/resource_id.h"
#include "expression/functions/arguments.h"
#include "expression/functions/table.h"
#include "expression/functions/text_form.h"
#include "expression/host.h"
#include "expression/pattern.h"
#include "support/text.h"
#include "value/compare.h"
#include "value/print.h"

namespace exr {

namespace {

using enum Treatment;

Value matches(const FunctionCall& call) {
  if (!call[0].is_string() || !call[1].is_string()) return call.fail("`matches` takes two strings");
  auto& patterns = call.evaluator().evaluation().patterns;
  if (patterns == nullptr) patterns = std::make_shared<PatternCache>();
  const Result<Pattern>& pattern = patterns->find(call[1].as_string());
  if (!pattern) return call.fail(pattern.failure().message);
  return Value::boolean(pattern.value().occurs_in(call[0].as_string()));
}

Value exact(const FunctionCall& call) {
  if (call[0].is_null() || call[1].is_null()) return call.unknown(UnknownReason::NotWritten);
  return truth_result(call, equals(call[0], call[1], TextComparison::Exact));
}

Value closest_text(const FunctionCall& call) {
  if (call[0].is_null()) return call.unknown(UnknownReason::NotWritten);
  if (has_candidates(call.arguments())) return over_cases(call, closest_text);
  if (!call[0].is_string() && !call[0].is_unknown()) return refused(call, "a string");
  const Value list = as_collection(call[1], call.dialect());
  if (!list.is_array()) return refused(call, "an array", 1);
  if (!is_decided(call[0]) || !is_decided(list))
    return call.unknown(reason_among(call.arguments()));
  std::vector<std::string_view> candidates;
  for (const Value& member : list.as_array().members) {
    if (member.is_string()) candidates.push_back(member.as_string());
  }
  const std::string_view found = closest(call[0].as_string(), candidates);
  return found.empty() ? Value() : Value::string(std::string(found));
}

// The pieces of a text as one string, in which each unknown piece is a mark that no text has: so an
// ID can be taken apart without a look at what its unknown parts are called.
class MarkedText {
 public:
  explicit MarkedText(std::vector<TextPiece> pieces) : pieces_(std::move(pieces)) {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].known) {
        text_ += pieces_[i].text;
      } else {
        text_.append(1, kOpen).append(std::to_string(i)).append(1, kClose);
      }
    }
  }

  const std::string& text() const { return text_; }

  /// A part of the text as a value; null if it is empty.
  Value part(std::string_view text, UnknownReason reason) const {
    if (text.empty()) return {};
    std::vector<TextPiece> pieces;
    while (!text.empty()) {
      const std::size_t open = std::min(text.find(kOpen), text.size());
      pieces.push_back({std::string(text.substr(0, open)), true});
      const std::size_t close = text.find(kClose, open);
      if (close == std::string_view::npos) break;
      std::size_t index = 0;
      std::from_chars(text.data() + open + 1, text.data() + close, index);
      if (index < pieces_.size()) pieces.push_back(pieces_[index]);
      text.remove_prefix(close + 1);
    }
    return text_from_pieces(std::move(pieces), reason);
  }

 private:
  static constexpr char kOpen = '\x01';
  static constexpr char kClose = '\x02';

  std::vector<TextPiece> pieces_;
  std::string text_;
};

Value id_parts(const FunctionCall& call, const Value& id) {
  const MarkedText marked(pieces_of(id));
  const std::optional<ResourceId> parts = parse_resource_id(marked.text());
  if (!parts && id.is_unknown()) return call.unknown(id.as_unknown().reason);
  if (!parts) return {};
  const UnknownReason reason = reason_among(call.arguments());
  Array names;
  for (const std::string& name : parts->names) names.add(marked.part(name, reason));
  Object result;
  result.set("subscriptionId", marked.part(parts->subscription_id, reason));
  result.set("resourceGroup", marked.part(parts->resource_group, reason));
  result.set("type", marked.part(parts->type, reason));
  result.set("name", names.members.back());
  result.set("names", Value::array(std::move(names)));
  return Value::object(std::move(result));
}

Value parse_id(const FunctionCall& call) {
  if (call[0].is_null()) return call.unknown(UnknownReason::NotWritten);
  if (has_candidates(call.arguments())) return over_cases(call, parse_id);
  if (call[0].is_resource()) {
    return id_parts(call,
                    Value::string(call.evaluator().host().resource_text(call[0].as_resource())));
  }
  if (is_wholly_unknown(call[0])) return call.unknown(reason_among(call.arguments()));
  return call[0].is_string() || call[0].is_unknown() ? id_parts(call, call[0]) : Value();
}

constexpr Availability kRules = Availability::Rules;

constexpr std::array kFunctions = {
    FunctionEntry{"matches", 2, 2, Scalar, kRules, matches},
    FunctionEntry{"exact", 2, 2, Raw, kRules, exact},
    FunctionEntry{"closest", 2, 2, Raw, kRules, closest_text},
    FunctionEntry{"parseResourceId", 1, 1, Raw, kRules, parse_id},
};

}  // namespace

std::span<const FunctionEntry> rule_text_functions() { return kFunctions; }

}  // namespace exr
