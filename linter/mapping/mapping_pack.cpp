#include "mapping/mapping_pack.h"

#include "support/pack_bytes.h"
#include "value/pack_coder.h"

namespace exr {

namespace {

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
  coder.list(mapping.literals, [&](auto& literal) { coder.value(literal); });
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
    PackEncoder encoder;
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
  PackDecoder decoder(bytes);
  Mapping mapping;
  code_mapping(decoder, mapping);
  EXR_CHECK(decoder.at_end());
  return mapping;
}

}  // namespace exr
