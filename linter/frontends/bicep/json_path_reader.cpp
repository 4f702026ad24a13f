#include "frontends/bicep/json_path_reader.h"

#include <array>
#include <charconv>
#include <memory>
#include <string>
#include <utility>

namespace exr {

namespace {

// Filters stand in filters, which are read and evaluated by recursion.
constexpr std::uint32_t kDeepestFilter = 16;

// What ends a name, and what ends it in a filter.
constexpr std::string_view kEnds = ".[]() ";
constexpr std::string_view kEndsInFilter = ".[]() =<>!|&";

}  // namespace

std::optional<JsonPath> JsonPathReader::read() {
  text_.skip_spaces();
  // `$name` is a name
  const bool is_root = text_.rest() == "$" || text_.starts_with("$.") || text_.starts_with("$[");
  if (is_root) text_.take("$");
  std::optional<JsonPath> path = read_steps();
  text_.skip_spaces();
  if (!text_.at_end()) return std::nullopt;
  return path;
}

std::optional<JsonPath> JsonPathReader::read_steps() {
  Steps steps;
  bool is_deep = false;
  bool is_after_brackets = false;
  while (!text_.at_end() && !ends_here()) {
    if (text_.take(".")) {
      is_deep = text_.take(".") || is_deep;
      is_after_brackets = false;
      continue;
    }
    if (text_.take("[")) {
      if (!read_brackets(is_deep, steps)) return std::nullopt;
      is_after_brackets = true;
    } else if (is_after_brackets || !read_name(is_deep, steps)) {
      return std::nullopt;
    }
    is_deep = false;
  }
  return JsonPath(std::move(steps));
}

bool JsonPathReader::ends_here() const {
  return text_.starts_with_any(depth_ > 0 ? std::string_view("]) =<>!|&") : "]) ");
}

bool JsonPathReader::read_name(bool is_deep, Steps& steps) {
  using enum JsonPathStep::Kind;
  std::string name(text_.take_before(depth_ > 0 ? kEndsInFilter : kEnds));
  if (name.empty()) return false;
  if (name == "*")
    steps.push_back({.kind = is_deep ? AllInside : Properties});
  else
    steps.push_back({.kind = is_deep ? DeepNames : Names, .names = {std::move(name)}});
  return true;
}

bool JsonPathReader::read_brackets(bool is_deep, Steps& steps) {
  text_.skip_spaces();
  if (text_.starts_with("'")) return read_quoted_names(is_deep, steps);
  if (text_.starts_with("?")) return read_filter(is_deep, steps);
  if (!text_.take("*")) return read_indexes(steps);
  text_.skip_spaces();
  steps.push_back({.kind = JsonPathStep::Kind::Elements});
  return text_.take("]");
}

bool JsonPathReader::read_quoted_names(bool is_deep, Steps& steps) {
  JsonPathStep step{.kind = is_deep ? JsonPathStep::Kind::DeepNames : JsonPathStep::Kind::Names};
  do {
    text_.skip_spaces();
    auto name = text_.take_quoted();
    if (!name) return false;
    step.names.push_back(std::move(*name));
    text_.skip_spaces();
  } while (text_.take(","));
  steps.push_back(std::move(step));
  return text_.take("]");
}

bool JsonPathReader::read_indexes(Steps& steps) {
  JsonPathStep step{.kind = JsonPathStep::Kind::Indexes};
  do {
    text_.skip_spaces();
    const std::optional<std::int32_t> number = text_.take_integer();
    text_.skip_spaces();
    if (step.indexes.empty() && text_.starts_with(":")) return read_slice(number, steps);
    // an array has no element before its first
    if (!number || *number < 0) return false;
    step.indexes.push_back(*number);
  } while (text_.take(","));
  steps.push_back(std::move(step));
  return text_.take("]");
}

bool JsonPathReader::read_slice(std::optional<std::int32_t> start, Steps& steps) {
  JsonPathStep slice{.kind = JsonPathStep::Kind::Slice, .start = start};
  for (std::optional<std::int32_t>* part : {&slice.end, &slice.step}) {
    if (!text_.take(":")) break;
    text_.skip_spaces();
    *part = text_.take_integer();
    text_.skip_spaces();
  }
  const bool stands_still = slice.step && *slice.step == 0;
  steps.push_back(std::move(slice));
  return !stands_still && text_.take("]");
}

bool JsonPathReader::read_filter(bool is_deep, Steps& steps) {
  if (depth_ >= kDeepestFilter || !text_.take("?(")) return false;
  ++depth_;
  auto filter = std::make_shared<JsonFilter>();
  for (;;) {
    std::optional<JsonFilter::Term> term = read_term();
    if (!term) return false;
    const bool is_last = text_.take(")");
    if (text_.take("||"))
      term->goes_on_with = JsonFilter::Joint::Or;
    else if (!is_last && !text_.take("&&"))
      return false;
    filter->add(std::move(*term));
    if (is_last) break;
  }
  --depth_;
  text_.skip_spaces();
  steps.push_back({.kind = is_deep ? JsonPathStep::Kind::DeepFilter : JsonPathStep::Kind::Filter,
                   .filter = std::move(filter)});
  return text_.take("]");
}

std::optional<JsonFilter::Term> JsonPathReader::read_term() {
  text_.skip_spaces();
  std::optional<JsonFilter::Operand> left = read_operand();
  if (!left) return std::nullopt;
  text_.skip_spaces();
  JsonFilter::Term term{.left = std::move(*left)};
  if (text_.starts_with_any(")|&")) return term;
  const std::optional<JsonFilter::Operator> operation = read_operator();
  if (!operation) return std::nullopt;
  term.operation = *operation;
  text_.skip_spaces();
  if (term.operation == JsonFilter::Operator::Matches) {
    std::optional<std::string> written = text_.take_pattern();
    if (!written) return std::nullopt;
    Result<Pattern> pattern = Pattern::compile(*written);
    if (!pattern.ok()) return std::nullopt;
    term.pattern = std::move(pattern).value();
  } else {
    std::optional<JsonFilter::Operand> right = read_operand();
    if (!right) return std::nullopt;
    term.right = std::move(*right);
  }
  text_.skip_spaces();
  return term;
}

std::optional<JsonFilter::Operator> JsonPathReader::read_operator() {
  using enum JsonFilter::Operator;
  static constexpr std::array<std::pair<const char*, JsonFilter::Operator>, 10> kOperators = {
      {{"===", Equal},
       {"==", Equal},
       {"=~", Matches},
       {"!==", NotEqualValue},
       {"!=", NotEqual},
       {"<>", NotEqual},
       {"<=", LessOrEqual},
       {">=", MoreOrEqual},
       {"<", Less},
       {">", More}}};
  for (const auto& [written, operation] : kOperators) {
    if (text_.take(written)) return operation;
  }
  return std::nullopt;
}

std::optional<JsonFilter::Operand> JsonPathReader::read_operand() {
  const bool is_own = text_.take("@");
  if (is_own || text_.take("$")) {
    std::optional<JsonPath> path = read_steps();
    if (!path) return std::nullopt;
    return JsonFilter::Operand{.literal = {}, .path = std::move(*path), .is_of_document = !is_own};
  }
  std::optional<Value> literal = read_literal();
  if (!literal) return std::nullopt;
  return JsonFilter::Operand{.literal = std::move(*literal)};
}

std::optional<Value> JsonPathReader::read_literal() {
  if (auto quoted = text_.take_quoted()) return Value::string(std::move(*quoted));
  if (text_.take("true")) return Value::boolean(true);
  if (text_.take("false")) return Value::boolean(false);
  if (text_.take("null")) return Value::null();
  if (!text_.starts_with_any("-0123456789")) return std::nullopt;
  JsonPathText number = text_;
  const std::string_view digits = number.take_before(" )");
  const char* end = digits.data() + digits.size();
  const bool is_whole = digits.find_first_of(".eE") == std::string_view::npos;
  std::int64_t whole = 0;
  double fraction = 0;
  const auto [stop, error] = is_whole ? std::from_chars(digits.data(), end, whole)
                                      : std::from_chars(digits.data(), end, fraction);
  if (error != std::errc() || stop != end) return std::nullopt;
  text_ = number;
  return is_whole ? Value::integer(whole) : Value::number(fraction);
}

}  // namespace exr
