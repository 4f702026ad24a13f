#include "graph/id_text.h"

#include "value/unknown.h"

namespace exr {

std::string_view id_text(const Value& id) {
  if (id.is_string()) return id.as_string();
  return id.is_unknown() ? std::string_view(id.as_unknown().text) : std::string_view();
}

}  // namespace exr
