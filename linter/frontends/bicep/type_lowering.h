#pragma once

#include <vector>

#include "syntax/expression_lowering.h"
#include "template/types.h"

namespace exr {

/// Turns type nodes into the types of a template. Both outlive it.
class TypeLowering {
 public:
  TypeLowering(std::vector<Type>& types, ExpressionLowering& expressions)
      : types_(types), expressions_(expressions) {}

  /// The type of a node; kNone for none. What is not known of a type is Any.
  TypeId lower(SyntaxNode node);

 private:
  Type read(SyntaxNode node);
  Type read_primary(SyntaxNode node);
  Type read_name(SyntaxNode node) const;
  TypeId lower_part(SyntaxNode node);
  void read_object(SyntaxNode node, Type& type);
  void read_union(SyntaxNode node, Type& type);
  bool may_be_null(TypeId id) const;
  void read_tuple(SyntaxNode node, Type& type);
  TypeId add(Type type, SyntaxNode node);

  std::vector<Type>& types_;
  ExpressionLowering& expressions_;
  std::uint32_t depth_ = 0;
};

}  // namespace exr
