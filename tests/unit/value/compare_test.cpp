#include "value/compare.h"

#include <gtest/gtest.h>

#include "value/containers.h"
#include "value/unknown.h"

namespace exr {
namespace {

Value text(const char* content) { return Value::string(content); }
Value unknown(const char* name) {
  return Value::unknown(make_unknown(UnknownReason::ParameterWithoutValue, name));
}
Value partly(const char* prefix, const char* name) {
  return text_from_pieces({{prefix, true}, {name, false}}, UnknownReason::ParameterWithoutValue);
}
Truth same(const Value& a, const Value& b) { return equals(a, b, TextComparison::IgnoreCase); }

TEST(Equals, compares_text_with_and_without_case) {
  EXPECT_EQ(same(text("Premium"), text("premium")), Truth::True);
  EXPECT_EQ(equals(text("Premium"), text("premium"), TextComparison::Exact), Truth::False);
}

TEST(Equals, knows_the_same_unknown_and_the_prefix_of_a_partly_known_text) {
  EXPECT_EQ(same(unknown("param:a"), unknown("param:a")), Truth::True);
  EXPECT_EQ(same(unknown("param:a"), unknown("param:b")), Truth::Unknown);
  EXPECT_EQ(same(partly("er-", "param:a"), text("er-ams")), Truth::Unknown);
  EXPECT_EQ(same(partly("er-", "param:a"), text("vpn-ams")), Truth::False);
  EXPECT_EQ(same(partly("er-", "param:a"), Value::integer(3)), Truth::False);
}

TEST(Equals, leaves_placeholders_undecided_against_literals) {
  const Value open = text("/subscriptions/{subscriptionId}/resourceGroups/rg");
  EXPECT_EQ(same(open, open), Truth::True);
  EXPECT_EQ(same(open, text("/subscriptions/1/resourceGroups/rg")), Truth::Unknown);
  EXPECT_EQ(same(open, text("/subscriptions/1/resourceGroups/other")), Truth::False);
}

TEST(Equals, decides_by_candidates_and_bounds) {
  Unknown tier = make_unknown(UnknownReason::ParameterWithoutValue, "param:tier");
  tier.candidates = {{{}, text("Standard")}, {{}, text("Premium")}};
  EXPECT_EQ(same(Value::unknown(tier), text("Local")), Truth::False);
  EXPECT_EQ(same(Value::unknown(tier), text("Premium")), Truth::Unknown);
  Unknown count = make_unknown(UnknownReason::Undecided, "length(x)");
  count.bounds.low = 5;
  EXPECT_EQ(same(Value::unknown(count), Value::integer(4)), Truth::False);
  EXPECT_EQ(less(Value::integer(4), Value::unknown(count), TextComparison::Exact), Truth::True);
  EXPECT_EQ(less(Value::unknown(count), Value::integer(6), TextComparison::Exact), Truth::Unknown);
}

TEST(Equals, an_open_array_is_not_decided_unless_it_has_too_many_members) {
  Array one;
  one.add(text("a"));
  Array open = one;
  open.open = true;
  EXPECT_EQ(same(Value::array(one), Value::array(open)), Truth::Unknown);
  open.add(text("b"));
  EXPECT_EQ(same(Value::array(one), Value::array(open)), Truth::False);
}

TEST(EqualityKey, is_the_same_for_equal_values) {
  EXPECT_EQ(equality_key(Value::integer(5), TextComparison::Exact),
            equality_key(Value::number(5.0), TextComparison::Exact));
  EXPECT_NE(equality_key(text("5"), TextComparison::Exact),
            equality_key(Value::integer(5), TextComparison::Exact));
}

}  // namespace
}  // namespace exr
