#include <array>

#include "expression/functions/arguments.h"
#include "expression/functions/base64.h"
#include "expression/functions/table.h"
#include "formats/json_reader.h"
#include "support/text.h"
#include "value/print.h"

namespace exr {

namespace {

using enum Treatment;

Value base64(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a string");
  return Value::string(base64_encoded(call[0].as_string()));
}

Value not_base64(const FunctionCall& call) {
  return call.fail(
      "`" + std::string(call.name()) + "` cannot read `" + message_text(call[0]) + "` as base64",
      0);
}

Value base64_to_string(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a string");
  std::optional<std::string> bytes = base64_decoded(call[0].as_string());
  return bytes ? Value::string(std::move(*bytes)) : not_base64(call);
}

Value json_of(const FunctionCall& call, std::string_view text) {
  const Limits* limits = call.evaluator().evaluation().limits;
  Result<Value> value = read_json_text(text, limits == nullptr ? Limits{} : *limits);
  if (value) return std::move(value).value();
  return call.fail(
      "`" + std::string(call.name()) + "` cannot read its text: " + value.failure().message, 0);
}

Value base64_to_json(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a string");
  const std::optional<std::string> bytes = base64_decoded(call[0].as_string());
  return bytes ? json_of(call, *bytes) : not_base64(call);
}

Value json(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a string");
  return json_of(call, call[0].as_string());
}

Value data_uri(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a string");
  return Value::string("data:text/plain;charset=utf-8;base64," +
                       base64_encoded(call[0].as_string()));
}

Value data_uri_to_string(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a string");
  const std::string& text = call[0].as_string();
  const std::size_t comma = text.find(',');
  const bool readable = starts_with_ignoring_case(text, "data:") && comma != std::string::npos;
  if (!readable)
    return call.fail("`dataUriToString` cannot read `" + message_text(call[0]) + "` as a data URI",
                     0);
  const std::string content = text.substr(comma + 1);
  if (!ends_with_ignoring_case(text.substr(0, comma), ";base64")) return Value::string(content);
  std::optional<std::string> bytes = base64_decoded(content);
  return bytes ? Value::string(std::move(*bytes)) : not_base64(call);
}

constexpr std::array kFunctions = {
    FunctionEntry{"base64", 1, 1, Scalar, Availability::Both, base64},
    FunctionEntry{"base64ToString", 1, 1, Scalar, Availability::Both, base64_to_string},
    FunctionEntry{"base64ToJson", 1, 1, Scalar, Availability::Both, base64_to_json},
    FunctionEntry{"json", 1, 1, Scalar, Availability::Both, json},
    FunctionEntry{"dataUri", 1, 1, Scalar, Availability::Both, data_uri},
    FunctionEntry{"dataUriToString", 1, 1, Scalar, Availability::Both, data_uri_to_string},
};

}  // namespace

std::span<const FunctionEntry> encoding_functions() { return kFunctions; }

}  // namespace exr
