#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "expression/functions/call.h"
#include "value/containers.h"

namespace exr {

/// Members of an array with an equal key, in order.
struct Group {
  Value key;
  Array members;
};

/// The members of the first argument by the key that the lambda gives (argument 1), groups in order
/// of their first member. In rules a null key leaves a member out and an Unknown one counts by its
/// text.
struct Groups {
  std::vector<Group> groups;
  /// Whether a key was Unknown.
  bool has_unknown_key = false;
};
Groups grouped_members(const FunctionCall& call);

}  // namespace exr
