#include "value/trail.h"

#include <gtest/gtest.h>

#include <array>

#include "value/joined_trail.h"
#include "value/value.h"

namespace exr {
namespace {

constexpr FileId kFile{0};

Value read_again(const Value& literal, std::uint32_t place) {
  return literal.moved_to({kFile, place, place + 1});
}

Value secret_without_source() {
  Trail trail;
  trail.kind = Trail::Kind::Derived;
  trail.secure = true;
  return Value::string("key").with_trail(TrailPointer::make(std::move(trail)));
}

TEST(JoinedTrail, of_one_history_is_that_history) {
  const Value one = read_again(Value::integer(1, {kFile, 2, 3}), 10);
  EXPECT_EQ(joined_trail(one, Value::integer(2)), one.trail());
  EXPECT_EQ(joined_trail(Value::integer(2), one), one.trail());
  EXPECT_EQ(joined_trail(Value::integer(2), Value::integer(3)), nullptr);
}

TEST(JoinedTrail, has_a_literal_once_however_often_it_is_read) {
  const Value one = Value::integer(1, {kFile, 2, 3});
  const Value two = read_again(Value::integer(2, {kFile, 4, 5}), 30);
  const TrailPointer joined = joined_trail(read_again(one, 10), two);
  ASSERT_EQ(joined->from.size(), 2U);
  const std::array<Value, 2> sum = {Value::integer(3).with_trail(joined), read_again(one, 20)};
  EXPECT_EQ(joined_trail(sum[0], sum[1]), joined);
  EXPECT_EQ(joined_trail(sum[1], sum[0])->from.size(), 2U);
}

TEST(JoinedTrail, stays_secret) {
  EXPECT_TRUE(is_secure(joined_trail(secret_without_source(), Value())));
  EXPECT_TRUE(is_secure(joined_trail(Value(), secret_without_source())));
  EXPECT_TRUE(is_secure(joined_trail(secret_without_source(), secret_without_source())));
  const Value literal = read_again(Value::integer(1, {kFile, 2, 3}), 10);
  EXPECT_TRUE(is_secure(joined_trail(literal, secret_without_source())));
}

}  // namespace
}  // namespace exr
