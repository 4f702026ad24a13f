#pragma once

#include <cstdint>
#include <string_view>

#include "mapping/found_attribute.h"
#include "mapping/mapping.h"
#include "mapping/mapping_input.h"
#include "value/truth.h"
#include "value/value.h"

namespace exr {

/// Computes the nodes of one mapping for one resource. A null value is "not set" and leaves out
/// what it stands for. All that it is made of outlives it.
class MappingEvaluation {
 public:
  MappingEvaluation(const Mapping& mapping, const MappingInput& input);

  /// The value of a root; null for kNoIndex.
  Value evaluate(std::uint32_t node) const;
  /// The same for a name: one that the provider makes up is an Unknown, not null.
  Value name(std::uint32_t node) const;
  Truth holds(std::uint32_t condition) const { return holds(condition, root_); }
  /// Which node below `//` or alternatives counts; kNoIndex if none is set.
  std::uint32_t chosen_child(std::uint32_t node) const;

  /// What `$id` is.
  void set_id(Value id) { id_ = std::move(id); }

 private:
  // A condition's truth with what makes it unknown.
  struct Verdict {
    Truth truth = Truth::True;
    Value unknown = {};
  };

  struct Alternative {
    std::uint32_t node = kNoIndex;
    Value value = {};
  };

  Value evaluate(std::uint32_t index, const MappingElement& element) const;
  Value verb(const MappingNode& node, const MappingElement& element) const;
  FoundAttribute attribute(const AttributePath& path, const MappingElement& element) const;
  Alternative first_set(const MappingNode& node, const MappingElement& element) const;
  std::uint32_t chosen_name(const MappingNode& node, const MappingElement& element) const;
  Value text(const MappingNode& node, const MappingElement& element) const;
  Value concatenation(const MappingNode& node, const MappingElement& element) const;
  Value object(const MappingNode& node, const MappingElement& element) const;
  Value each(const MappingNode& node, const MappingElement& element) const;
  Value with_condition(const MappingNode& node, Value value, const MappingElement& element) const;
  Verdict verdict(std::uint32_t condition, const MappingElement& element) const;
  Truth holds(std::uint32_t condition, const MappingElement& element) const {
    return verdict(condition, element).truth;
  }
  Verdict test(const MappingTest& test, const MappingElement& element) const;

  const MappingNode& node(std::uint32_t index) const { return mapping_.nodes[index]; }
  const MappingChild* children_of(const MappingNode& node) const {
    return mapping_.children.data() + node.first_child;
  }
  Value literal(std::uint32_t index, Span origin) const;

  const Mapping& mapping_;
  const MappingInput& input_;
  MappingElement root_;
  std::uint8_t major_bit_;
  Value id_;
};

}  // namespace exr
