#include "mapping/mapping_expression.h"

#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "formats/yaml_scalars.h"
#include "mapping/mapping_words.h"
#include "support/text.h"

namespace exr {

namespace {

using Words = std::span<const MappingWord>;

// What a verb takes, after its name.
enum class Takes : std::uint8_t { Nothing, Default, Pair, Literal, LiteralAndNumber, Table, Tests };

struct Verb {
  std::string_view name;
  MappingStep step;
  Takes takes = Takes::Nothing;
};

constexpr std::array<Verb, 16> kVerbs = {{
    {"default", MappingStep::Default, Takes::Default},
    {"bool", MappingStep::Bool, Takes::Pair},
    {"not", MappingStep::Not},
    {"eq", MappingStep::Equal, Takes::Literal},
    {"ref", MappingStep::Reference},
    {"keys", MappingStep::Keys},
    {"list", MappingStep::List},
    {"join", MappingStep::Join, Takes::Literal},
    {"split", MappingStep::Split, Takes::LiteralAndNumber},
    {"json", MappingStep::Json},
    {"without_nulls", MappingStep::WithoutNulls},
    {"loc", MappingStep::Location},
    {"unixtime", MappingStep::UnixTime},
    {"nonzero", MappingStep::NonZero},
    {"lookup", MappingStep::Lookup, Takes::Table},
    {"if", MappingStep::When, Takes::Tests},
}};

constexpr std::array<std::pair<std::string_view, MappingStep>, 6> kNames = {{
    {"$value", MappingStep::Element},
    {"$key", MappingStep::Key},
    {"$index1", MappingStep::Position},
    {"$id", MappingStep::Id},
    {"$subscription_id", MappingStep::Subscription},
    {"$tenant_id", MappingStep::Tenant},
}};

const Verb* find_verb(std::string_view name) {
  for (const Verb& verb : kVerbs) {
    if (verb.name == name) return &verb;
  }
  return nullptr;
}

std::optional<std::int16_t> number_of(const std::string& text) {
  std::int16_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

class ExpressionReader {
 public:
  ExpressionReader(const Value& text, const std::string& block, MappingBuilder& builder)
      : span_(text.origin()), block_(block), builder_(builder) {}

  std::uint32_t read(std::string_view text) {
    const auto words = mapping_words(text);
    if (!words) return fail("a quote is not closed");
    Words rest = *words;
    std::uint32_t node = read_sources(take_part(rest));
    while (!rest.empty() && node != kNoIndex) node = read_verb(take_part(rest), node);
    return node;
  }

  std::uint32_t read_condition(Words words) {
    std::vector<MappingTest> tests;
    for (std::size_t i = 0; i < words.size(); i += 2) {
      const auto test = read_test(words[i].text);
      const bool has_next = i + 1 < words.size();
      if (!test) return kNoIndex;
      if (has_next && (words[i + 1].text != "and" || i + 2 == words.size()))
        return fail("tests are joined by `and`");
      tests.push_back(*test);
    }
    if (tests.empty()) return fail("`if` needs an attribute");
    return builder_.add_condition(std::move(tests));
  }

 private:
  std::uint32_t fail(std::string message) {
    builder_.report(span_, std::move(message));
    return kNoIndex;
  }

  // The words up to the next `|`, which is taken too.
  static Words take_part(Words& rest) {
    std::size_t end = 0;
    while (end < rest.size() && (rest[end].is_quoted || rest[end].text != "|")) ++end;
    const Words part = rest.first(end);
    rest = rest.subspan(std::min(end + 1, rest.size()));
    return part;
  }

  std::uint32_t read_sources(Words words) {
    std::vector<MappingChild> sources;
    for (std::size_t i = 0; i < words.size(); i += 2) {
      const std::uint32_t node = read_source(words[i]);
      if (node == kNoIndex) return kNoIndex;
      if (i + 1 < words.size() && (words[i + 1].text != "//" || i + 2 == words.size()))
        return fail("sources are joined by `//`");
      sources.push_back({.name = {}, .node = node});
    }
    if (sources.empty()) return fail("there is no source");
    if (sources.size() == 1) return sources.front().node;
    for (const MappingChild& source : sources) {
      if (builder_.mapping().nodes[source.node].step != MappingStep::Attribute)
        return fail("`//` stands between names of attributes");
    }
    return builder_.add({.step = MappingStep::Renamed}, std::move(sources));
  }

  std::uint32_t read_source(const MappingWord& word) {
    const std::string_view text = word.text;
    if (text.starts_with('=')) {
      const std::string content(text.substr(1));
      return add_literal_node(word.is_quoted ? Value::string(content)
                                             : core_schema_value(content, {}));
    }
    if (word.is_quoted) return fail("a text in quotes needs `=` before it");
    if (text.find('{') != std::string_view::npos) return read_template(text);
    return read_name(text);
  }

  std::uint32_t read_name(std::string_view text) {
    for (const auto& [name, step] : kNames) {
      if (name == text) return builder_.add({.step = step});
    }
    const std::uint32_t path = builder_.add_path(text, block_, span_);
    if (path == kNoIndex) return kNoIndex;
    return builder_.add({.step = MappingStep::Attribute, .payload = path});
  }

  std::uint32_t add_literal_node(const Value& value) {
    return builder_.add({.step = MappingStep::Literal, .payload = builder_.add_literal(value)});
  }

  std::uint32_t read_template(std::string_view text) {
    std::vector<MappingChild> parts;
    while (!text.empty()) {
      const std::size_t open = std::min(text.find('{'), text.size());
      if (open > 0)
        parts.push_back(
            {.name = {},
             .node = add_literal_node(Value::string(std::string(text.substr(0, open))))});
      text.remove_prefix(open);
      if (text.empty()) break;
      const std::size_t close = text.find('}');
      if (close == std::string_view::npos) return fail("a `{` is not closed");
      std::string_view name = text.substr(1, close - 1);
      const bool is_optional = name.ends_with('?');
      if (is_optional) name.remove_suffix(1);
      const std::uint32_t node = read_name(name);
      if (node == kNoIndex) return kNoIndex;
      builder_.mapping().nodes[node].is_optional = is_optional;
      parts.push_back({.name = {}, .node = node});
      text.remove_prefix(close + 1);
    }
    return builder_.add({.step = MappingStep::Template}, std::move(parts));
  }

  std::uint32_t read_verb(Words words, std::uint32_t child) {
    if (words.empty()) return fail("there is no verb after `|`");
    const Verb* verb = find_verb(words[0].text);
    if (verb == nullptr) return fail("there is no verb `" + words[0].text + "`");
    MappingNode node = {.step = verb->step};
    if (!read_arguments(*verb, words.subspan(1), node)) return kNoIndex;
    return builder_.add(node, child);
  }

  bool read_arguments(const Verb& verb, Words words, MappingNode& node) {
    switch (verb.takes) {
      case Takes::Nothing:
        return check_count(verb, words, 0);
      case Takes::Default:
        return read_default(verb, words, node);
      case Takes::Pair:
        if (!check_count(verb, words, 2)) return false;
        node.payload = literal_or_none(words[0]);
        node.second = literal_or_none(words[1]);
        return true;
      case Takes::Literal:
        if (!check_count(verb, words, 1)) return false;
        node.payload = literal_or_none(words[0]);
        return true;
      case Takes::LiteralAndNumber:
        return read_split(verb, words, node);
      case Takes::Table:
        if (!check_count(verb, words, 1)) return false;
        node.payload = builder_.add_table(words[0].text, span_);
        return node.payload != kNoIndex;
      case Takes::Tests:
        node.payload = read_condition(words);
        return node.payload != kNoIndex;
    }
    return false;
  }

  bool check_count(const Verb& verb, Words words, std::size_t count) {
    if (words.size() == count) return true;
    fail("`" + std::string(verb.name) + "` takes " + std::to_string(count) + " words, not " +
         std::to_string(words.size()));
    return false;
  }

  // `V` or `V ltN=W`.
  bool read_default(const Verb& verb, Words words, MappingNode& node) {
    if (words.size() != 2) {
      if (!check_count(verb, words, 1)) return false;
      node.payload = literal_or_none(words[0]);
      return true;
    }
    const std::string& text = words[1].text;
    const bool is_earlier = text.starts_with("lt") && text.size() > 4 && text[3] == '=' &&
                            text[2] > '3' && text[2] < '6';
    if (!is_earlier) {
      fail("`" + text + "` is no default of earlier majors; `lt4=x` is one");
      return false;
    }
    node.payload = literal_or_none(words[0]);
    node.number = static_cast<std::int16_t>(text[2] - '0');
    node.second = literal_or_none({.text = text.substr(4), .is_quoted = false});
    return true;
  }

  bool read_split(const Verb& verb, Words words, MappingNode& node) {
    if (!check_count(verb, words, 2)) return false;
    const auto number = number_of(words[1].text);
    if (!number || words[0].text.size() != 1) {
      fail("`split` takes one character and a number");
      return false;
    }
    node.payload = builder_.add_literal(Value::string(words[0].text));
    node.number = *number;
    return true;
  }

  // `~` is none.
  std::uint32_t literal_or_none(const MappingWord& word) {
    if (word.is_quoted) return builder_.add_literal(Value::string(word.text));
    if (word.text == "~") return kNoIndex;
    return builder_.add_literal(core_schema_value(word.text, {}));
  }

  std::optional<MappingTest> read_test(std::string_view text) {
    MappingTest test;
    std::string_view name = text;
    const std::size_t sign =
        text.find("==") != std::string_view::npos ? text.find("==") : text.find("!=");
    if (sign != std::string_view::npos) {
      test.kind = text[sign] == '=' ? MappingTest::Kind::Equals : MappingTest::Kind::Differs;
      test.literal = literal_or_none({.text = std::string(text.substr(sign + 2))});
      name = text.substr(0, sign);
    } else if (text.starts_with('!')) {
      test.kind = MappingTest::Kind::IsUnset;
      name.remove_prefix(1);
    }
    test.path = builder_.add_path(name, block_, span_);
    if (test.path == kNoIndex) return std::nullopt;
    return test;
  }

  Span span_;
  const std::string& block_;
  MappingBuilder& builder_;
};

}  // namespace

std::uint32_t read_mapping_expression(const Value& text, const std::string& block,
                                      MappingBuilder& builder) {
  if (text.is_string()) return ExpressionReader(text, block, builder).read(text.as_string());
  builder.report(text.origin(), "an expression is a text");
  return kNoIndex;
}

std::uint32_t read_mapping_condition(const Value& text, const std::string& block,
                                     MappingBuilder& builder) {
  const auto words = text.is_string() ? mapping_words(text.as_string()) : std::nullopt;
  if (words) return ExpressionReader(text, block, builder).read_condition(*words);
  builder.report(text.origin(), "a condition is a text");
  return kNoIndex;
}

}  // namespace exr
