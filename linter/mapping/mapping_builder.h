#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/problem.h"
#include "mapping/mapping.h"
#include "mapping/provider_schema.h"
#include "value/containers.h"

namespace exr {

/// Puts a Mapping together node by node, looks attributes up in the schema, and says what is wrong
/// with a file. All that it is made of outlives it.
class MappingBuilder {
 public:
  /// Tables that `lookup` names.
  using Tables = std::map<std::string, MappingTable, std::less<>>;

  MappingBuilder(const TypeSchema& schema, const Tables& tables, Mapping& mapping,
                 Problems& problems)
      : schema_(schema), tables_(tables), mapping_(mapping), problems_(problems) {}

  void report(Span span, std::string message);
  /// Reports keys that are none of the known ones.
  void check_keys(const Object& object, std::span<const std::string_view> known);
  /// The object or list under a key; null pointer if there is none, with a Problem if it is
  /// something else.
  const Object* find_object(const Object& owner, std::string_view key);
  const Array* find_list(const Object& owner, std::string_view key);

  std::uint32_t add(MappingNode node, std::vector<MappingChild> children = {});
  /// A node over one other.
  std::uint32_t add(MappingNode node, std::uint32_t child);
  std::uint32_t add_literal(const Value& value);
  std::uint32_t add_condition(std::vector<MappingTest> tests);
  /// The index of a table; kNoIndex and a Problem if there is none of that name.
  std::uint32_t add_table(std::string_view name, Span span);
  /// The index of the path to an attribute of `block` (empty: of the resource), or of the resource
  /// for one that begins with `$root.`. kNoIndex and a Problem if the schema has no such attribute.
  std::uint32_t add_path(std::string_view text, std::string_view block, Span span);
  /// Whether the type has such an attribute; a Problem if not.
  bool check_attribute(std::string_view name, Span span);

  /// The full name of an attribute of `block`.
  static std::string full_name(std::string_view text, std::string_view block);
  /// The full names of all attributes that a path led to.
  const std::set<std::string, std::less<>>& used() const { return used_; }
  Mapping& mapping() { return mapping_; }

 private:
  const TypeSchema& schema_;
  const Tables& tables_;
  Mapping& mapping_;
  Problems& problems_;
  std::set<std::string, std::less<>> used_;
};

}  // namespace exr
