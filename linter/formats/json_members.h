#pragma once

#include <string_view>

#include "support/shared_text.h"
#include "value/containers.h"

namespace exr {

/// The members of an object while it is read. As long as they come in the order of their names, and
/// without capitals, as Terraform writes its attributes, no name needs to be looked for. Of a
/// repeated name the last one counts.
class JsonMembers {
 public:
  void add(SharedText name, Value value, Span name_span);
  Object object() && { return std::move(object_); }

 private:
  Object object_;
  SharedText last_;
  bool in_order_ = true;
};

}  // namespace exr
