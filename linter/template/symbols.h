#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "support/text.h"
#include "template/template.h"

namespace exr {

/// What a name of a template means, and its index among the declarations of that kind.
struct Symbol {
  enum class Kind : std::uint8_t {
    Parameter,
    Variable,
    Function,
    Resource,
    Module,
    Import,
    Argument,
  };
  Kind kind = Kind::Parameter;
  std::uint32_t index = 0;
};

/// The names of one template, found in constant time. The template outlives it.
class Symbols {
 public:
  explicit Symbols(const Template& lowered);

  std::optional<Symbol> find(std::string_view name) const;
  /// In ARM JSON each kind of name is a namespace of its own, and names compare without case: a
  /// parameter, a variable, or a resource or module.
  std::optional<std::uint32_t> find_parameter(std::string_view name) const;
  std::optional<std::uint32_t> find_variable(std::string_view name) const;
  std::optional<Symbol> find_deployed(std::string_view name) const;
  std::optional<std::uint32_t> find_output(std::string_view name) const;
  /// The type declaration by a name; null if there is none.
  const TypeDeclaration* find_type(std::string_view name) const;
  /// The resources nested in a resource, by index.
  const std::vector<std::uint32_t>& nested_in(std::uint32_t resource) const {
    return nested_[resource];
  }

 private:
  template <typename T>
  using ByName = std::unordered_map<std::string_view, T, HashIgnoringCase, EqualIgnoringCase>;

  void declare(std::string_view name, Symbol::Kind kind, std::size_t index);

  std::unordered_map<std::string_view, Symbol> names_;
  ByName<std::uint32_t> parameters_;
  ByName<std::uint32_t> variables_;
  ByName<Symbol> deployed_;
  std::unordered_map<std::string_view, std::uint32_t> outputs_;
  std::unordered_map<std::string_view, const TypeDeclaration*> types_;
  std::vector<std::vector<std::uint32_t>> nested_;
};

}  // namespace exr
