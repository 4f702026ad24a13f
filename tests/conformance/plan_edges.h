#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "findings/problem.h"

namespace conformance {

/// What became of the resources of plans, and of their IDs that are only known after apply.
struct PlanFigures {
  std::size_t plans = 0;
  /// Managed resources that are there after the apply, and those of them that a mapping maps, which
  /// edit others, and which no mapping knows.
  std::size_t records = 0;
  std::size_t mapped = 0;
  std::size_t edits = 0;
  std::size_t opaque = 0;
  /// Unknown attributes of mapped resources that take IDs and are written: those that became the
  /// ID of one resource, or the list of several; that may be several; that stayed unknown.
  std::size_t one = 0;
  std::size_t several = 0;
  std::size_t none = 0;
  /// The last of each.
  std::string open;

  std::size_t ids() const { return one + several + none; }
  PlanFigures& operator+=(const PlanFigures& other);
  std::string text() const;
};

/// Where the sources of a configuration are; empty to map the plan alone.
struct MappedCase {
  std::filesystem::path plan;
  std::string sources;
};

/// Reads, maps and links one plan. Empty `complaint` if all went well.
struct MappedFigures {
  PlanFigures figures;
  exr::Problems problems;
  std::string complaint;
};
MappedFigures map_case(const MappedCase& plan);

}  // namespace conformance
