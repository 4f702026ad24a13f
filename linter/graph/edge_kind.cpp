#include "graph/edge_kind.h"

namespace exr {

std::string_view edge_kind_name(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::Parent:
      return "parent";
    case EdgeKind::Reference:
      return "reference";
    case EdgeKind::Scope:
      return "scope";
    case EdgeKind::DependsOn:
      return "depends-on";
  }
  return "reference";
}

}  // namespace exr
