#include "frontends/terraform/plan_file.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

TEST(PlanFile, TellsPlansFromStates) {
  const auto kind = [](std::string_view text) { return terraform_json_kind(text); };
  for (const char* plan :
       {R"({"format_version":"1.2","terraform_version":"1.11.4","planned_values":{}})",
        R"({"format_version":"1.2","terraform_version":"1.11.4","variables":{"a":{)",
        R"({"applyable":true,"complete":true,"configuration":{},"format_version":"1.2"})",
        "\xEF\xBB\xBF{\"format_version\":\"2.0\",\"resource_changes\":[]}",
        R"({"resource_changes":"x","format_version":"1.2"})",
        R"({"format_version":"1.9","terraform_version":"1.99","novel":{},"planned_values":{}})"}) {
    EXPECT_EQ(kind(plan), TerraformJson::Plan) << plan;
  }
  for (const char* state :
       {R"({"format_version":"1.0","terraform_version":"1.11.4","values":{)",
        R"({"format_version":"1.0"})",
        R"({"terraform_version":"1.11.4","format_version":"1.0","values":{}})"}) {
    EXPECT_EQ(kind(state), TerraformJson::State) << state;
  }
  for (
      const char* neither :
      {"", "[]", "{}", "null", R"({"format_version":1,"planned_values":{}})",
       R"({"format_version":"1.0","valid":true})",
       R"({"format_version":"1.0","provider_schemas":{}})",
       R"({"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"})",
       R"({"variables":{},"resources":[]})", R"({"novel":1,"format_version":"1.2","variables":{}})",
       R"({"format_version":"1.0","terraform_version":"1.11.4","novel":1})",
       R"({"format_version":"1.0")"}) {
    EXPECT_EQ(kind(neither), TerraformJson::Neither) << neither;
  }
}

TEST(PlanFile, LooksForNoPlanBehindMuchBlank) {
  const std::string plan = R"({"format_version":"1.2","planned_values":{}})";
  EXPECT_EQ(terraform_json_kind(std::string(1000, ' ') + plan), TerraformJson::Plan);
  EXPECT_EQ(terraform_json_kind(std::string(3'000'000, ' ') + plan), TerraformJson::Neither);
}

TEST(PlanFile, SaysHowToGetWhatCanBeRead) {
  const auto reason = [](std::string_view text) {
    return std::string(unreadable_plan_reason(text)).substr(0, 34);
  };
  EXPECT_EQ(reason("PK\x03\x04..."), "this is a plan as Terraform saves ");
  EXPECT_EQ(reason("tfplan\x02"), "this is a plan as Terraform saves ");
  EXPECT_EQ(reason("\x1B[0m\x1B[1ma.b: Refreshing state...\x1B[0m\n\nTerraform used the selected "
                   "providers to generate"),
            "this is a plan as Terraform prints");
  EXPECT_EQ(reason("\nOpenTofu will perform the following actions:\n"),
            "this is a plan as Terraform prints");
  EXPECT_EQ(reason(R"({"@level":"info","@message":"Terraform 1.11.4"})"
                   "\n{}"),
            "this is the log of `terraform plan");
  EXPECT_EQ(
      reason(R"({ "version": 4, "terraform_version": "1.11.4", "serial": 3, "lineage": "x"})"),
      "this is a state file as Terraform ");
  EXPECT_EQ(reason(R"({"a":"Terraform will perform the following actions"})"), "");
  EXPECT_EQ(reason(R"({"format_version":"1.2","planned_values":{}})"), "");
  EXPECT_EQ(reason(R"({"version":1,"resources":[],"serial":2})"), "");
  EXPECT_EQ(reason("param a string"), "");
  EXPECT_EQ(reason(""), "");
}

std::string text_of(std::string bytes) {
  const auto text = plan_text(std::move(bytes));
  return text.ok() ? text.value() : text.failure().message;
}

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

TEST(PlanFile, DecodesWhatPowerShellWrites) {
  const std::u16string text = u"{\"a\":\"\u00FC\u20AC\U0001F600\"}";
  const std::string expected = "{\"a\":\"\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80\"}";
  for (const bool little : {true, false}) {
    EXPECT_EQ(text_of(utf16(text, little)), expected);
    EXPECT_EQ(text_of(utf16(u"\uFEFF" + text, little)), "\xEF\xBB\xBF" + expected);
    EXPECT_EQ(text_of(utf16(u"\uFEFF[\xD83D]\xDE00", little)),
              "\xEF\xBB\xBF[\xEF\xBF\xBD]\xEF\xBF\xBD");
  }
  EXPECT_EQ(text_of(utf16(u"{}", true) + "x"), "the file ends in the middle of a UTF-16 character");
}

TEST(PlanFile, LeavesUtf8AsItIs) {
  for (const std::string& text : {std::string(), std::string("{"), std::string("\xEF\xBB\xBF{}"),
                                  std::string("{\"a\":\"\xC3\xBC\"}"), std::string("a\0\0b", 4)}) {
    EXPECT_EQ(text_of(text), text);
  }
}

}  // namespace
}  // namespace exr
