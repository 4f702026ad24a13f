#include "policy/ignore_text.h"

#include <gtest/gtest.h>

#include "support/text.h"

namespace exr {
namespace {

std::string told(std::string_view comment) {
  const auto ignore = read_ignore_comment(comment);
  if (!ignore) return "none";
  if (!ignore->fault.empty()) return ignore->fault;
  return std::string(ignore->whole_file ? "file " : "") + join(ignore->rules, "+") + " (" +
         ignore->reason + ") " + ignore->until;
}

TEST(IgnoreText, is_read_from_every_kind_of_comment) {
  EXPECT_EQ(told("// exrlint:ignore EXR301 -- why not"), "EXR301 (why not) ");
  EXPECT_EQ(told("# exrlint:ignore EXR301, EXR304 -- why - not"), "EXR301+EXR304 (why - not) ");
  EXPECT_EQ(told("/* exrlint:ignore EXR301\n   -- two\n   lines */"), "EXR301 (two\n   lines) ");
  EXPECT_EQ(told("//exrlint:ignore-file single-peering-location -- r"),
            "file single-peering-location (r) ");
}

TEST(IgnoreText, ends_on_a_day_before_or_behind_the_reason) {
  EXPECT_EQ(told("// exrlint:ignore EXR301 until=2027-03-31 -- r"), "EXR301 (r) 2027-03-31");
  EXPECT_EQ(told("// exrlint:ignore EXR301 -- until then until=2027-03-31"),
            "EXR301 (until then) 2027-03-31");
  EXPECT_EQ(told("// exrlint:ignore EXR301 until=2027-02-29 -- r"),
            "`until=2027-02-29` is no day; one is written `until=2027-03-31`");
  EXPECT_EQ(told("// exrlint:ignore EXR301 until=soon -- r"),
            "`until=soon` is no day; one is written `until=2027-03-31`");
}

TEST(IgnoreText, needs_a_rule_but_shows_a_missing_reason_as_empty) {
  EXPECT_EQ(told("// exrlint:ignore EXR301"), "EXR301 () ");
  EXPECT_EQ(told("// exrlint:ignore -- r"),
            "no rule is named; it is written `exrlint:ignore EXR301 -- reason`");
}

TEST(IgnoreText, is_not_what_only_looks_like_one) {
  EXPECT_EQ(told("// see exrlint:ignore EXR301 -- r"), "none");
  EXPECT_EQ(told("// exrlint:ignored EXR301"), "none");
  EXPECT_EQ(told("//"), "none");
}

}  // namespace
}  // namespace exr
