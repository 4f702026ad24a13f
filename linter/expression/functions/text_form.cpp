#include "expression/functions/text_form.h"

#include <utility>

#include "expression/functions/arguments.h"
#include "value/containers.h"
#include "value/print.h"

namespace exr {

namespace {

std::string quoted(std::string_view text, TextForm form) {
  const std::string json = json_string(text);
  if (form == TextForm::Json) return json;
  std::string result = "'";
  for (std::size_t i = 1; i + 1 < json.size(); ++i) {
    if (json[i] == '\\') {
      ++i;
      result += json[i] == '"' ? "\"" : std::string{'\\', json[i]};
    } else {
      result += json[i] == '\'' ? "\\'" : std::string(1, json[i]);
    }
  }
  return result + "'";
}

void append_json(std::string& out, const Value& value, TextForm form) {
  if (value.is_string()) {
    out += quoted(value.as_string(), form);
  } else if (value.is_array()) {
    out += '[';
    bool first = true;
    for (const Value& member : value.as_array().members) {
      if (!std::exchange(first, false)) out += ',';
      append_json(out, member, form);
    }
    out += ']';
  } else if (value.is_object()) {
    out += '{';
    bool first = true;
    for (const Object::Property& property : value.as_object().properties()) {
      if (!std::exchange(first, false)) out += ',';
      out += quoted(property.name, form) + ":";
      append_json(out, property.value, form);
    }
    out += '}';
  } else {
    out += to_json(value);
  }
}

}  // namespace

std::string value_text(const Value& value, TextForm form) {
  switch (value.kind()) {
    case ValueKind::Null:
      return "";
    case ValueKind::Bool:
      return value.as_bool() ? "True" : "False";
    case ValueKind::String:
      return value.as_string();
    default: {
      std::string text;
      append_json(text, value, form);
      return text;
    }
  }
}

std::vector<TextPiece> pieces_in_text(const Value& value, TextForm form) {
  if (value.is_unknown()) return pieces_of(value);
  const bool holds_unknown = (value.is_array() || value.is_object()) && !is_complete(value);
  if (holds_unknown)
    return {{.text = bounded_text("string(" + canonical_text(value) + ")"), .known = false}};
  return {{.text = value_text(value, form), .known = true}};
}

std::vector<TextPiece> pieces_apart(const Value& value) {
  if (!value.is_string() || !has_placeholder(value.as_string())) return pieces_of(value);
  std::vector<TextPiece> pieces;
  const std::string& text = value.as_string();
  std::size_t begin = 0;
  for (std::size_t open = text.find('{'); open != std::string::npos;
       open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) break;
    const std::string inside = text.substr(open, close - open + 1);
    if (!has_placeholder(inside)) continue;
    if (open > begin) pieces.push_back({text.substr(begin, open - begin), true});
    pieces.push_back({inside, false});
    begin = close + 1;
  }
  if (begin < text.size()) pieces.push_back({text.substr(begin), true});
  return pieces;
}

Value text_of_pieces(std::vector<TextPiece> pieces, std::span<const Value> sources) {
  return text_from_pieces(std::move(pieces), reason_among(sources));
}

}  // namespace exr
