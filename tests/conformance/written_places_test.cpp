#include <gtest/gtest.h>

#include <iostream>
#include <string>

#include "conformance/corpus.h"
#include "conformance/plan_case.h"
#include "support/text.h"
#include "value/containers.h"

namespace conformance {
namespace {

// A text literal without escapes, holes or line breaks; empty for anything else.
std::string plain_literal(std::string_view written) {
  const bool is_plain = written.size() > 2 && written.starts_with('"') && written.ends_with('"') &&
                        written.find_first_of("\\$%") == std::string_view::npos;
  return is_plain ? std::string(written.substr(1, written.size() - 2)) : std::string();
}

// The provider plans `West Europe` as `westeurope`.
std::string as_planned(std::string_view attribute, const std::string& literal) {
  return attribute == "location" ? exr::to_lower(exr::replace_all(literal, " ", "")) : literal;
}

struct Counts {
  std::size_t blocks = 0;
  std::size_t found = 0;
  std::size_t literals = 0;
};

// Compares the literals that stand where a resource's attributes are written with the plan.
void compare(PlanCase& plan_case, const exr::PlannedResource& resource, Counts& counts) {
  const exr::BlockAddress block = exr::block_of(plan_case.instance_of(resource));
  ++counts.blocks;
  const auto header = plan_case.configuration().find_block(block);
  EXPECT_TRUE(header) << resource.address;
  if (!header) return;
  ++counts.found;
  const exr::Value attributes = plan_case.attributes_of(resource);
  for (const exr::Object::Property& property : attributes.as_object().properties()) {
    const auto place = plan_case.configuration().find_written(block, {property.name.str()});
    if (!property.value.is_string() || !place->is_whole) continue;
    const std::string literal = plain_literal(plan_case.sources().slice(place->value));
    if (literal.empty()) continue;
    ++counts.literals;
    EXPECT_EQ(as_planned(property.name, literal), property.value.as_string()) << resource.address;
  }
}

TEST(WrittenPlacesConformance, literals_stand_where_they_are_found) {
  const auto plans = find_plans();
  if (!plans) GTEST_SKIP() << "no corpus of plans: set EXRLINT_PLANS to the folder that holds it";
  Counts counts;
  for (const auto& row : read_rows(*plans / "CASES.tsv")) {
    PlanCase plan_case(*plans / row[0], row[1]);
    if (!plan_case.is_readable()) continue;
    for (const exr::PlannedResource* resource : plan_case.resources())
      compare(plan_case, *resource, counts);
  }
  std::cout << "blocks of planned resources that were found: " << counts.found << " of "
            << counts.blocks
            << "; literals that the plan has as they are written: " << counts.literals << "\n";
  EXPECT_GT(counts.literals, 0U);
}

}  // namespace
}  // namespace conformance
