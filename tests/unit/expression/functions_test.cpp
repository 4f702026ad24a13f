// What templates compute: the expected texts are those of Azure's documentation and engine.

#include <gtest/gtest.h>

#include "unit/expression/function_driver.h"

namespace exr {
namespace {

class Functions : public testing::Test {
 protected:
  FunctionDriver driver;
  std::string json(std::string_view name, const std::vector<Value>& arguments) {
    return driver.json(name, arguments);
  }
};

TEST_F(Functions, AreFoundWithoutCase) {
  EXPECT_NE(find_function("TOLOWER"), kNoFunction);
  EXPECT_EQ(find_function("toLowers"), kNoFunction);
  const auto all = all_functions();
  for (std::size_t i = 1; i < all.size(); ++i) {
    EXPECT_TRUE(less_ignoring_case(all[i - 1].name, all[i].name)) << all[i].name;
    EXPECT_EQ(find_function(all[i].name), i);
  }
}

TEST_F(Functions, CountTheirArguments) {
  driver.call("toLower", {});
  driver.call("uri", {text("a"), text("b"), text("c")});
  ASSERT_EQ(driver.problems().size(), 2U);
  EXPECT_EQ(driver.problems()[0].kind, ProblemKind::WrongArgumentCount);
  EXPECT_EQ(driver.problems()[1].message, "`uri` takes 2 arguments, here it gets 3");
}

TEST_F(Functions, HashAsAzureDoes) {
  EXPECT_EQ(json("uniqueString", {text("snap"), text("crackle"), text("pop")}),
            R"("byghxckddilkc")");
  EXPECT_EQ(json("uniqueString",
                 {text("/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/myRg")}),
            R"("js26ofeqkqeve")");
  EXPECT_EQ(json("guid", {text("asdf")}), R"("228d27cc-6fdb-5934-b7ac-1efccebade04")");
  EXPECT_EQ(json("guid", {text("hello"), text("world")}),
            R"("a5b868f8-11fe-567a-ace0-e77cc87f104e")");
}

TEST_F(Functions, FormatLikeDotNet) {
  EXPECT_EQ(json("format", {text("{0}, {1}. {2:N0} {{}}"), text("a"), Value::boolean(true),
                            integer(8175133)}),
            R"("a, True. 8,175,133 {}")");
  EXPECT_EQ(json("format", {text("{0:D3}|{0,4}|{0,-4}|{0:X2}|{0:000}"), integer(7)}),
            R"("007|   7|7   |07|007")");
  EXPECT_EQ(json("format",
                 {text("{0}"), record({{"a", text("b")}, {"c", list({integer(1), text("d")})}})}),
            R"("{'a':'b','c':[1,'d']}")");
  EXPECT_EQ(json("string", {record({{"a", text("b")}})}), R"("{\"a\":\"b\"}")");
  EXPECT_TRUE(driver.problems().empty());
  driver.call("format", {text("{1}"), text("a")});
  driver.call("format", {text("{"), text("a")});
  EXPECT_EQ(driver.problems().size(), 2U);
}

TEST_F(Functions, LeaveOpenWhatDotNetFormatsByItsCulture) {
  EXPECT_EQ(json("format", {text("{0:#,##0.0#}|{0:#}|{1:#.##}"), integer(1234), integer(0)}),
            R"("1,234.0|1234|")");
  EXPECT_TRUE(driver.call("format", {text("{0:C}"), integer(5)}).is_unknown());
  EXPECT_TRUE(driver.call("format", {text("{0:0 Mbps}"), integer(5)}).is_unknown());
  EXPECT_TRUE(driver.call("format", {text("{0:0,,}"), integer(5000000)}).is_unknown());
  EXPECT_TRUE(driver.problems().empty());
  EXPECT_TRUE(driver.call("format", {text("{0:Q}"), integer(5)}).is_unknown());
  EXPECT_EQ(driver.problems().size(), 1U);
}

TEST_F(Functions, ChangeTheCaseOfLettersOutsideAscii) {
  EXPECT_EQ(json("toUpper", {text("zürich")}), R"("ZÜRICH")");
  EXPECT_EQ(json("toLower", {text("ŁÓDŹ ΑΘΗΝΑ Киев 東京")}), R"("łódź αθηνα киев 東京")");
  // each letter becomes one
  EXPECT_EQ(json("toUpper", {text("straße µ")}), R"("STRAßE Μ")");
  // Armenian has cases, which are not known here
  EXPECT_TRUE(driver.call("toUpper", {text("երեւան")}).is_unknown());
}

TEST_F(Functions, RangeIsAsLongAsAzureAllows) {
  EXPECT_EQ(driver.call("range", {integer(0), integer(10000)}).as_array().size(), 10000U);
  EXPECT_TRUE(driver.problems().empty());
  driver.call("range", {integer(0), integer(10001)});
  ASSERT_EQ(driver.problems().size(), 1U);
  EXPECT_EQ(driver.problems()[0].message, "a range has at most 10000 numbers, not 10001");
}

TEST_F(Functions, CountTextInUtf16Units) {
  EXPECT_EQ(json("length", {text("a\xF0\x9F\x98\x80z")}), "4");
  EXPECT_EQ(json("last", {text("a\xC3\xBC")}), "\"\xC3\xBC\"");
  EXPECT_EQ(json("indexOf", {text("\xC3\xBC-A"), text("a")}), "2");
  EXPECT_EQ(json("take", {text("foot"), integer(3)}), R"("foo")");
  EXPECT_EQ(json("skip", {text("foot"), integer(9)}), R"("")");
  EXPECT_EQ(json("take", {text("foot"), integer(-1)}), R"("")");
}

TEST_F(Functions, CutAndJoinText) {
  EXPECT_EQ(json("split", {text("a,b;c"), list({text(","), text(";")})}), R"(["a","b","c"])");
  EXPECT_EQ(json("split", {text("a<>b<c>>d"), list({text(">"), text("<>"), text("<"), text("")})}),
            R"(["a","b","c","","d"])");
  EXPECT_EQ(json("join", {list({text("a"), integer(1), Value::boolean(true)}), text("/")}),
            R"("a/1/True")");
  EXPECT_EQ(json("substring", {text("one two three"), integer(4), integer(3)}), R"("two")");
  EXPECT_EQ(json("padLeft", {integer(12), integer(5), text("0")}), R"("00012")");
  EXPECT_EQ(json("startsWith", {text("abc"), text("AB")}), "true");
  EXPECT_EQ(json("contains", {text("abc"), text("AB")}), "false");
  EXPECT_EQ(json("trim", {text("  a b ")}), R"("a b")");
  EXPECT_EQ(json("like", {text("Standard_D2"), text("standard*2")}), "true");
  EXPECT_TRUE(driver.problems().empty());
  driver.call("substring", {text("abc"), integer(2), integer(2)});
  EXPECT_EQ(driver.problems().size(), 1U);
}

TEST_F(Functions, MergeAndCompareCollections) {
  const Value nested = record({{"a", record({{"b", integer(1)}})}});
  const Value other = record({{"A", record({{"c", integer(2)}})}});
  EXPECT_EQ(json("union", {nested, other}), R"({"a":{"b":1,"c":2}})");
  EXPECT_EQ(json("shallowMerge", {list({nested, other})}), R"({"a":{"c":2}})");
  EXPECT_EQ(json("union", {list({integer(1), integer(2)}), list({integer(2), integer(3)})}),
            "[1,2,3]");
  EXPECT_EQ(json("intersection", {list({integer(3), integer(2)}), list({integer(2), integer(3)})}),
            "[3,2]");
  EXPECT_EQ(json("intersection", {record({{"a", integer(1)}, {"b", integer(2)}}),
                                  record({{"a", integer(1)}, {"b", integer(3)}})}),
            R"({"a":1})");
  EXPECT_EQ(json("items", {record({{"b", integer(1)}, {"A", integer(2)}})}),
            R"([{"key":"A","value":2},{"key":"b","value":1}])");
  EXPECT_EQ(json("flatten", {list({list({integer(1)}), list({list({integer(2)})})})}), "[1,[2]]");
  EXPECT_EQ(json("range", {integer(5), integer(3)}), "[5,6,7]");
  EXPECT_EQ(json("contains", {list({text("a")}), text("A")}), "false");
  EXPECT_EQ(json("contains", {record({{"a", integer(1)}}), text("A")}), "true");
  EXPECT_EQ(json("first", {list({})}), "null");
  EXPECT_EQ(json("max", {list({integer(4), integer(10)})}), "10");
  EXPECT_EQ(json("min", {integer(4), integer(10)}), "4");
}

TEST_F(Functions, ComputeNetworks) {
  EXPECT_EQ(json("cidrSubnet", {text("10.144.0.0/20"), integer(24), integer(4)}),
            R"("10.144.4.0/24")");
  EXPECT_EQ(json("cidrHost", {text("192.168.1.0/24"), integer(0)}), R"("192.168.1.1")");
  EXPECT_EQ(json("parseCidr", {text("10.144.1.1/32")}),
            R"({"network":"10.144.1.1","netmask":"255.255.255.255","broadcast":"10.144.1.1",)"
            R"("firstUsable":"10.144.1.1","lastUsable":"10.144.1.1","cidr":32})");
  EXPECT_TRUE(driver.call("cidrSubnet", {text("10.0.0.0"), integer(24), integer(0)}).is_unknown());
  EXPECT_TRUE(driver.problems().empty());
  EXPECT_TRUE(
      driver.call("cidrSubnet", {text("10.0.0.0/24"), integer(25), integer(2)}).is_unknown());
  EXPECT_EQ(driver.problems().size(), 1U);
}

TEST_F(Functions, ComputeDates) {
  EXPECT_EQ(json("dateTimeAdd", {text("2023-01-31 00:00:00Z"), text("P1M")}),
            R"("2023-03-02T00:00:00Z")");
  EXPECT_EQ(json("dateTimeAdd", {text("2024-01-31T00:30:00+01:00"), text("-PT1H")}),
            R"("2024-01-30T22:30:00Z")");
  EXPECT_EQ(json("dateTimeAdd", {text("2024-02-29"), text("P1Y"), text("yyyy-MM-dd ddd")}),
            R"("2025-02-28 Fri")");
  const std::vector<std::pair<std::string, std::string>> formats = {
      {"U", "Tuesday, 02 May 2023 15:16:13"},
      {"o", "2023-05-02T15:16:13.5000000Z"},
      {"HH:mm:ss.FFF", "15:16:13.5"},
      {"HHH:mm gg", "15:16 A.D."},
      {"%d", "2"},
      {"h:mm tt zzz", "3:16 PM +00:00"},
  };
  for (const auto& [format, expected] : formats) {
    EXPECT_EQ(json("dateTimeAdd", {text("2023-05-02T15:16:13.5Z"), text("PT0S"), text(format)}),
              "\"" + expected + "\"")
        << format;
  }
  EXPECT_EQ(json("dateTimeAdd", {text("2023-05-02"), text("PT0S"), text("HH:mm:ss.F")}),
            R"("00:00:00")");
  EXPECT_EQ(json("dateTimeFromEpoch", {integer(1683040573)}), R"("2023-05-02T15:16:13Z")");
  EXPECT_EQ(json("dateTimeToEpoch", {text("2023-05-02T15:16:13Z")}), "1683040573");
  EXPECT_TRUE(driver.call("utcNow", {}).is_unknown());
  EXPECT_TRUE(driver.call("dateTimeToEpoch", {text("05/02/2023")}).is_unknown());
  EXPECT_TRUE(driver.problems().empty());
}

TEST_F(Functions, EncodeAndDecode) {
  EXPECT_EQ(json("base64", {text("one, two, three")}), R"("b25lLCB0d28sIHRocmVl")");
  EXPECT_EQ(json("base64ToString", {text("IEZpenog")}), R"(" Fizz ")");
  EXPECT_EQ(json("dataUriToString", {text("data:;base64,SGVsbG8sIFdvcmxkIQ==")}),
            R"("Hello, World!")");
  EXPECT_EQ(json("json", {text("{'a': [1, null]}")}), R"({"a":[1,null]})");
  EXPECT_EQ(
      json("uri", {text("http://contoso.org/firstpath/azuredeploy.json"), text("myscript.sh")}),
      R"("http://contoso.org/firstpath/myscript.sh")");
  EXPECT_EQ(json("uri", {text("https://github.com/another/repo"), text("/Azure/bicep")}),
            R"("https://github.com/Azure/bicep")");
  EXPECT_EQ(json("uriComponent", {text("http://a/b c")}), R"("http%3A%2F%2Fa%2Fb%20c")");
  EXPECT_EQ(json("uriComponentToString", {text("%20%25%2")}), R"(" %%2")");
  EXPECT_EQ(json("parseUri", {text("https://example.com:1234/foo?a=1")}),
            R"({"scheme":"https","host":"example.com","port":1234,"path":"/foo","query":"?a=1"})");
}

TEST_F(Functions, StopAtLimits) {
  driver.limits().string_size = 1000;
  driver.call("padLeft", {text("a"), integer(2000)});
  driver.call("replace", {text(std::string(100, 'a')), text("a"), text(std::string(100, 'b'))});
  driver.limits().loop_iterations = 500;
  driver.call("range", {integer(0), integer(1000)});
  ASSERT_EQ(driver.problems().size(), 3U);
  for (const Problem& problem : driver.problems())
    EXPECT_EQ(problem.kind, ProblemKind::LimitExceeded);
}

TEST_F(Functions, KeepPartlyKnownText) {
  const Value name = partly("er-", "param:x");
  EXPECT_EQ(json("format", {text("{0}-{1}"), name, text("b")}),
            R"({"$unknown":"er-${param:x}-b"})");
  EXPECT_EQ(json("concat", {name, text("-b")}), R"({"$unknown":"er-${param:x}-b"})");
  EXPECT_EQ(json("join", {list({name, text("b")}), text("-")}),
            R"({"$unknown":"er-${param:x}-b"})");
  EXPECT_EQ(json("toUpper", {name}), R"({"$unknown":"ER-${toUpper(param:x)}"})");
  EXPECT_EQ(json("replace", {name, text("-"), text("")}),
            R"({"$unknown":"er${replace(param:x,'-','')}"})");
  EXPECT_EQ(json("take", {name, integer(3)}), R"("er-")");
  EXPECT_EQ(json("take", {name, integer(9)}), R"({"$unknown":"er-${take(param:x,6)}"})");
  EXPECT_EQ(json("substring", {name, integer(0), integer(2)}), R"("er")");
  EXPECT_EQ(json("startsWith", {name, text("ER")}), "true");
  EXPECT_EQ(json("startsWith", {name, text("vn")}), "false");
  EXPECT_TRUE(driver.call("startsWith", {name, text("er-x")}).is_unknown());
  EXPECT_EQ(json("contains", {name, text("r-")}), "true");
  EXPECT_EQ(json("empty", {name}), "false");
  EXPECT_EQ(driver.call("length", {name}).as_unknown().bounds.low, 3);
}

TEST_F(Functions, SplitAnIdButNoOtherPartlyKnownText) {
  EXPECT_EQ(json("split", {partly("/subscriptions/s/x/", "param:x"), text("/")}),
            R"(["","subscriptions","s","x",{"$unknown":"${param:x}"}])");
  EXPECT_TRUE(driver.call("split", {partly("a-", "param:x"), text("-")}).is_unknown());
  EXPECT_TRUE(driver.call("uniqueString", {text("/subscriptions/{subscriptionId}")}).is_unknown());
  EXPECT_EQ(json("split", {text("/subscriptions/{subscriptionId}"), text("/")}),
            R"(["","subscriptions","{subscriptionId}"])");
}

TEST_F(Functions, AnObjectAfterAnUnknownOneIsCertain) {
  const Value merged = driver.call(
      "union", {record({{"a", integer(1)}}), unknown("param:tags"), record({{"b", integer(2)}})});
  ASSERT_TRUE(merged.is_object());
  EXPECT_TRUE(merged.as_object().is_open());
  EXPECT_TRUE(merged.as_object().find("a")->is_unknown());
  EXPECT_EQ(to_json(*merged.as_object().find("b")), "2");
}

TEST_F(Functions, ResultsKeepTheirHistory) {
  Trail step;
  step.kind = Trail::Kind::Parameter;
  step.secure = true;
  const Value secret = text("abc").with_trail(TrailPointer::make(step));
  EXPECT_TRUE(is_secure(driver.call("toUpper", {secret}).trail()));
  EXPECT_TRUE(is_secure(driver.call("concat", {text("x"), secret}).trail()));
  driver.call("int", {secret});
  ASSERT_EQ(driver.problems().size(), 1U);
  EXPECT_EQ(driver.problems()[0].message, "`int` cannot read `***`");
}

}  // namespace
}  // namespace exr
