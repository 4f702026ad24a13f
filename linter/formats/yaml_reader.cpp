#include "formats/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "formats/yaml_extent.h"
#include "formats/yaml_scalars.h"
#include "support/text.h"
#include "support/utf8.h"
#include "value/containers.h"

namespace exr {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Ends the reading: yaml-cpp has no other way to be stopped from inside an event.
struct Refusal {
  Problem problem;
};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

class ValueBuilder final : public YAML::EventHandler {
 public:
  ValueBuilder(std::string_view bytes, FileId file, const Limits& limits, YamlUse use)
      : bytes_(bytes), file_(file), limits_(limits), use_(use) {
    if (bytes.starts_with(kByteOrderMark)) shift_ = kByteOrderMark.size();
  }

  Value take() { return std::move(result_); }
  std::uint32_t offset_of(const YAML::Mark& mark) const {
    const std::size_t offset = mark.is_null() ? 0 : static_cast<std::size_t>(mark.pos) + shift_;
    return static_cast<std::uint32_t>(std::min(offset, bytes_.size()));
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check(mark, "?", anchor);
    add_anchored(Value::null(place_of_null(offset_of(mark))), "", anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (use_ == YamlUse::Settings)
      refuse(mark, "aliases (`*name`) are not taken here; write the value out");
    const auto known = anchored_.find(anchor);
    // one inside of what it stands for
    if (known == anchored_.end()) refuse(mark, "an alias stands for a value that is not complete");
    const auto& [value, text] = known->second;
    aliased_ += value.weight();
    const std::uint32_t begin = offset_of(mark);
    if (levels_.size() + value.levels() > limits_.nesting || aliased_ > limits_.string_size)
      refuse(Span{file_, begin, begin}, "aliases make the document too large",
             ProblemKind::LimitExceeded);
    if (expects_key() && value.levels() > 0) refuse(mark, "a key must be a text");
    add(value, text);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    check(mark, tag, anchor);
    const std::uint32_t begin = offset_of(mark);
    const Span span{file_, begin, end_of_scalar(bytes_, begin, text)};
    add_anchored(scalar(text, tag == "?", span), text, anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, false);
  }
  void OnSequenceEnd() override {
    Level level = close();
    Array array;
    for (Value& member : level.members) array.add(std::move(member));
    add_anchored(Value::array(std::move(array), level.span), "", level.anchor);
  }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, true);
  }
  void OnMapEnd() override {
    Level level = close();
    add_anchored(Value::object(std::move(level.object), level.span), "", level.anchor);
  }

 private:
  // A container that is being read.
  struct Level {
    bool is_map = false;
    Span span;
    YAML::anchor_t anchor = YAML::NullAnchor;
    std::vector<Value> members;
    Object object;
    bool has_key = false;
    std::string key;
    Span key_span;
  };

  [[noreturn]] void refuse(Span span, std::string message,
                           ProblemKind kind = ProblemKind::SyntaxError) const {
    throw Refusal{{.kind = kind, .message = std::move(message), .span = span}};
  }
  [[noreturn]] void refuse(const YAML::Mark& mark, std::string message) const {
    const std::uint32_t begin = offset_of(mark);
    refuse(Span{file_, begin, begin}, std::move(message));
  }

  // A value that was left out has the place of whatever comes next; it belongs to its key.
  Span place_of_null(std::uint32_t begin) const {
    const std::uint32_t end = end_of_plain(bytes_, begin);
    const std::string_view written = bytes_.substr(begin, end - begin);
    if (is_one_of(written, {"~", "null", "Null", "NULL"})) return {file_, begin, end};
    const bool has_key = !levels_.empty() && levels_.back().has_key;
    return has_key ? levels_.back().key_span : Span{file_, begin, begin};
  }

