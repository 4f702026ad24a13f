#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "frontends/terraform/plan.h"
#include "frontends/terraform/plan_reference.h"
#include "source/source_map.h"
#include "source/span.h"
#include "support/limits.h"

namespace exr {

/// What a place in a plan file is about.
struct PlanPlace {
  enum class Kind : std::uint8_t {
    /// `index` is one of Plan::resources, Plan::prior, ::variables, ::outputs.
    Resource,
    Prior,
    Variable,
    Output,
    /// A block of the configuration: `index` is one of the resources of `module`.
    Block,
  };
  Kind kind = Kind::Resource;
  std::uint32_t index = 0;
  ConfiguredModuleId module = ConfiguredModuleId::kNone;
  /// The attribute (`sku[0].tier`), as deep as the place is; empty for the whole. Blocks count as
  /// in the plan: in the configuration their order may be another one.
  PlanPath path;
  friend bool operator==(const PlanPlace&, const PlanPlace&) = default;
};

/// Finds what places in a plan file are about, so that findings can be shown in the sources.
class PlanPlaces {
 public:
  /// The plan outlives it.
  explicit PlanPlaces(const Plan& plan);

  /// Empty for what is none of the things that a PlanPlace can be.
  std::optional<PlanPlace> find(const Span& place, const SourceMap& sources,
                                const Limits& limits) const;

 private:
  struct Record {
    Span span;
    PlanPlace::Kind kind;
    std::uint32_t index;
    ConfiguredModuleId module;
  };

  void add(const Span& span, PlanPlace::Kind kind, std::size_t index,
           ConfiguredModuleId module = ConfiguredModuleId::kNone);
  std::vector<Span> values_of(const Record& record) const;

  const Plan& plan_;
  // sorted by place; none overlaps another
  std::vector<Record> records_;
};

}  // namespace exr
