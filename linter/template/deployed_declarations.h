#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "expression/tree.h"
#include "source/span.h"
#include "value/value.h"

namespace exr {

/// Names a Template of a TemplateLibrary.
enum class TemplateId : std::uint32_t { kNone = 0xffffffff };

/// `[for item, index in iterable: ...]` around a resource, module or output.
struct LoopHeader {
  /// Names of item and index; empty where they are not bound.
  std::string item;
  std::string index;
  NodeId iterable = NodeId::kNone;
};

/// `resource`.
struct ResourceDeclaration {
  std::string symbol;
  /// As written, without the version; of a nested resource possibly relative (`subnets`): the
  /// evaluator completes it.
  std::string type;
  std::string api_version;
  bool existing = false;
  /// Its type is one of an extension (Kubernetes, Microsoft Graph): no resource of Azure.
  bool of_extension = false;
  NodeId condition = NodeId::kNone;
  std::optional<LoopHeader> loop;
  /// Of a nested resource: the index of the resource around it, in Template::resources. Always
  /// smaller than its own.
  std::optional<std::uint32_t> nested_in;
  NodeId name = NodeId::kNone;
  NodeId parent = NodeId::kNone;
  NodeId scope = NodeId::kNone;
  NodeId depends_on = NodeId::kNone;
  /// An Object node: what remains of the body without name, parent, scope and dependsOn.
  NodeId body = NodeId::kNone;
  /// Of ARM JSON: what `metadata.exrlint.ignore` holds; null if it is not there.
  Value ignored;
  Span symbol_span;
  /// The statement from its keyword on, without decorators.
  Span span;
};

/// `module`.
struct ModuleDeclaration {
  std::string symbol;
  /// As written: `./network.bicep`, `br/public:avm/res/...:0.4.0`.
  std::string path;
  /// kNone if it could not be read; a Problem says so.
  TemplateId target = TemplateId::kNone;
  NodeId condition = NodeId::kNone;
  std::optional<LoopHeader> loop;
  NodeId name = NodeId::kNone;
  NodeId scope = NodeId::kNone;
  /// Where a deployment above resource groups is kept; kNone: where the one around it is.
  NodeId location = NodeId::kNone;
  NodeId parameters = NodeId::kNone;
  /// `extensionConfigs`: what its extensions get, which changes no resource of Azure.
  NodeId extension_configs = NodeId::kNone;
  NodeId depends_on = NodeId::kNone;
  Span symbol_span;
  Span path_span;
  Span span;
};

}  // namespace exr
