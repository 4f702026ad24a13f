#include "graph/id_text.h"

#include "value/unknown.h"

namespace exr {

SharedText id_text(const Value& id) {
  if (id.is_string()) return id.shared_string();
  if (!id.is_unknown()) return {};
  const Unknown& unknown = id.as_unknown();
  return unknown.pieces.empty() ? "${" + unknown.text + "}" : unknown.text;
}

}  // namespace exr
