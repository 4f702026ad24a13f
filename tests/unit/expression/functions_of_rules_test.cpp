// What becomes of members that may not be there, arrays that may hold more, and what was not
// written.

#include <gtest/gtest.h>

#include "unit/expression/function_driver.h"

namespace exr {
namespace {

class FunctionsOfRules : public testing::Test {
 protected:
  FunctionDriver driver{kRuleDialect};
  std::string json(std::string_view name, const std::vector<Value>& arguments) {
    return driver.json(name, arguments);
  }
  bool is_unknown(std::string_view name, const std::vector<Value>& arguments) {
    return driver.call(name, arguments).is_unknown();
  }
  Bounds bounds(const Value& value) {
    return value.is_unknown() ? value.as_unknown().bounds : Bounds{};
  }

  const Value one = record({{"n", integer(1)}});
  const Value two = record({{"n", integer(2)}});
  const Value unread = record({{"n", unknown("param:n")}});
};

TEST_F(FunctionsOfRules, NullIsAnEmptyArrayOrNotWritten) {
  EXPECT_EQ(json("length", {Value()}), "0");
  EXPECT_EQ(json("empty", {Value()}), "true");
  EXPECT_EQ(json("contains", {Value(), text("a")}), "false");
  EXPECT_EQ(json("distinct", {Value()}), "[]");
  EXPECT_EQ(json("first", {Value()}), "null");
  for (const char* name : {"toLower", "cidr", "int", "minutes", "string"}) {
    const Value result = driver.call(name, {Value()});
    ASSERT_TRUE(result.is_unknown()) << name;
    EXPECT_EQ(result.as_unknown().reason, UnknownReason::NotWritten) << name;
  }
}

TEST_F(FunctionsOfRules, NoAnswerIsNull) {
  EXPECT_EQ(json("int", {text("x")}), "null");
  EXPECT_EQ(json("cidr", {text("x")}), "null");
  EXPECT_EQ(json("overlaps", {text("10.0.0.0/8"), text("x")}), "null");
  EXPECT_EQ(json("minutes", {text("soon")}), "null");
  EXPECT_EQ(json("max", {list({})}), "null");
  EXPECT_EQ(json("parseResourceId", {text("x")}), "null");
  EXPECT_TRUE(driver.problems().empty());
}

TEST_F(FunctionsOfRules, EmptyAndLengthReadWhatIsCertain) {
  const Value maybe = list_with_possible({one}, 1);
  EXPECT_TRUE(is_unknown("empty", {maybe}));
  EXPECT_EQ(json("empty", {list_with_possible({one, two}, 1)}), "false");
  EXPECT_TRUE(is_unknown("empty", {list_with_possible({}, 0, true)}));
  EXPECT_TRUE(is_unknown("empty", {unknown("param:x")}));
  const Bounds closed = bounds(driver.call("length", {list_with_possible({one, two}, 1)}));
  EXPECT_EQ(closed.low, 1);
  EXPECT_EQ(closed.high, 2);
  const Bounds open = bounds(driver.call("length", {list_with_possible({one}, 0, true)}));
  EXPECT_EQ(open.low, 1);
  EXPECT_FALSE(open.high);
}

TEST_F(FunctionsOfRules, AnUndecidedTestMakesAMemberPossible) {
  const NodeId is_one = driver.member_test("n", BinaryOperator::Equal, 1);
  const Value kept = driver.call_with("filter", {list({one, two, unread})}, is_one);
  ASSERT_TRUE(kept.is_array());
  ASSERT_EQ(kept.as_array().size(), 2U);
  EXPECT_TRUE(kept.as_array().is_certain(0));
  EXPECT_FALSE(kept.as_array().is_certain(1));
}

TEST_F(FunctionsOfRules, SomeNeedsACertainMemberAndEveryTooToFail) {
  const NodeId is_one = driver.member_test("n", BinaryOperator::Equal, 1);
  EXPECT_EQ(to_json(driver.call_with("some", {list({two, one, unread})}, is_one)), "true");
  EXPECT_EQ(to_json(driver.call_with("some", {list({two})}, is_one)), "false");
  EXPECT_TRUE(driver.call_with("some", {list_with_possible({one}, 1)}, is_one).is_unknown());
  EXPECT_TRUE(driver.call_with("some", {list_with_possible({two}, 0, true)}, is_one).is_unknown());
  EXPECT_EQ(to_json(driver.call_with("every", {list({one, two, unread})}, is_one)), "false");
  EXPECT_EQ(to_json(driver.call_with("every", {list_with_possible({one}, 1)}, is_one)), "true");
  EXPECT_TRUE(driver.call_with("every", {list_with_possible({two}, 1)}, is_one).is_unknown());
  EXPECT_EQ(to_json(driver.call_with("every", {Value()}, is_one)), "true");
}

TEST_F(FunctionsOfRules, NumbersOfInexactArraysHaveBounds) {
  const NodeId is_one = driver.member_test("n", BinaryOperator::Equal, 1);
  const Bounds counted = bounds(driver.call_with("count", {list({one, one, unread})}, is_one));
  EXPECT_EQ(counted.low, 2);
  EXPECT_EQ(counted.high, 3);
  const NodeId n = driver.member_lambda("n");
  EXPECT_EQ(to_json(driver.call_with("sum", {list({one, two})}, n)), "3");
  const Bounds summed = bounds(driver.call_with("sum", {list({one, two, unread})}, n));
  EXPECT_EQ(summed.low, 3);
  EXPECT_FALSE(summed.high);
  const Bounds most = bounds(driver.call("max", {list_with_possible({integer(4), integer(9)}, 1)}));
  EXPECT_EQ(most.low, 4);
  EXPECT_EQ(most.high, 9);
  EXPECT_EQ(json("max", {list_with_possible({integer(9), integer(4)}, 1)}), "9");
  const Bounds least =
      bounds(driver.call("min", {list_with_possible({integer(4), integer(1)}, 1)}));
  EXPECT_EQ(least.low, 1);
  EXPECT_EQ(least.high, 4);
}

TEST_F(FunctionsOfRules, ContainsIsKleeneAndBlindToCase) {
  EXPECT_EQ(json("contains", {list({text("Prod")}), text("prod")}), "true");
  EXPECT_EQ(json("contains", {text("Production"), text("PROD")}), "true");
  EXPECT_TRUE(is_unknown("contains", {list_with_possible({text("a")}, 1), text("a")}));
  EXPECT_EQ(json("contains", {list_with_possible({text("b")}, 1), text("a")}), "false");
  EXPECT_TRUE(is_unknown("contains", {list({text("b"), unknown("param:x")}), text("a")}));
}

TEST_F(FunctionsOfRules, PlacesAreOnlyKnownBeforeTheFirstPossibleMember) {
  EXPECT_TRUE(is_unknown("first", {list_with_possible({one}, 1)}));
  EXPECT_EQ(json("first", {list_with_possible({one, two}, 1)}), R"({"n":1})");
  const Value skipped = driver.call("skip", {list_with_possible({one, two, one}, 2), integer(1)});
  ASSERT_EQ(skipped.as_array().size(), 2U);
  EXPECT_FALSE(skipped.as_array().is_certain(0));
  const Value taken = driver.call("take", {list_with_possible({one, two}, 1), integer(1)});
  ASSERT_EQ(taken.as_array().size(), 1U);
  EXPECT_TRUE(taken.as_array().is_certain(0));
}

TEST_F(FunctionsOfRules, DistinctMembersMayBeEqualToUnknownOnes) {
  const Value distinct =
      driver.call("distinct", {list({text("a"), text("A"), unknown("param:x"), text("b")})});
  ASSERT_EQ(distinct.as_array().size(), 3U);
  EXPECT_TRUE(distinct.as_array().is_certain(0));
  EXPECT_FALSE(distinct.as_array().is_certain(1));
  EXPECT_FALSE(distinct.as_array().is_certain(2));
  const Value joined = driver.call("union", {list({text("a")}), unknown("param:more")});
  EXPECT_TRUE(joined.as_array().open);
  EXPECT_TRUE(joined.as_array().is_certain(0));
}

TEST_F(FunctionsOfRules, DuplicatesNeedTwoCertainMembers) {
  const NodeId n = driver.member_lambda("n");
  const Value found =
      driver.call_with("duplicates", {list_with_possible({one, two, one, two, two}, 3)}, n);
  ASSERT_EQ(found.as_array().size(), 2U);
  EXPECT_FALSE(found.as_array().is_certain(0));
  EXPECT_EQ(found.as_array().members[1].as_array().size(), 3U);
  const Value grouped = driver.call_with("groupBy", {list({unread, unread, record({})})}, n);
  EXPECT_EQ(grouped.as_object().properties()[0].name, "param:n");
  EXPECT_EQ(grouped.as_object().size(), 1U);
}

TEST_F(FunctionsOfRules, OverlapGroupsHangTogether) {
  const auto range = [](std::string_view cidr) { return record({{"c", text(cidr)}}); };
  const NodeId c = driver.member_lambda("c");
  const Value groups =
      driver.call_with("overlapGroups",
                       {list({range("10.1.0.0/24"), range("10.0.0.0/8"), range("192.168.0.0/24"),
                              range("x"), range("10.2.0.0/16"), range("::/0")})},
                       c);
  ASSERT_EQ(groups.as_array().size(), 1U);
  EXPECT_TRUE(groups.as_array().is_exact());
  EXPECT_EQ(to_json(groups.as_array().members[0]),
            R"([{"c":"10.1.0.0/24"},{"c":"10.0.0.0/8"},{"c":"10.2.0.0/16"}])");
  const Value possible = driver.call_with(
      "overlapGroups", {list_with_possible({range("10.0.0.0/8"), range("10.0.0.0/9")}, 1)}, c);
  ASSERT_EQ(possible.as_array().size(), 1U);
  EXPECT_FALSE(possible.as_array().is_certain(0));
}

TEST_F(FunctionsOfRules, SortWithAnUndecidedOrderIsUnknown) {
  const NodeId less = driver.less_lambda();
  EXPECT_EQ(to_json(driver.call_with("sort", {list({integer(8), integer(-13), integer(5)})}, less)),
            "[-13,5,8]");
  EXPECT_TRUE(
      driver.call_with("sort", {list({integer(8), unknown("param:x")})}, less).is_unknown());
}

TEST_F(FunctionsOfRules, TextsAndIds) {
  EXPECT_EQ(json("matches", {text("er-weu-01"), text("^er-[a-z]+-\\d{2}$")}), "true");
  EXPECT_EQ(json("matches", {text("x"), text("(")}), "null");
  EXPECT_EQ(json("exact", {text("a"), text("A")}), "false");
  EXPECT_EQ(json("closest", {text("Amsterdm"), list({text("London"), text("Amsterdam")})}),
            R"("Amsterdam")");
  EXPECT_EQ(json("minutes", {text("PT90S")}), "1.5");
  EXPECT_EQ(json("minutes", {text("05:00")}), "300");
  EXPECT_EQ(json("cidr", {text("10.0.0.1/30")}),
            R"({"version":4,"bits":30,"aligned":false,"first":"10.0.0.0","last":"10.0.0.3"})");
  EXPECT_EQ(json("within", {text("10.0.0.1"), text("10.0.0.0/8")}), "true");
  const Value id = text_from_pieces({{"/subscriptions/s/resourceGroups/g/providers/A.B/c/", true},
                                     {"take('a/b',param:x)", false},
                                     {"-er/d/e", true}},
                                    UnknownReason::ParameterWithoutValue);
  EXPECT_EQ(json("parseResourceId", {id}),
            R"({"subscriptionId":"s","resourceGroup":"g","type":"A.B/c/d","name":"e",)"
            R"("names":[{"$unknown":"${take('a/b',param:x)}-er"},"e"]})");
  EXPECT_EQ(
      json("parseResourceId", {Value::resource(ResourceHandle{0})}),
      R"({"subscriptionId":"s","resourceGroup":"g","type":"A.B/c","name":"d","names":["d"]})");
}

TEST_F(FunctionsOfRules, FollowCandidates) {
  Unknown tier = make_unknown(UnknownReason::ParameterWithoutValue, "param:tier");
  tier.candidates = {{{{"param:tier", 0}}, text("Local")}, {{{"param:tier", 1}}, text("LOCAL")}};
  EXPECT_EQ(json("toLower", {Value::unknown(tier)}), R"("local")");
  EXPECT_EQ(json("contains", {list({text("local")}), Value::unknown(tier)}), "true");
  tier.candidates[1].value = text("Premium");
  const Value lower = driver.call("toLower", {Value::unknown(tier)});
  ASSERT_TRUE(lower.is_unknown());
  ASSERT_EQ(lower.as_unknown().candidates.size(), 2U);
  EXPECT_EQ(to_json(lower.as_unknown().candidates[1].value), R"("premium")");
}

}  // namespace
}  // namespace exr
