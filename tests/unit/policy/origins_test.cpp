// The sources of a value, through arguments and modules.

#include <gtest/gtest.h>

#include "policy/origins.h"
#include "unit/policy/policy_driver.h"
#include "value/print.h"

namespace exr {
namespace {

Span place(std::uint32_t begin) { return {FileId{0}, begin, begin + 4}; }

Trail parameter(const std::string& name, Given given, std::vector<TrailPointer> from) {
  Trail trail;
  trail.kind = Trail::Kind::Parameter;
  trail.given = given;
  trail.name = name;
  trail.type = "string";
  trail.span = place(40);
  trail.from = std::move(from);
  return trail;
}

TrailPointer shared(Trail trail) { return TrailPointer::make(std::move(trail)); }

TrailPointer literal() {
  Trail trail;
  trail.span = place(10);
  return shared(trail);
}

class Origins : public testing::Test {
 protected:
  PolicyDriver driver;

  // `kind name given secure value`, then `...` where something cannot be read.
  std::vector<std::string> origins(const Value& value) {
    Identities identities(driver.graph);
    const Value result = origins_of(value, driver.graph, identities, driver.here);
    std::vector<std::string> lines;
    for (const Value& member : result.as_array().members) {
      std::string line;
      for (const char* name : {"kind", "name", "given", "secure", "value", "path"}) {
        const Value* property = member.as_object().find(name);
        if (property != nullptr && !property->is_null()) line += to_json(*property) + " ";
      }
      lines.push_back(line);
    }
    if (result.as_array().open) lines.emplace_back("...");
    return lines;
  }
};

TEST_F(Origins, OfALiteralIsItself) {
  EXPECT_EQ(origins(Value::string("x", place(1))), Lines({R"("literal" false "x" )"}));
  EXPECT_EQ(origins(Value::string("x").with_trail(literal())), Lines({R"("literal" false "x" )"}));
}

TEST_F(Origins, OfAnUnknownPartOfSomethingWrittenAreNotKnown) {
  const Value part = Value::unknown(make_unknown(UnknownReason::RuntimeFunction, "u"));
  EXPECT_EQ(origins(part.with_trail(literal())), Lines({"..."}));
}

TEST_F(Origins, ArgumentsLeadToTheirOwnSource) {
  const auto root = shared(parameter("key", Given::File, {literal()}));
  const auto module = shared(parameter("moduleKey", Given::Argument, {root}));
  EXPECT_EQ(origins(Value::string("x").with_trail(module)),
            Lines({R"("parameter" "key" "file" false "x" )"}));
  const auto direct = shared(parameter("moduleKey", Given::Argument, {literal()}));
  EXPECT_EQ(origins(Value::string("x").with_trail(direct)), Lines({R"("literal" false "x" )"}));
}

TEST_F(Origins, AParameterStandsWhereItIsDeclaredAndItsValueWhereItIsGiven) {
  driver.graph.add_parameter({.name = "key", .declared_at = place(90)});
  const auto root = shared(parameter("key", Given::File, {literal()}));
  Identities identities(driver.graph);
  const Value result =
      origins_of(Value::string("x").with_trail(root), driver.graph, identities, driver.here);
  const Value& member = result.as_array().members.at(0);
  EXPECT_EQ(member.origin(), place(90));
  EXPECT_EQ(member.as_object().find("value")->origin(), place(40));
}

TEST_F(Origins, OfSomethingComputedAreThoseOfItsParts) {
  Trail function;
  function.kind = Trail::Kind::Function;
  function.name = "listKeys";
  function.path = "";
  function.secure = true;
  Trail derived;
  derived.kind = Trail::Kind::Derived;
  derived.from = {shared(parameter("prefix", Given::Nothing, {})), shared(function)};
  const Value value =
      Value::unknown(make_unknown(UnknownReason::RuntimeFunction, "u")).with_trail(shared(derived));
  EXPECT_EQ(origins(value), Lines({R"("parameter" "prefix" "nothing" false )",
                                   R"("function" "listKeys" true "" )"}));
}

TEST_F(Origins, OfAContainerAreThoseOfItsMembersAndWhatCannotBeReadIsOpen) {
  Object object;
  object.set("a", Value::string("x", place(1)));
  object.set("b", Value::unknown(make_unknown(UnknownReason::UnreadableModule, "module")));
  EXPECT_EQ(origins(Value::object(std::move(object), place(0))),
            Lines({R"("literal" false "x" )", "..."}));
}

}  // namespace
}  // namespace exr
