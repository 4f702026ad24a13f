#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/problem.h"
#include "frontends/arm/names.h"
#include "support/limits.h"
#include "template/template.h"
#include "value/value.h"

namespace exr {

struct ArmModule;

/// One ARM template in lowered form, before its templates were put into a library and the files
/// that it links were read.
struct LoweredArmTemplate {
  Template lowered;
  std::vector<ArmModule> modules;
};

/// The template of a nested deployment: written in it, or in another file.
struct ArmModule {
  /// Among Template::modules.
  std::uint32_t index = 0;
  /// Null if it is in another file.
  std::unique_ptr<LoweredArmTemplate> nested;
  /// Of a template that an earlier module of the list has too: which one.
  std::optional<std::uint32_t> same_as;
  /// As written, relative to the file; empty if it is nested, or nowhere that can be read.
  std::string relative_path;
  Span path_span;
};

/// A JSON document that is a template, and where Problems with it go.
struct ArmSource {
  std::string path;
  FileId file = FileId::kNone;
  std::string_view text;
  const Limits& limits;
  Problems& problems;
};

/// What the template around a nested one with outer scope knows: its names and its loops.
struct ArmOuterScope {
  const ArmNames& names;
  std::vector<CopyLoop> loops;
};

/// Lowers a template. `outer` is what its expressions mean if it is nested with outer scope, null
/// otherwise. Never fails: what is wrong becomes a Problem and is left out.
LoweredArmTemplate lower_arm_template(const Value& document, const ArmSource& source,
                                      const ArmOuterScope* outer = nullptr);

}  // namespace exr
