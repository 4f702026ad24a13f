#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "frontends/terraform/plan_reader.h"
#include "source/source_map.h"

namespace exr {

/// A plan of a test, read.
struct PlanText {
  explicit PlanText(std::string text, const Limits& limits = {}) {
    file = sources.add("plan.json", std::move(text));
    plan = read_plan(sources.file(file), file, limits, problems);
  }
  /// All but `format_version`.
  static PlanText of(const std::string& fields) {
    return PlanText(R"({"format_version":"1.2","terraform_version":"1.11.4",)" + fields + "}");
  }

  std::string at(const Span& span) const { return std::string(sources.slice(span)); }
  std::string last_message() const { return problems.empty() ? "" : problems.back().message; }

  SourceMap sources;
  FileId file = FileId::kNone;
  Problems problems;
  std::optional<Plan> plan;
};

}  // namespace exr
