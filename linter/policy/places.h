#pragma once

#include <optional>
#include <string>
#include <vector>

#include "findings/finding.h"
#include "policy/body_index.h"
#include "policy/rule_host.h"
#include "policy/thing.h"
#include "policy/written_place.h"
#include "source/span.h"

namespace exr {

/// Where a finding stands, and what explains it.
struct FindingPlace {
  Span span;
  /// The property path from the resource to the place.
  std::string path;
  std::vector<RelatedPlace> related;
};

/// Finds the places of findings. The host outlives it.
class Places {
 public:
  explicit Places(RuleHost& host) : host_(host), written_(host) {}

  /// The place of a violation of the check (entered, `self` and `each` bound) by the thing.
  FindingPlace place_of(const Check& check, const Thing& thing);

 private:
  WrittenPlace nearest(const Check& check, const Thing& thing);
  std::optional<WrittenPlace> place_of_each() const;
  const BodyIndex::Entry* find_entry(const WrittenPlace& place, const Thing& thing);
  const BodyIndex& index_of(ResourceHandle handle);
  void add_related(const Value& value, FindingPlace& place) const;
  std::string related_message(const Value& value) const;
  void point_at_caller(const WrittenPlace& written, const Thing& thing, FindingPlace& place) const;
  std::optional<Span> callers_side(const WrittenPlace& written, const Thing& thing,
                                   Span place) const;
  Span head_of(Span declaration) const;

  RuleHost& host_;
  WrittenPlaces written_;
  // of the resource that was asked about last
  std::optional<ResourceHandle> indexed_;
  std::optional<BodyIndex> index_;
};

}  // namespace exr
