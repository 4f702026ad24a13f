#pragma once

#include <string>
#include <vector>

#include "frontends/arm/value_lowering.h"
#include "template/types.h"

namespace exr {

/// Lowers the types of parameters, outputs and definitions
/// (https://learn.microsoft.com/azure/azure-resource-manager/templates/definitions). The list of
/// types and the site outlive it.
class ArmTypeLowering {
 public:
  ArmTypeLowering(std::vector<Type>& types, ArmExpressionSite& site) : types_(types), site_(site) {}

  /// `declaration` is the object with `type` or `$ref`.
  TypeId lower(const Value& declaration);
  /// A part of a type, or what a function takes or gives: with what is demanded of it.
  TypeId lower_part(const Value& declaration);
  Constraints constraints(const Object& declaration);

 private:
  Type read(const Object& declaration);
  void read_discriminated(const Object& discriminator, Type& type);
  void read_object(const Object& declaration, Type& type);
  void read_array(const Object& declaration, Type& type);

  std::vector<Type>& types_;
  ArmExpressionSite& site_;
};

}  // namespace exr
