#include <gtest/gtest.h>

#include "expression/functions/table.h"
#include "frontends/bicep/functions.h"
#include "frontends/bicep/utf8.h"

namespace exr {
namespace {

TEST(BicepFunctions, names_are_exact_in_case) {
  EXPECT_TRUE(find_bicep_function("resourceGroup"));
  EXPECT_FALSE(find_bicep_function("ResourceGroup"));
  EXPECT_TRUE(find_bicep_function("length"));
  EXPECT_FALSE(find_bicep_function("Length"));
}

TEST(BicepFunctions, what_bicep_has_operators_for_is_no_function) {
  EXPECT_FALSE(find_bicep_function("equals"));
  EXPECT_FALSE(find_bicep_function("createArray"));
  EXPECT_STREQ(find_operator_spelling("equals"), "`a == b`");
}

TEST(BicepFunctions, every_list_operation_is_one) {
  EXPECT_TRUE(find_bicep_function("listKeys"));
  EXPECT_TRUE(find_bicep_function("listAnythingAtAll"));
  EXPECT_FALSE(find_bicep_function("list2"));
}

TEST(BicepFunctions, rule_functions_are_none) {
  for (const FunctionEntry& entry : all_functions()) {
    if (entry.availability == Availability::Rules) {
      EXPECT_FALSE(find_bicep_function(entry.name)) << entry.name;
    }
  }
}

TEST(BicepFunctions, every_function_of_the_language_is_known) {
  for (const char* name : {"any",
                           "array",
                           "base64",
                           "base64ToJson",
                           "base64ToString",
                           "bool",
                           "buildUri",
                           "cidrHost",
                           "cidrSubnet",
                           "concat",
                           "contains",
                           "dataUri",
                           "dataUriToString",
                           "dateTimeAdd",
                           "dateTimeFromEpoch",
                           "dateTimeToEpoch",
                           "distinct",
                           "empty",
                           "endsWith",
                           "filter",
                           "first",
                           "flatten",
                           "format",
                           "groupBy",
                           "guid",
                           "indexOf",
                           "int",
                           "intersection",
                           "items",
                           "join",
                           "json",
                           "last",
                           "lastIndexOf",
                           "length",
                           "like",
                           "map",
                           "mapValues",
                           "max",
                           "min",
                           "objectKeys",
                           "padLeft",
                           "parseCidr",
                           "parseUri",
                           "range",
                           "reduce",
                           "replace",
                           "shallowMerge",
                           "skip",
                           "sort",
                           "split",
                           "startsWith",
                           "string",
                           "substring",
                           "take",
                           "toLower",
                           "toObject",
                           "toUpper",
                           "trim",
                           "union",
                           "uniqueString",
                           "uri",
                           "uriComponent",
                           "uriComponentToString",
                           "utcNow",
                           "newGuid",
                           "fail",
                           "nameof"}) {
    EXPECT_TRUE(find_bicep_function(name)) << name;
  }
}

TEST(Utf8, tells_what_is_no_utf8) {
  EXPECT_FALSE(find_invalid_utf8("plain text, \xC3\xA9, \xE2\x82\xAC, \xF0\x9F\x98\x80"));
  EXPECT_EQ(find_invalid_utf8("latin \xE9t\xE9"), 6U);
  EXPECT_EQ(find_invalid_utf8("\xC0\x80"), 0U) << "overlong";
  EXPECT_EQ(find_invalid_utf8("ab\xED\xA0\x80"), 2U) << "surrogate";
  EXPECT_EQ(find_invalid_utf8("12345678\xF4\x90\x80\x80"), 8U) << "past the last code point";
  EXPECT_EQ(find_invalid_utf8("a\xE2\x82"), 1U) << "cut off";
}

}  // namespace
}  // namespace exr
