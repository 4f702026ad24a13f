#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "template/template.h"

namespace exr {

/// The names that can be used at one place of a template: what it declares, the resources nested
/// around the place, and what the expression itself binds. Points into the template, which outlives
/// it.
class Scope {
 public:
  explicit Scope(const Template& lowered);

  /// Enters the body of a resource (its index), whose nested resources can then be named; empty:
  /// leaves it.
  void enter_resource(std::optional<std::uint32_t> resource) { resource_ = resource; }
  bool is_in_resource() const { return resource_.has_value(); }
  void bind(std::string_view name) { locals_.push_back(name); }
  std::size_t depth() const { return locals_.size(); }
  /// Forgets the locals bound since `depth()` was this.
  void unbind_to(std::size_t depth) { locals_.resize(depth); }

  bool declares(std::string_view name) const;
  bool is_local(std::string_view name) const;
  /// The resource that a name means here; empty if it is no resource.
  std::optional<std::uint32_t> find_resource(std::string_view name) const;
  std::optional<std::uint32_t> find_nested(std::uint32_t resource, std::string_view name) const;
  const ImportDeclaration* find_import(std::string_view name) const;
  const FunctionDeclaration* find_function(std::string_view name) const;
  /// The declared name that is nearest to a misspelt one; empty if none is near.
  std::string_view closest_name(std::string_view name) const;

 private:
  enum class Kind : std::uint8_t { Value, Resource, Import, Function };
  struct Meaning {
    Kind kind = Kind::Value;
    std::uint32_t index = 0;
  };
  void declare(std::string_view name, Meaning meaning) { globals_.try_emplace(name, meaning); }
  const Meaning* find(std::string_view name, Kind kind) const;

  const Template& template_;
  std::unordered_map<std::string_view, Meaning> globals_;
  // by resource: the indexes of those nested in it
  std::vector<std::vector<std::uint32_t>> nested_;
  std::vector<std::string_view> locals_;
  std::optional<std::uint32_t> resource_;
};

}  // namespace exr
