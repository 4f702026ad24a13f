#include "hcl/json_document.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "hcl/hcl_reader.h"
#include "value/containers.h"
#include "value/print.h"

namespace exr {

namespace {

struct BlockLabels {
  std::string_view type;
  int count;
};
// https://developer.hashicorp.com/terraform/language/syntax/json: blocks of the top level are
// objects by label.
constexpr std::array kBlocks = {BlockLabels{"resource", 2}, BlockLabels{"data", 2},
                                BlockLabels{"module", 1},   BlockLabels{"variable", 1},
                                BlockLabels{"output", 1},   BlockLabels{"provider", 1},
                                BlockLabels{"locals", 0},   BlockLabels{"terraform", 0}};

class JsonLowering {
 public:
  JsonLowering(HclExpressions& expressions, const Limits& limits)
      : expressions_(expressions), limits_(limits) {}

  void add_blocks(HclBody& body, const HclBlock& header, int labels, const Value& value) {
    if (value.is_array()) {
      for (const Value& member : value.as_array().members) add_blocks(body, header, labels, member);
    } else if (value.is_object() && labels == 0) {
      body.blocks.push_back(header);
      body.blocks.back().span = {header.header.file, header.header.begin, value.origin().end};
      body.blocks.back().body = block_body(value.as_object());
    } else if (value.is_object()) {
      for (const Object::Property& property : value.as_object().properties()) {
        HclBlock labelled = header;
        labelled.labels.emplace_back(property.name.str());
        labelled.header = property.name_span;
        add_blocks(body, labelled, labels - 1, property.value);
      }
    }
  }

 private:
  HclBody block_body(const Object& object) {
    HclBody body;
    for (const Object::Property& property : object.properties()) {
      const std::string& name = property.name.str();
      if (name == "dynamic") {
        add_blocks(body, {.type = name}, 1, property.value);
      } else if (name == "content") {
        add_blocks(body, {.type = name, .header = property.name_span}, 0, property.value);
      } else {
        const Span& value = property.value.origin();
        body.attributes.push_back({.name = name,
                                   .span = {value.file, property.name_span.begin, value.end},
                                   .value = expression(property.value)});
      }
    }
    return body;
  }

  HclExpressionId expression(const Value& value) {
    HclExpression made{.span = value.origin()};
    switch (value.kind()) {
      case ValueKind::String:
        return read_hcl_template(value.as_string(), value.origin(), expressions_, limits_);
      case ValueKind::Null:
        made.kind = HclExpressionKind::Null;
        break;
      case ValueKind::Bool:
        made.kind = HclExpressionKind::Boolean;
        made.text = value.as_bool() ? "true" : "false";
        break;
      case ValueKind::Int:
      case ValueKind::Double:
        made.kind = HclExpressionKind::Number;
        made.text = to_json(value);
        break;
      case ValueKind::Array:
        made.kind = HclExpressionKind::Tuple;
        for (const Value& member : value.as_array().members)
          made.parts.push_back(expression(member));
        break;
      case ValueKind::Object:
        made.kind = HclExpressionKind::Object;
        for (const Object::Property& property : value.as_object().properties()) {
          made.parts.push_back(
              read_hcl_template(property.name.str(), property.name_span, expressions_, limits_));
          made.parts.push_back(expression(property.value));
        }
        break;
      default:
        break;
    }
    return expressions_.add(std::move(made));
  }

  HclExpressions& expressions_;
  const Limits& limits_;
};

}  // namespace

HclDocument json_document(const Value& content, HclExpressions& expressions, const Limits& limits) {
  HclDocument document;
  if (!content.is_object()) return document;
  JsonLowering lowering(expressions, limits);
  for (const Object::Property& property : content.as_object().properties()) {
    for (const BlockLabels& block : kBlocks) {
      if (block.type != property.name.str()) continue;
      lowering.add_blocks(document.body,
                          {.type = property.name.str(), .header = property.name_span}, block.count,
                          property.value);
    }
  }
  return document;
}

}  // namespace exr
