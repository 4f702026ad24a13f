#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "formats/json_reader.h"
#include "golden/fixture_tree.h"
#include "golden/process.h"
#include "value/containers.h"

// The built program from outside: exit codes, streams, files.

namespace exr {
namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string bad_text() { return fixture_text("fixtures/rules/EXR402/bad-small.bicep"); }
std::string good_text() { return fixture_text("fixtures/rules/EXR402/good.bicep"); }

const std::vector<std::string> kOnlySubnets = {"--select", "EXR402"};

ProcessResult check(const TemporaryFolder& folder, std::vector<std::string> arguments,
                    const std::string& input = {}) {
  arguments.insert(arguments.begin(), "check");
  arguments.insert(arguments.end(), kOnlySubnets.begin(), kOnlySubnets.end());
  return run_exrlint(arguments, folder.path(), input);
}

TEST(Program, leaves_with_0_where_nothing_is_found) {
  const TemporaryFolder folder;
  folder.write("main.bicep", good_text());
  const ProcessResult result = check(folder, {"main.bicep"});
  EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
  EXPECT_EQ(result.err, "");
}

TEST(Program, leaves_with_1_after_findings_and_with_0_below_fail_on) {
  const TemporaryFolder folder;
  folder.write("main.bicep", bad_text());
  const ProcessResult result = check(folder, {});
  EXPECT_EQ(result.exit_code, 1) << result.out << result.err;
  EXPECT_TRUE(has(result.out, "main.bicep:")) << result.out;
  EXPECT_TRUE(has(result.out, "EXR402")) << result.out;
  EXPECT_EQ(check(folder, {"--fail-on", "never"}).exit_code, 0);
  EXPECT_EQ(check(folder, {"--severity-of", "EXR402=note"}).exit_code, 0);
  EXPECT_EQ(check(folder, {"--severity-of", "EXR402=note", "--fail-on", "note"}).exit_code, 1);
}

TEST(Program, keeps_the_findings_of_one_file_when_another_is_broken) {
  const TemporaryFolder folder;
  folder.write("bad.bicep", bad_text());
  folder.write("broken.bicep", "resource = = {\n");
  const ProcessResult result = check(folder, {"broken.bicep", "bad.bicep"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_TRUE(has(result.out, "broken.bicep:1:")) << result.out;
  EXPECT_TRUE(has(result.out, "EXR402")) << result.out;
}

TEST(Program, leaves_with_2_where_a_file_cannot_be_read) {
  const TemporaryFolder folder;
  folder.write("main.bicep", good_text());
  const ProcessResult missing = check(folder, {"main.bicep", "absent.bicep"});
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_TRUE(has(missing.out, "absent.bicep error UnreadableFile")) << missing.out;
  // a pipe would be waited for without end
  ASSERT_EQ(mkfifo((folder.path() + "/pipe.bicep").c_str(), 0600), 0);
  EXPECT_EQ(check(folder, {"pipe.bicep"}).exit_code, 2);
  chmod((folder.path() + "/main.bicep").c_str(), 0);
  // root may read everything
  EXPECT_EQ(check(folder, {"main.bicep"}).exit_code, geteuid() == 0 ? 0 : 2);
}

TEST(Program, says_loudly_that_nothing_was_checked) {
  const TemporaryFolder folder;
  folder.write("notes.txt", "nothing to lint\n");
  const ProcessResult empty = check(folder, {"."});
  EXPECT_EQ(empty.exit_code, 2) << empty.out;
  folder.write("types.bicep", "type t = string\n");
  const ProcessResult types = check(folder, {"types.bicep"});
  EXPECT_EQ(types.exit_code, 0) << types.out;
  EXPECT_TRUE(has(types.out, "warning NoResources")) << types.out;
}

// Which JSON file is a template is told by what is in it; a compiled one gives way to its source.
TEST(Program, lints_the_json_files_that_are_templates) {
  std::string compiled = fixture_text("fixtures/rules/EXR402/bad-arm.json");
  compiled.insert(compiled.find("\"parameters\""),
                  R"("metadata": {"_generator": {"name": "bicep"}}, )");
  const TemporaryFolder folder;
  folder.write("package.json", "{ \"name\": \"of somebody else\", }}");
  folder.write("main.json", compiled);
  const ProcessResult alone = check(folder, {"."});
  EXPECT_EQ(alone.exit_code, 1) << alone.out;
  EXPECT_TRUE(has(alone.out, "main.json:21:71 error EXR402")) << alone.out;
  const ProcessResult named = check(folder, {"package.json"});
  EXPECT_EQ(named.exit_code, 2);
  EXPECT_TRUE(has(named.out, "is neither an ARM template")) << named.out;
  folder.write("main.bicep", good_text());
  EXPECT_EQ(check(folder, {"."}).exit_code, 0);
  folder.write(".exrlint.yaml", "exclude: ['*.bicep']\n");
  EXPECT_EQ(check(folder, {"."}).exit_code, 1);
}

TEST(Program, finds_the_sources_of_a_plan_beside_it_where_it_is_told_and_where_it_works) {
  const std::string fixture = "fixtures/rules/EXR402/bad-small-terraform/";
  const std::string source = fixture_text(fixture + "main.tf");
  const std::string plan = fixture_text(fixture + "plan.json");
  const TemporaryFolder sources;
  sources.write("main.tf", source);
  const TemporaryFolder elsewhere;
  elsewhere.write("plan.json", plan);
  const std::string named = elsewhere.path() + "/plan.json";
  EXPECT_TRUE(has(check(sources, {named}).out, "main.tf:11:"));
  const ProcessResult told = check(elsewhere, {"plan.json", "--source-root", sources.path()});
  EXPECT_TRUE(has(told.out, "main.tf:11:")) << told.out;
  const ProcessResult alone = check(elsewhere, {"plan.json"});
  EXPECT_EQ(alone.exit_code, 1);
  EXPECT_TRUE(has(alone.out, "plan.json:1:")) << alone.out;
  elsewhere.write("main.tf", source);
  EXPECT_TRUE(has(check(elsewhere, {"plan.json"}).out, "main.tf:11:"));
}

TEST(Program, reads_standard_input_under_a_name) {
  const TemporaryFolder folder;
  const ProcessResult result =
      check(folder, {"-", "--stdin-filename", "hub/main.bicep"}, bad_text());
  EXPECT_EQ(result.exit_code, 1) << result.out << result.err;
  EXPECT_TRUE(has(result.out, "hub/main.bicep:")) << result.out;
}

TEST(Program, writes_reports_to_files_beside_the_terminal) {
  const TemporaryFolder folder;
  folder.write("main.bicep", bad_text());
  const ProcessResult result =
      check(folder, {"main.bicep", "--output", "sarif:out.sarif", "--output", "json:out.json"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_TRUE(has(result.out, "EXR402"));
  EXPECT_TRUE(has(folder.read("out.json"), "\"rule\": \"EXR402\"")) << folder.read("out.json");
  EXPECT_TRUE(has(folder.read("out.sarif"), "\"2.1.0\""));
  const ProcessResult redirected =
      check(folder, {"main.bicep", "--format", "json", "--output", "only.json"});
  EXPECT_EQ(redirected.out, "");
  EXPECT_FALSE(folder.read("only.json").empty());
}

TEST(Program, leaves_with_2_and_the_old_file_where_a_report_cannot_be_written) {
  const TemporaryFolder folder;
  folder.write("main.bicep", good_text());
  const ProcessResult result = check(folder, {"main.bicep", "--output", "absent/out.json"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_TRUE(has(result.err, "absent/out.json")) << result.err;
  EXPECT_EQ(check(folder, {"main.bicep", "--output", "json:/dev/full"}).exit_code, 2);
}

TEST(Program, follows_no_link_out_of_the_project) {
  const TemporaryFolder folder;
  folder.write("project/.git/HEAD", "");
  folder.write("project/main.bicep", good_text());
  folder.write("outside/other.bicep", bad_text());
  ASSERT_EQ(symlink("../outside", (folder.path() + "/project/folder").c_str()), 0);
  EXPECT_EQ(check(folder, {"project"}).exit_code, 0);
  ASSERT_EQ(symlink("../outside/other.bicep", (folder.path() + "/project/z.bicep").c_str()), 0);
  const ProcessResult result = check(folder, {"project"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_TRUE(has(result.out, "project/z.bicep error UnreadableFile lies outside")) << result.out;
  // what is named may lie anywhere
  EXPECT_EQ(check(folder, {"project/z.bicep"}).exit_code, 1);
}

TEST(Program, holds_its_limits) {
  const TemporaryFolder folder;
  folder.write("large.bicep", "// " + std::string(std::size_t{9} << 20U, 'x') + "\n");
  const ProcessResult large = check(folder, {"large.bicep"});
  EXPECT_EQ(large.exit_code, 2);
  EXPECT_TRUE(has(large.out, "LimitExceeded")) << large.out;
  folder.write("deep.bicep",
               "var deep = " + std::string(10'000, '[') + std::string(10'000, ']') + "\n");
  const ProcessResult deep = check(folder, {"deep.bicep"});
  EXPECT_EQ(deep.exit_code, 2);
  EXPECT_TRUE(has(deep.out, "LimitExceeded")) << deep.out.substr(0, 2000);
}

TEST(Program, tells_mistakes_in_the_configuration_with_their_place) {
  const TemporaryFolder folder;
  folder.write("main.bicep", good_text());
  folder.write(".exrlint.yaml", "rules:\n  EXR402: of\n");
  const ProcessResult result = check(folder, {"main.bicep"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_TRUE(has(result.out, ".exrlint.yaml:2:11 error ConfigurationError")) << result.out;
}

TEST(Program, tells_mistakes_on_the_command_line_in_one_line) {
  const TemporaryFolder folder;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                    {"chek"},
                                                    {"check", "--formt", "json"},
                                                    {"check", "--format", "junit"},
                                                    {"check", "--output", "junit:out.xml"},
                                                    {"check", "--param", "novalue"},
                                                    {"check", "--fail-on", "sometimes"},
                                                    {"explain"},
                                                    {"explain", "EXR9999"},
                                                    {"graph"}}) {
    const ProcessResult result = run_exrlint(arguments, folder.path());
    EXPECT_EQ(result.exit_code, 2) << result.out << result.err;
    EXPECT_TRUE(result.err.starts_with("exrlint: ")) << result.err;
    EXPECT_EQ(result.err.find('\n'), result.err.size() - 1) << result.err;
  }
}

TEST(Program, takes_values_for_parameters) {
  const TemporaryFolder folder;
  folder.write(
      "main.bicep",
      "param prefix string\n"
      "resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {\n"
      "  name: 'vnet-hub'\n  location: 'northeurope'\n  properties: {\n"
      "    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }\n"
      "    subnets: [\n      { name: 'GatewaySubnet', properties: { addressPrefix: prefix } }"
      "\n    ]\n  }\n}\n");
  EXPECT_EQ(check(folder, {"--param", "prefix=10.0.0.0/30"}).exit_code, 1);
  EXPECT_EQ(check(folder, {"--param", "prefix=10.0.0.0/26"}).exit_code, 0);
  EXPECT_EQ(check(folder, {"--param", "prefx=10.0.0.0/26"}).exit_code, 2);
  folder.write("small.json", R"({"parameters": {"prefix": {"value": "10.0.0.0/30"}}})");
  EXPECT_EQ(check(folder, {"main.bicep", "--params", "small.json"}).exit_code, 1);
  folder.write("small.bicepparam", "using 'main.bicep'\nparam prefix = '10.0.0.0/30'\n");
  EXPECT_EQ(check(folder, {"main.bicep", "--params", "small.bicepparam"}).exit_code, 1);
}

TEST(Program, checks_values_of_the_command_line_against_their_declaration) {
  const TemporaryFolder folder;
  folder.write("main.bicep",
               "@maxLength(4)\nparam site string\n"
               "resource table 'Microsoft.Network/routeTables@2024-05-01' = {\n"
               "  name: 'rt-${site}'\n  location: 'northeurope'\n}\n");
  EXPECT_EQ(check(folder, {"--param", "site=dub"}).exit_code, 0);
  const ProcessResult wrong = check(folder, {"--param", "site=dublin"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_TRUE(has(wrong.out,
                  "main.bicep error ConstraintViolation parameter `site` has 6 characters, but at "
                  "most 4 are allowed\n"))
      << wrong.out;
  EXPECT_TRUE(has(wrong.out, "= declared at main.bicep:1:12\n")) << wrong.out;
}

TEST(Program, explains_and_lists_rules) {
  const TemporaryFolder folder;
  const ProcessResult page = run_exrlint({"explain", "exr402"}, folder.path());
  EXPECT_EQ(page.exit_code, 0);
  EXPECT_TRUE(page.out.starts_with("EXR402 gateway-subnet-size\n")) << page.out;
  const ProcessResult list = run_exrlint({"rules", "list"}, folder.path());
  EXPECT_EQ(list.exit_code, 0);
  EXPECT_TRUE(has(list.out, "\nEXR402 ")) << list.out;
  EXPECT_EQ(run_exrlint({"rules"}, folder.path()).out, list.out);
  EXPECT_TRUE(has(run_exrlint({"--version"}, folder.path()).out, "exrlint "));
}

TEST(Program, tests_the_rules_of_users) {
  const TemporaryFolder folder;
  const std::string network = "resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {";
  folder.write("policies/ORG1-network-name.yaml",
               "id: ORG1\nname: network-name\nsince: 0.1.0\nseverity: note\nkind: org-policy\n"
               "pillar: operations\nfor: [Microsoft.Network/virtualNetworks]\n"
               "require: startsWith(self.name, 'vnet-')\nat: self.name\n"
               "message: network `${self.name}` is not named by the convention\n"
               "fix: begin the name with `vnet-`\nwhy: Names that begin alike are found together.\n"
               "confidence: high\n");
  folder.write("tests/ORG1/bad.bicep", network + "\n  name: 'hub' // expect: ORG1\n}\n");
  folder.write("tests/ORG1/good.bicep", network + "\n  name: 'vnet-hub'\n}\n");
  const std::vector<std::string> command = {"rules", "test", "tests", "--rules", "policies"};
  const ProcessResult incomplete = run_exrlint(command, folder.path());
  EXPECT_EQ(incomplete.exit_code, 1);
  EXPECT_TRUE(has(incomplete.out, "tests/ORG1: there is no `unknown*`")) << incomplete.out;
  folder.write("tests/ORG1/unknown.bicep",
               "param name string\n" + network + "\n  name: name // expect-open: ORG1\n}\n");
  const ProcessResult complete = run_exrlint(command, folder.path());
  EXPECT_EQ(complete.exit_code, 0) << complete.out << complete.err;
  // rules that the configuration names as well are read once
  folder.write(".exrlint.yaml", "rulePaths: [./policies/]\n");
  EXPECT_EQ(run_exrlint(command, folder.path()).out, complete.out);
  folder.write("tests/ORG1/bad.bicep", network + " // expect: ORG1\n  name: 'hub'\n}\n");
  EXPECT_EQ(run_exrlint(command, folder.path()).exit_code, 1);
}

// A configuration in the project is the project's: it opens no door to the rest of the disk.
TEST(Program, reads_nothing_outside_of_the_project_that_a_found_configuration_names) {
  const TemporaryFolder folder;
  folder.write("secrets/key.txt", "top-secret");
  folder.write("secrets/rules.yaml", "rules: top-secret\n");
  folder.write("project/.git/HEAD", "");
  folder.write("project/main.bicep", "output key string = loadTextContent('../secrets/key.txt')\n");
  for (const std::string line :
       {"modules: { 'br/x': / }", "rulePaths: [/]", "extends: ../secrets/rules.yaml"}) {
    folder.write("project/.exrlint.yaml", line + "\n");
    const std::string project = folder.path() + "/project";
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"graph", "main.bicep"}, {"check"}, {"rules", "list"}}) {
      const ProcessResult result = run_exrlint(command, project);
      EXPECT_FALSE(has(result.out + result.err, "top-secret")) << line << result.out << result.err;
    }
  }
  folder.write("project/.exrlint.yaml", "rulePaths: [/]\n");
  EXPECT_EQ(run_exrlint({"check"}, folder.path() + "/project").exit_code, 2);
}

// What SARIF's schema requires, of a real run.
TEST(Program, writes_sarif_that_the_schema_takes) {
  const ProcessResult result =
      run_exrlint({"check", "fixtures/projects/hub", "--format", "sarif"}, EXRLINT_SOURCE_DIR);
  EXPECT_EQ(result.exit_code, 1) << result.err;
  const Result<Value> document = read_json_text(result.out, Limits());
  ASSERT_TRUE(document.ok());
  const Object& log = document.value().as_object();
  EXPECT_EQ(log.find("version")->as_string(), "2.1.0");
  const Object& run = log.find("runs")->as_array().members.at(0).as_object();
  const Object& driver = run.find("tool")->as_object().find("driver")->as_object();
  EXPECT_EQ(driver.find("name")->as_string(), "exrlint");
  const Array& results = run.find("results")->as_array();
  ASSERT_GT(results.size(), 0U);
  for (const Value& result_value : results.members) {
    const Object& entry = result_value.as_object();
    EXPECT_FALSE(entry.find("ruleId")->as_string().empty());
    EXPECT_FALSE(entry.find("message")->as_object().find("text")->as_string().empty());
    const Object& location = entry.find("locations")->as_array().members.at(0).as_object();
    const Object& place = location.find("physicalLocation")->as_object();
    const std::string uri = place.find("artifactLocation")->as_object().find("uri")->as_string();
    EXPECT_TRUE(uri.starts_with("fixtures/projects/hub/")) << uri;
    EXPECT_GT(place.find("region")->as_object().find("startLine")->as_int(), 0);
  }
}

}  // namespace
}  // namespace exr
