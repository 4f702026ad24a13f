#include "reporters/sarif_message.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

using Texts = std::vector<std::string>;

TEST(SarifTemplate, IsASentenceWithQuotesForBackticks) {
  const SarifTemplate form = sarif_template("every circuit of `{0}` ends in `{1}`");
  EXPECT_EQ(form.text, "Every circuit of '{0}' ends in '{1}'.");
  EXPECT_EQ(form.holes, (Texts{"{0}", "{1}"}));
  EXPECT_EQ(sarif_template("set `sku.tier` to {0}.").text, "Set 'sku.tier' to '{0}'.");
}

TEST(SarifTemplate, PutsEveryHoleInQuotesOnce) {
  EXPECT_EQ(sarif_template("{0} of '{1}' and `'{2}'`").text, "'{0}' of '{1}' and '{2}'.");
  EXPECT_EQ(sarif_template("it's {0}'s").text, "It's '{0}''s.");
}

TEST(SarifTemplate, TakesCodeWithAHoleInItForOneHole) {
  const SarifTemplate form = sarif_template("`properties.{1}[{0}].id` is null");
  EXPECT_EQ(form.text, "'{0}' is null.");
  EXPECT_EQ(form.holes, (Texts{"properties.{1}[{0}].id"}));
}

TEST(SarifTemplate, DoublesBracesThatAreNoHoles) {
  EXPECT_EQ(sarif_template("`{}` and {x} and {0} and {").text,
            "'{{}}' and {{x}} and '{0}' and {{.");
}

TEST(SarifTemplate, TakesALoneBacktickAsItIs) {
  EXPECT_EQ(sarif_template("a ` b {0}").text, "A ` b '{0}'.");
}

TEST(SarifSentence, ChangesCapitalStopAndBackticks) {
  EXPECT_EQ(sarif_sentence("set by `x`"), "Set by 'x'.");
  EXPECT_EQ(sarif_sentence("as in `'x'` or `"), "As in 'x' or `.");
  EXPECT_EQ(sarif_sentence("Ends."), "Ends.");
  EXPECT_EQ(sarif_sentence(""), ".");
}

RuleFacts rule() { return {.messages = {"`a.{0}` of {1}", "only {0}"}}; }

TEST(SarifMessage, IsTheTemplateFilledWithItsArguments) {
  const RuleFacts facts = rule();
  const SarifMessage message =
      sarif_message({.message = "`a.x` of y", .arguments = {"x", "y"}}, &facts);
  EXPECT_EQ(message.text, "'a.x' of 'y'.");
  EXPECT_EQ(message.id, "default");
  EXPECT_EQ(message.arguments, (Texts{"a.x", "y"}));
  EXPECT_EQ(sarif_message({.message = "only z", .arguments = {"z"}, .check = 1}, &facts).id,
            "check-2");
}

TEST(SarifMessage, NamesNoTemplateThatItDoesNotComeFrom) {
  const RuleFacts facts = rule();
  const SarifMessage other =
      sarif_message({.message = "cannot tell `x`", .arguments = {"x", "y"}}, &facts);
  EXPECT_EQ(other.text, "Cannot tell 'x'.");
  EXPECT_EQ(other.id, "");
  EXPECT_TRUE(other.arguments.empty());
  EXPECT_EQ(sarif_message({.message = "only z", .arguments = {"z"}, .check = 7}, &facts).id, "");
  EXPECT_EQ(sarif_message({.message = "only z", .arguments = {"z"}}, nullptr).id, "");
}

TEST(SarifMessage, KeepsLinksAndHolesOfTheUserFromWorking) {
  const RuleFacts facts = rule();
  const SarifMessage message =
      sarif_message({.message = "only [x](1){0}", .arguments = {"[x](1){0}"}, .check = 1}, &facts);
  EXPECT_EQ(message.text, "Only '[x\\](1){{0}}'.");
  EXPECT_EQ(message.arguments, (Texts{"[x](1){0}"}));
}

TEST(SarifMessage, ShortensArgumentsOfATextThatIsTooLong) {
  const RuleFacts facts = rule();
  const std::string name(2000, 'x');
  const SarifMessage message =
      sarif_message({.message = "only " + name, .arguments = {name}, .check = 1}, &facts);
  EXPECT_EQ(message.arguments.front(), std::string(160, 'x') + "…");
  EXPECT_EQ(message.text, "Only '" + message.arguments.front() + "'.");
}

}  // namespace
}  // namespace exr
