#include "mapping/mapping_pack.h"

#include <utility>

#include "support/pack_bytes.h"

namespace exr {

namespace {

// Each part of a mapping is written and read by one function, which names its fields once: both
// sides go through the same list, so that they cannot differ.

class MappingEncoder {
 public:
  template <typename Number>
  void number(const Number& value) {
    writer_.number(value);
  }
  void text(std::string_view value) { writer_.text(value); }
  template <typename List, typename Part>
  void list(const List& values, Part part) {
    writer_.size(values.size());
    for (const auto& value : values) part(value);
  }
  // Literals are scalars.
  void literal(const Value& value) {
    writer_.number(value.kind());
    if (value.is_bool()) return writer_.number(value.as_bool());
    if (value.is_int()) return writer_.number(value.as_int());
    if (value.is_number()) return writer_.number(value.as_number());
    if (value.is_string()) return writer_.text(value.as_string());
    EXR_CHECK(value.is_null());
  }
  std::string take() { return writer_.take(); }

 private:
  ByteWriter writer_;
};

class MappingDecoder {
 public:
  explicit MappingDecoder(std::string_view bytes) : reader_(bytes) {}

  template <typename Number>
  void number(Number& value) {
    value = reader_.number<Number>();
  }
  void text(std::string& value) { value = reader_.text(); }
  void text(SharedText& value) { value = std::string(reader_.text()); }
  template <typename List, typename Part>
  void list(List& values, Part part) {
    values.resize(reader_.size());
    for (auto& value : values) part(value);
  }
  void literal(Value& value) {
    const auto kind = reader_.number<ValueKind>();
    if (kind == ValueKind::Bool) value = Value::boolean(reader_.number<bool>());
    if (kind == ValueKind::Int) value = Value::integer(reader_.number<std::int64_t>());
    if (kind == ValueKind::Double) value = Value::number(reader_.number<double>());
    if (kind == ValueKind::String) value = Value::string(std::string(reader_.text()));
  }
  bool at_end() const { return reader_.at_end(); }

 private:
  ByteReader reader_;
};

template <typename Coder, typename NodeType>
void code_node(Coder& coder, NodeType& node) {
  coder.number(node.step);
  coder.number(node.is_optional);
  coder.number(node.number);
  coder.number(node.payload);
  coder.number(node.second);
  coder.number(node.first_child);
  coder.number(node.child_count);
}

template <typename Coder, typename PathType>
void code_path(Coder& coder, PathType& path) {
  coder.list(path.steps, [&](auto& step) {
    coder.text(step.name);
    coder.number(step.computed_majors);
  });
  coder.number(path.from_root);
  coder.number(path.is_block);
  coder.number(path.is_sensitive);
}

template <typename Coder, typename MappingType>
void code_trees(Coder& coder, MappingType& mapping) {
  coder.list(mapping.nodes, [&](auto& node) { code_node(coder, node); });
  coder.list(mapping.children, [&](auto& child) {
    coder.text(child.name);
    coder.number(child.node);
  });
  coder.list(mapping.paths, [&](auto& path) { code_path(coder, path); });
  coder.list(mapping.literals, [&](auto& literal) { coder.literal(literal); });
  coder.list(mapping.conditions, [&](auto& tests) {
    coder.list(tests, [&](auto& test) {
      coder.number(test.kind);
      coder.number(test.path);
      coder.number(test.literal);
    });
  });
  coder.list(mapping.tables, [&](auto& table) {
    coder.list(table, [&](auto& row) {
      coder.text(row.first);
      coder.text(row.second);
    });
  });
}

template <typename Coder, typename MappingType>
void code_places(Coder& coder, MappingType& mapping) {
  coder.list(mapping.placements, [&](auto& placement) {
    coder.number(placement.form);
    coder.number(placement.at);
    coder.list(placement.parents, [&](auto& parent) { coder.number(parent); });
  });
  coder.list(mapping.children_resources, [&](auto& child) {
    coder.text(child.type);
    coder.text(child.api_version);
    coder.number(child.name);
    coder.number(child.condition);
    coder.number(child.body);
  });
}

template <typename Coder, typename MappingType>
void code_mapping(Coder& coder, MappingType& mapping) {
  coder.text(mapping.terraform_type);
  coder.text(mapping.type);
  coder.text(mapping.api_version);
  coder.number(mapping.type_node);
  coder.number(mapping.api_node);
  coder.number(mapping.is_data_plane);
  coder.number(mapping.name);
  coder.number(mapping.body);
  coder.number(mapping.target);
  coder.number(mapping.appends);
  coder.number(mapping.terraform_id);
  code_places(coder, mapping);
  coder.list(mapping.derived, [&](auto& derived) {
    coder.text(derived.first);
    coder.number(derived.second);
  });
  code_trees(coder, mapping);
}

}  // namespace

std::string encode_mappings(const std::vector<Mapping>& mappings) {
  ByteWriter writer;
  writer.size(mappings.size());
  for (const Mapping& mapping : mappings) {
    MappingEncoder encoder;
    code_mapping(encoder, mapping);
    writer.text(mapping.terraform_type);
    writer.text(mapping.target == kNoIndex ? mapping.type : std::string());
    writer.text(encoder.take());
  }
  return writer.take();
}

std::vector<PackedMapping> packed_mappings(std::string_view bytes) {
  ByteReader reader(bytes);
  std::vector<PackedMapping> mappings(reader.size());
  for (PackedMapping& mapping : mappings) {
    mapping.terraform_type = reader.text();
    mapping.arm_type = reader.text();
    mapping.bytes = reader.text();
  }
  EXR_CHECK(reader.at_end());
  return mappings;
}

Mapping decode_mapping(std::string_view bytes) {
  MappingDecoder decoder(bytes);
  Mapping mapping;
  code_mapping(decoder, mapping);
  EXR_CHECK(decoder.at_end());
  return mapping;
}

}  // namespace exr
