#include "policy/finding_text.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

#include "azure/resource_type.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr std::size_t kLongestHole = 400;
constexpr std::size_t kLongestReadable = 160;
// A longer canonical text is a computation that nobody wants to read in a message.
constexpr std::size_t kLongestUnknown = 60;
constexpr std::uint32_t kDeepestValue = 64;
constexpr std::string_view kResourceMark = "\"resource#";

std::string shortened(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t cut = limit;
  // not inside a UTF-8 sequence
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  text.resize(cut);
  return text + "...";
}

std::string bounds_text(const Bounds& bounds) {
  if (!bounds.high) return "at least " + number_text(*bounds.low);
  if (!bounds.low) return "at most " + number_text(*bounds.high);
  return number_text(*bounds.low) + " to " + number_text(*bounds.high);
}

// What is known of it, if that is short.
Value printable_unknown(const Value& value) {
  const Unknown& unknown = value.as_unknown();
  const bool is_count = unknown.bounds.low == 0.0 && !unknown.bounds.high;
  if (is_count || unknown.text.size() > kLongestUnknown) return Value::string("(not known)");
  if (unknown.bounds.low || unknown.bounds.high) return Value::string(bounds_text(unknown.bounds));
  return value;
}

// The value with resources as their names and secrets masked, at every depth.
Value printable(const Value& value, const ResourceProperties& properties, std::uint32_t depth) {
  if (is_secure(value.trail()) || depth > kDeepestValue) return Value::string("***");
  if (value.is_resource()) return Value::string(properties.display_name(value.as_resource()));
  if (value.is_array()) {
    Array array = value.as_array();
    for (Value& member : array.members) member = printable(member, properties, depth + 1);
    return Value::array(std::move(array));
  }
  if (value.is_object()) {
    Object object;
    for (const Object::Property& property : value.as_object().properties())
      object.set(property.name, printable(property.value, properties, depth + 1));
    if (value.as_object().is_open()) object.set_open(value.as_object().open_text());
    return Value::object(std::move(object));
  }
  if (value.is_unknown() && !value.as_unknown().candidates.empty()) {
    Unknown unknown = value.as_unknown();
    for (Candidate& candidate : unknown.candidates)
      candidate.value = printable(candidate.value, properties, depth + 1);
    return Value::unknown(std::move(unknown));
  }
  return value.is_unknown() ? printable_unknown(value) : value;
}

std::vector<std::string> hole_texts(RuleHost& host, NodeId message, Level level) {
  const ExpressionTree& tree = host.definitions().rule().tree;
  const Node& node = tree.node(message);
  std::vector<std::string> texts;
  for (std::uint32_t i = 0; i < node.child_count; ++i) {
    const NodeId piece = tree.child(node, i);
    if (tree.node(piece).kind == NodeKind::String) continue;
    texts.push_back(hole_text(host.evaluate(piece, level), host.properties()));
  }
  return texts;
}

// What the holes are in each case, every text once.
std::vector<std::string> hole_texts(RuleHost& host, NodeId message, Level level,
                                    const std::vector<Choices>& cases) {
  if (cases.empty()) return hole_texts(host, message, level);
  std::vector<std::vector<std::string>> found;
  for (const Choices& choices : cases) {
    host.choose(choices);
    const std::vector<std::string> texts = hole_texts(host, message, level);
    found.resize(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (std::find(found[i].begin(), found[i].end(), texts[i]) == found[i].end())
        found[i].push_back(texts[i]);
    }
  }
  host.choose({});
  std::vector<std::string> texts;
  for (const std::vector<std::string>& some : found)
    texts.push_back(shortened(join(some, " or "), kLongestHole));
  return texts;
}

std::string singular(std::string word) {
  if (word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  for (const std::string_view ending : {"sses", "xes", "ches", "shes"}) {
    if (word.ends_with(ending)) return word.substr(0, word.size() - 2);
  }
  if (word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string hole_text(const Value& value, const ResourceProperties& properties) {
  return shortened(message_text(printable(value, properties, 0)), kLongestHole);
}

FindingText finding_text(RuleHost& host, NodeId node, Level level,
                         const std::vector<Choices>& cases) {
  if (node == NodeId::kNone) return {};
  const ExpressionTree& tree = host.definitions().rule().tree;
  const Node& message = tree.node(node);
  if (message.kind == NodeKind::String) return {std::string(tree.text(message.payload)), {}};
  if (message.kind != NodeKind::Interpolation)
    return {hole_text(host.evaluate(node, level), host.properties()), {}};
  FindingText result;
  result.arguments = hole_texts(host, node, level, cases);
  std::size_t hole = 0;
  for (std::uint32_t i = 0; i < message.child_count; ++i) {
    const Node& piece = tree.node(tree.child(message, i));
    result.text += piece.kind == NodeKind::String ? tree.text(piece.payload)
                                                  : std::string_view(result.arguments[hole++]);
  }
  return result;
}

std::string readable_text(std::string_view canonical, const ResourceProperties& properties) {
  std::string text;
  while (true) {
    const std::size_t mark = canonical.find(kResourceMark);
    text += canonical.substr(0, mark);
    if (mark == std::string_view::npos) break;
    canonical.remove_prefix(mark + kResourceMark.size());
    std::uint32_t number = 0;
    const char* end = canonical.data() + canonical.size();
    const char* after = std::from_chars(canonical.data(), end, number).ptr;
    text += properties.display_name(static_cast<ResourceHandle>(number));
    canonical.remove_prefix(static_cast<std::size_t>(after - canonical.data()));
    if (canonical.starts_with('"')) canonical.remove_prefix(1);
  }
  return shortened(std::move(text), kLongestReadable);
}

std::string type_words(std::string_view type) {
  const std::string_view segment = last_type_segment(type);
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const bool before_lower = i + 1 < segment.size() && !is_upper(segment[i + 1]);
    const bool after_lower = i > 0 && !is_upper(segment[i - 1]);
    if (is_upper(segment[i]) && i > 0 && (before_lower || after_lower)) words.emplace_back();
    words.back() += segment[i];
  }
  for (std::string& word : words) {
    // an acronym stays one
    if (word.size() < 2 || !is_upper(word[1])) word = to_lower(word);
  }
  words.back() = singular(std::move(words.back()));
  // the product's own spelling
  return replace_all(join(words, " "), "express route", "ExpressRoute");
}

}  // namespace exr
