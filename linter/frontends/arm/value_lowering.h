#pragma once

#include <optional>

#include "frontends/arm/expression_parser.h"
#include "value/containers.h"

namespace exr {

/// A JSON value as a node, with all expressions and `copy` loops in it.
NodeId lower_arm_value(const Value& value, ArmExpressionSite& site);
/// The properties of an object, without those whose names are in `left_out` (compared without
/// case), as an Object node.
NodeId lower_arm_object(const Value& object, ArmExpressionSite& site,
                        std::span<const std::string_view> left_out);
/// One entry of a `copy` array (`name`, `count`, `input`) as a Loop node; an Error node where it is
/// none.
NodeId lower_arm_copy(const std::string& name, const Value& entry, CopyLoop::Kind kind,
                      ArmExpressionSite& site);
/// The entries of a `copy` array among properties; null if it is none.
const Array* find_copies(const Object::Property& property);
/// A property that is an object; null if it is missing or none.
const Object* find_object(const Object& object, std::string_view name);
/// Whether a property is the literal `true`.
bool is_true(const Object& object, std::string_view name);
/// The plain text of a property; empty if it is missing or an expression.
std::string plain_text_of(const Object& object, std::string_view name);

}  // namespace exr
