#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "frontends/bicep/decorators.h"
#include "frontends/bicep/lowered_file.h"
#include "frontends/bicep/type_lowering.h"

namespace exr {

/// Lowers the statements of one file, one after the other, into a LoweredFile. Its result, the
/// limits and the problems outlive it.
class StatementLowering {
 public:
  StatementLowering(LoweredFile& result, const Limits& limits, Problems& problems)
      : result_(result),
        template_(result.lowered),
        expressions_(result.lowered.tree, limits, problems),
        types_(result.lowered.types, expressions_) {
    expressions_.refuse_literals_in_holes();
  }

  void lower_file(SyntaxNode root);

 private:
  /// A resource's or module's body, without the loop and the condition around its object.
  struct Body {
    std::optional<LoopHeader> loop;
    NodeId condition = NodeId::kNone;
    SyntaxNode object;
  };

  void hide_namespaces(SyntaxNode root);
  void lower_statement(SyntaxNode node);
  void lower_target_scope(SyntaxNode node);
  void lower_parameter(SyntaxNode node);
  void lower_variable(SyntaxNode node);
  void lower_function(SyntaxNode node);
  void lower_type(SyntaxNode node);
  void lower_output(SyntaxNode node);
  void lower_import(SyntaxNode node);
  void lower_extension(SyntaxNode node);
  void lower_configuration(SyntaxNode node);
  void lower_resource(SyntaxNode node, std::optional<std::uint32_t> nested_in);
  void lower_resource_body(std::uint32_t index, SyntaxNode object);
  void lower_module(SyntaxNode node);
  void lower_using(SyntaxNode node);
  Body read_body(SyntaxNode node);

  TypeId declared_type(SyntaxNode type, const Decorations& decorations);
  bool declare(SyntaxNode name);
  bool declare_in(std::unordered_set<std::string_view>& names, SyntaxNode name);
  void add_reference(FileReference::Use use, SyntaxNode path, std::uint32_t first,
                     std::uint32_t count);
  SyntaxNode name_of(SyntaxNode node) const { return node.find(SyntaxField::Name); }
  Span statement_span(SyntaxNode node) const;

  LoweredFile& result_;
  Template& template_;
  ExpressionLowering expressions_;
  TypeLowering types_;
  std::unordered_set<std::string_view> symbols_;
  std::unordered_set<std::string_view> outputs_;
};

}  // namespace exr