  void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
    if (anchor != YAML::NullAnchor && use_ == YamlUse::Settings)
      refuse(mark, "anchors (`&name`) are not taken here; write the value out");
    if (tag != "?" && tag != "!")
      refuse(mark, "the tag `" + tag + "` is not taken here; quote a text that begins with `!`");
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, bool is_map) {
    check(mark, tag, anchor);
    const std::uint32_t begin = offset_of(mark);
    const Span span{file_, begin, begin};
    if (levels_.size() >= limits_.nesting) {
      refuse(span, "values are nested more than " + std::to_string(limits_.nesting) + " deep",
             ProblemKind::LimitExceeded);
    }
    if (expects_key()) refuse(span, "a key must be a text");
    levels_.push_back({.is_map = is_map, .span = span, .anchor = anchor});
  }

  Level close() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    level.span.end = end_of_container(bytes_, level.span);
    return level;
  }

  bool expects_key() const {
    return !levels_.empty() && levels_.back().is_map && !levels_.back().has_key;
  }

  Value scalar(const std::string& text, bool is_plain, Span span) const {
    if (use_ == YamlUse::Settings)
      return is_plain ? core_schema_value(text, span) : Value::string(text, span);
    const char first = span.begin < bytes_.size() ? bytes_[span.begin] : ' ';
    const bool is_quoted = !is_plain && (first == '\'' || first == '"');
    return bicep_yaml_value(text, is_quoted ? ScalarStyle::Quoted : ScalarStyle::Other, span);
  }

  void add_anchored(Value value, const std::string& text, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) anchored_[anchor] = {value, text};
    add(std::move(value), text);
  }

  void add(Value value, const std::string& text) {
    if (levels_.empty()) {
      result_ = std::move(value);
      return;
    }
    Level& level = levels_.back();
    level.span.end = std::max(level.span.end, value.origin().end);
    if (!level.is_map) {
      level.members.push_back(std::move(value));
    } else if (!level.has_key) {
      add_key(level, value.origin(), text);
    } else {
      level.object.set(level.key, std::move(value), level.key_span);
      level.has_key = false;
    }
  }

  void add_key(Level& level, Span span, const std::string& text) const {
    if (text == "<<" && use_ == YamlUse::Settings)
      refuse(span, "merge keys (`<<`) are not taken here");
    if (level.object.find(text) != nullptr)
      refuse(span, "the key `" + text + "` stands here twice");
    level.key = text;
    level.key_span = span;
    level.has_key = true;
  }

  std::string_view bytes_;
  FileId file_;
  const Limits& limits_;
  YamlUse use_;
  std::size_t shift_ = 0;
  std::vector<Level> levels_;
  // with its text, should it be a key
  std::map<YAML::anchor_t, std::pair<Value, std::string>> anchored_;
  // what stands again where its alias stands, in bytes
  std::size_t aliased_ = 0;
  Value result_;
};

std::optional<std::uint32_t> find_broken_character(std::string_view bytes) {
  constexpr std::string_view kWritten = "\xEF\xBF\xBD";
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::size_t begin = bytes.size() - rest.size();
    const bool is_written = rest.starts_with(kWritten);
    if (take_character(rest) == kReplacementCharacter && !is_written)
      return static_cast<std::uint32_t>(begin);
  }
  return std::nullopt;
}

std::nullopt_t report(Problems& problems, ProblemKind kind, std::string message, Span span) {
  problems.push_back({.kind = kind, .message = std::move(message), .span = span});
  return std::nullopt;
}

std::string lower_first(std::string text) {
  if (!text.empty()) text[0] = to_lower(text.substr(0, 1))[0];
  return text;
}

}  // namespace

std::optional<Value> read_yaml(std::string_view bytes, FileId file, const Limits& limits,
                               Problems& problems, YamlUse use) {
  // the library writes something longer in place of bytes that are no UTF-8, which moves all places
  if (const auto broken = find_broken_character(bytes))
    return report(problems, ProblemKind::SyntaxError, "the file is no UTF-8 here",
                  {file, *broken, *broken + 1});
  // a zero byte would make the library take the text for UTF-16
  if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
    const auto place = static_cast<std::uint32_t>(zero);
    return report(problems, ProblemKind::SyntaxError, "the file holds a zero byte",
                  {file, place, place + 1});
  }
  ValueBuilder builder(bytes, file, limits, use);
  try {
    std::istringstream stream{std::string(bytes)};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) return Value::null({file, 0, 0});
    Value value = builder.take();
    ValueBuilder further(bytes, file, limits, use);
    if (parser.HandleNextDocument(further)) {
      const std::uint32_t place = value.origin().end;
      return report(problems, ProblemKind::SyntaxError, "a second document begins after this one",
                    {file, place, place});
    }
    return value;
  } catch (const Refusal& refusal) {
    problems.push_back(refusal.problem);
  } catch (const YAML::Exception& error) {
    const std::uint32_t place = builder.offset_of(error.mark);
    return report(problems, ProblemKind::SyntaxError, lower_first(error.msg), {file, place, place});
  } catch (const std::exception& error) {
    return report(problems, ProblemKind::SyntaxError, lower_first(error.what()), {file, 0, 0});
  }
  return std::nullopt;
}

std::uint32_t offset_in_yaml(std::string_view bytes, const Value& scalar, std::size_t offset) {
  return source_offset(bytes, scalar.origin(), scalar.as_string(), offset);
}

}  // namespace exr
