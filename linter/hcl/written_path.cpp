#include "hcl/written_path.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace exr {

namespace {

const std::string* name_of(const SourceStep& step) { return std::get_if<std::string>(&step); }
const std::int64_t* index_of(const SourceStep& step) { return std::get_if<std::int64_t>(&step); }

bool is_dynamic(const HclBlock& block, const std::string& type) {
  return block.type == "dynamic" && !block.labels.empty() && block.labels[0] == type;
}

// The block of a type that its index names. How many a `dynamic` one stands for is not asked: it
// takes all that those before it leave.
const HclBlock* find_nested(const HclBody& body, const std::string& type, std::int64_t index) {
  const HclBlock* last = nullptr;
  for (const HclBlock& block : body.blocks) {
    if (is_dynamic(block, type)) return &block;
    if (block.type != type) continue;
    last = &block;
    if (index-- <= 0) return last;
  }
  return last;
}

class PathWalk {
 public:
  PathWalk(const SourcePath& path, const HclExpressions& expressions)
      : path_(path), expressions_(expressions) {}

  WrittenPath in_block(const HclBlock& block) {
    reach_block(block, 0);
    const HclBody* body = &block.body;
    for (std::size_t at = 0; body != nullptr && at < path_.size();) {
      const std::string* name = name_of(path_[at]);
      if (name == nullptr) break;
      if (const HclAttribute* attribute = body->find_attribute(*name)) {
        in_attribute(*attribute, at + 1);
        break;
      }
      const bool has_index = at + 1 < path_.size() && index_of(path_[at + 1]) != nullptr;
      const HclBlock* nested = find_nested(*body, *name, has_index ? *index_of(path_[at + 1]) : 0);
      if (nested == nullptr) break;
      at += has_index ? 2 : 1;
      reach_block(*nested, at);
      body = body_of(*nested);
    }
    return finished();
  }

  WrittenPath in_attribute(const HclAttribute& attribute, std::size_t at) {
    reach(attribute.span, attribute.value, at);
    HclExpressionId id = attribute.value;
    while (at < path_.size()) {
      const HclExpression& expression = expressions_.at(id);
      if (is_encoding(expression)) {
        id = expression.parts[0];
      } else if (const auto part = find_part(expression, path_[at])) {
        id = part->value;
        reach(part->span, id, ++at);
      } else {
        break;
      }
    }
    return finished();
  }

 private:
  struct Part {
    Span span;
    HclExpressionId value;
  };

  static const HclBody* body_of(const HclBlock& block) {
    if (block.type != "dynamic") return &block.body;
    const HclBlock* content = block.body.find_block("content");
    return content == nullptr ? nullptr : &content->body;
  }

  static bool is_encoding(const HclExpression& expression) {
    return expression.kind == HclExpressionKind::Call && expression.text == "jsonencode" &&
           expression.parts.size() == 1;
  }

  std::optional<Part> find_part(const HclExpression& expression, const SourceStep& step) const {
    if (expression.kind == HclExpressionKind::Tuple && index_of(step) != nullptr) {
      const auto index = static_cast<std::size_t>(std::max<std::int64_t>(*index_of(step), 0));
      if (index >= expression.parts.size()) return std::nullopt;
      return Part{expressions_.at(expression.parts[index]).span, expression.parts[index]};
    }
    if (expression.kind != HclExpressionKind::Object) return std::nullopt;
    // a block of JSON that is no list
    if (index_of(step) != nullptr) return std::nullopt;
    for (std::size_t i = 0; i + 1 < expression.parts.size(); i += 2) {
      const HclExpression& key = expressions_.at(expression.parts[i]);
      const HclExpression& value = expressions_.at(expression.parts[i + 1]);
      if (key.kind == HclExpressionKind::Text && key.text == *name_of(step))
        return Part{{key.span.file, key.span.begin, value.span.end}, expression.parts[i + 1]};
    }
    return std::nullopt;
  }

  void reach_block(const HclBlock& block, std::size_t at) {
    reached_ = {.place = {.span = block.header, .value = block.header, .how = WrittenAs::Block},
                .steps = at};
  }

  void reach(Span span, HclExpressionId id, std::size_t at) {
    reached_ = {
        .place = {.span = span, .value = expressions_.at(id).span}, .expression = id, .steps = at};
  }

  WrittenPath finished() {
    reached_.place.is_whole = reached_.steps == path_.size();
    if (reached_.expression == HclExpressionId::kNone) return reached_;
    const auto named = find_named_value(reached_.expression, expressions_);
    if (named && named->path.empty() && named->space != "each") {
      reached_.place.how = named->space == "var" ? WrittenAs::Variable : WrittenAs::Local;
      reached_.place.refers_to = named->name;
    } else if (is_literal(reached_.expression, expressions_)) {
      reached_.place.how = WrittenAs::Literal;
    }
    return reached_;
  }

  const SourcePath& path_;
  const HclExpressions& expressions_;
  WrittenPath reached_;
};

std::optional<SourceStep> literal_step(const HclExpression& index) {
  if (index.kind == HclExpressionKind::Text) return SourceStep(index.text);
  if (index.kind != HclExpressionKind::Number) return std::nullopt;
  std::int64_t number = 0;
  const char* end = index.text.data() + index.text.size();
  if (std::from_chars(index.text.data(), end, number).ptr != end) return std::nullopt;
  return SourceStep(number);
}

}  // namespace

WrittenPath follow_written(const HclBlock& block, const SourcePath& path,
                           const HclExpressions& expressions) {
  return PathWalk(path, expressions).in_block(block);
}

WrittenPath follow_written(const HclAttribute& attribute, const SourcePath& path, std::size_t begin,
                           const HclExpressions& expressions) {
  return PathWalk(path, expressions).in_attribute(attribute, begin);
}

std::optional<NamedValue> find_named_value(HclExpressionId id, const HclExpressions& expressions) {
  SourcePath backwards;
  const HclExpression* expression = &expressions.at(id);
  while (expression->kind == HclExpressionKind::Member ||
         expression->kind == HclExpressionKind::Index) {
    if (expression->kind == HclExpressionKind::Member) {
      backwards.emplace_back(expression->text);
    } else {
      const auto step = literal_step(expressions.at(expression->parts[1]));
      if (!step) return std::nullopt;
      backwards.push_back(*step);
    }
    expression = &expressions.at(expression->parts[0]);
  }
  const bool is_named = expression->kind == HclExpressionKind::Variable && !backwards.empty() &&
                        (expression->text == "var" || expression->text == "local" ||
                         (expression->text == "each" && backwards.back() == SourceStep("value")));
  if (!is_named || name_of(backwards.back()) == nullptr) return std::nullopt;
  NamedValue named{.space = expression->text, .name = *name_of(backwards.back())};
  named.path.assign(std::next(backwards.rbegin()), backwards.rend());
  return named;
}

bool is_literal(HclExpressionId id, const HclExpressions& expressions) {
  std::vector<HclExpressionId> open = {id};
  while (!open.empty()) {
    const HclExpression& expression = expressions.at(open.back());
    open.pop_back();
    switch (expression.kind) {
      case HclExpressionKind::Null:
      case HclExpressionKind::Boolean:
      case HclExpressionKind::Number:
      case HclExpressionKind::Text:
        break;
      case HclExpressionKind::Tuple:
      case HclExpressionKind::Object:
      case HclExpressionKind::Unary:
        open.insert(open.end(), expression.parts.begin(), expression.parts.end());
        break;
      default:
        return false;
    }
  }
  return true;
}

}  // namespace exr
