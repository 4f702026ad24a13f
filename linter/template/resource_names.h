#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "template/resources.h"

namespace exr {

/// The ID of a resource at a scope, as in azure/resource_id.h, of names that may be partly known.
Value id_at(const Value& scope, std::string_view type, std::span<const Value> names);
/// Cuts a name at its slashes into as many names as a type has segments. A name that is not known
/// gives that many unknown ones; a number that does not fit gives what there is.
std::vector<Value> name_segments(const Value& name, std::size_t count);
/// The ID that a value stands for where a scope or parent is wanted: of a resource or module, or of
/// an object that has one.
Value id_of_value(Expansion& expansion, const Value& value, Span use);
/// Puts together what a resource is called and where it is.
ResourceIdentity make_identity(Expansion& expansion, ResourceInstance& resource);

}  // namespace exr
