#include "expression/functions/table.h"

#include <algorithm>
#include <utility>

#include "expression/functions/arguments.h"
#include "expression/operators.h"
#include "support/check.h"
#include "support/text.h"
#include "value/joined_trail.h"
#include "value/print.h"

namespace exr {

namespace {

bool precedes(const FunctionEntry& a, const FunctionEntry& b) {
  return less_ignoring_case(a.name, b.name);
}

std::vector<FunctionEntry> merged_lists() {
  std::vector<FunctionEntry> all;
  for (const auto list :
       {sequence_functions(), array_functions(), object_functions(), lambda_functions(),
        string_functions(), format_functions(), number_functions(), network_functions(),
        encoding_functions(), uri_functions(), hash_functions(), date_functions(),
        logic_functions(), rule_functions(), rule_text_functions()}) {
    all.insert(all.end(), list.begin(), list.end());
  }
  std::sort(all.begin(), all.end(), precedes);
  return all;
}

const std::vector<FunctionEntry>& table() {
  static const std::vector<FunctionEntry> entries = merged_lists();
  return entries;
}

bool is_placeholder_text(const Value& value) {
  return value.is_string() && has_placeholder(value.as_string());
}

Value call_scalar(const FunctionEntry& entry, const FunctionCall& call) {
  bool unknown = false;
  for (std::size_t i = 0; i < call.size(); ++i) {
    if (call.is_lambda(i)) continue;
    if (call[i].is_null() && call.dialect().is_rules())
      return call.unknown(UnknownReason::NotWritten);
    unknown = unknown || call[i].is_unknown() ||
              (!entry.keeps_placeholders && is_placeholder_text(call[i]));
  }
  if (!unknown) return entry.function(call);
  if (!has_candidates(call.arguments())) return call.unknown(reason_among(call.arguments()));
  const UndecidedBranch undecided(call.evaluator().evaluation());
  return over_candidates(call.arguments(), call.text(), [&](std::span<const Value> arguments) {
    return call_scalar(entry, call.with(call.name(), arguments));
  });
}

Value call_collection(const FunctionEntry& entry, const FunctionCall& call) {
  if (call.size() == 0) return entry.function(call);
  if (has_candidates(call.arguments().first(1))) {
    const UndecidedBranch undecided(call.evaluator().evaluation());
    return over_candidates(call.arguments(), call.text(), [&](std::span<const Value> arguments) {
      return call_collection(entry, call.with(call.name(), arguments));
    });
  }
  if (!call[0].is_null() && !call[0].is_unknown()) return entry.function(call);
  std::vector<Value> arguments(call.arguments().begin(), call.arguments().end());
  arguments[0] = as_collection(arguments[0], call.dialect());
  return entry.function(call.with(call.name(), arguments));
}

Value wrong_count(const FunctionEntry& entry, const FunctionCall& call) {
  std::string wanted = std::to_string(entry.least_arguments);
  if (entry.most_arguments == kAnyNumber) {
    wanted += " or more";
  } else if (entry.most_arguments != entry.least_arguments) {
    wanted += " to " + std::to_string(entry.most_arguments);
  }
  std::string message =
      "`" + std::string(entry.name) + "` takes " + wanted + " arguments, here it gets ";
  message += std::to_string(call.size());
  if (!call.dialect().is_rules()) {
    return call.evaluator().failed(ProblemKind::WrongArgumentCount, std::move(message),
                                   call.span());
  }
  call.evaluator().host().report(
      {ProblemKind::WrongArgumentCount, std::move(message), call.span(), {}});
  return {};
}

// Arrays and texts that grow without end (a `reduce` that doubles what it has) stop here.
bool is_too_large(const FunctionCall& call, const Value& result) {
  if (result.is_string()) return !fits(call, result.as_string().size());
  return result.is_array() && result.as_array().size() > most_members(call);
}

Value with_history(Value result, std::span<const Value> arguments) {
  if (result.trail() != nullptr) return result;
  TrailPointer trail = joined_trail(arguments.data(), arguments.data() + arguments.size());
  return trail == nullptr ? result : result.with_trail(std::move(trail));
}

}  // namespace

std::span<const FunctionEntry> all_functions() { return table(); }

std::uint16_t find_function(std::string_view name) {
  const auto& entries = table();
  const auto found = std::lower_bound(entries.begin(), entries.end(), name,
                                      [](const FunctionEntry& entry, std::string_view wanted) {
                                        return less_ignoring_case(entry.name, wanted);
                                      });
  if (found == entries.end() || !equal_ignoring_case(found->name, name)) return kNoFunction;
  return static_cast<std::uint16_t>(found - entries.begin());
}

const FunctionEntry& function_at(std::uint16_t index) {
  EXR_CHECK(index < table().size());
  return table()[index];
}

Value call_function(const FunctionEntry& entry, const FunctionCall& written) {
  const FunctionCall call = written.with(entry.name, written.arguments());
  if (call.size() < entry.least_arguments) return wrong_count(entry, call);
  if (entry.most_arguments != kAnyNumber && call.size() > entry.most_arguments)
    return wrong_count(entry, call);
  Value result;
  switch (entry.treatment) {
    case Treatment::Scalar:
      result = call_scalar(entry, call);
      break;
    case Treatment::Collection:
      result = call_collection(entry, call);
      break;
    case Treatment::Raw:
      result = entry.function(call);
      break;
  }
  if (is_too_large(call, result)) result = too_large(call);
  return with_history(std::move(result), call.arguments());
}

}  // namespace exr
