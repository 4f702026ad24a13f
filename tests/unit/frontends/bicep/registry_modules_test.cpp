#include <gtest/gtest.h>

#include "frontends/bicep/registry_reference.h"
#include "unit/frontends/bicep/bicep_reader.h"

namespace exr {
namespace {

constexpr const char* kCompiled = "{}";

std::optional<TemplateId> load_empty(const std::string& path, const Reading& reading) {
  if (!reading.files.read(path, 1000).ok()) return std::nullopt;
  Template empty;
  empty.path = path;
  return reading.library.add(std::move(empty));
}

// Loads `text` as hub/main.bicep; the path of the first module's file, empty if it is not there.
std::string module_file(BicepReader& reader, const std::string& text) {
  reader.load_arm = load_empty;
  reader.files.write("hub/main.bicep", text);
  const Template& lowered = reader.library.at(reader.load("hub/main.bicep").value());
  const TemplateId target = lowered.modules.at(0).target;
  return target == TemplateId::kNone ? "" : reader.library.at(target).path;
}

std::string cache_folder(std::string_view reference, const BicepConfig& config = {}) {
  const Result<RegistryReference> parsed = parse_registry_reference(reference, config);
  return parsed.ok() ? folder_in_cache(parsed.value()) : parsed.failure().message;
}

TEST(RegistryReference, has_a_folder_in_the_cache) {
  EXPECT_EQ(cache_folder("br:Example.AzureCR.io/network/circuit:1.0.0"),
            "br/example.azurecr.io/network$circuit/1.0.0$");
  EXPECT_EQ(cache_folder("br:localhost:5000/circuit:v1"), "br/localhost$5000/circuit/v1$");
  const std::string digest(64, 'a');
  EXPECT_EQ(cache_folder("br:example.azurecr.io/circuit@sha256:" + digest),
            "br/example.azurecr.io/circuit/sha256#" + digest);
  EXPECT_EQ(cache_folder("ts:00000000-0000-0000-0000-00000000000A/rg-Hub/Circuit:V1"),
            "ts/00000000-0000-0000-0000-00000000000a/rg-hub/circuit/v1");
}

TEST(RegistryReference, marks_the_capitals_of_a_tag) {
  EXPECT_EQ(cache_folder("br:example.azurecr.io/circuit:V1"), "br/example.azurecr.io/circuit/V1$1");
  EXPECT_EQ(cache_folder("br:example.azurecr.io/circuit:aBcD"),
            "br/example.azurecr.io/circuit/aBcD$a");
  const std::string low(64, 'a');
  EXPECT_EQ(cache_folder("br:example.azurecr.io/circuit:" + low + "Bc"),
            "br/example.azurecr.io/circuit/" + low + "Bc$10000000000000000");
}

TEST(RegistryReference, resolves_aliases) {
  BicepConfig config;
  config.registry_aliases["hub"] = "example.azurecr.io/bicep";
  config.template_spec_aliases["hub"] = "00000000-0000-0000-0000-000000000000/rg-hub";
  EXPECT_EQ(cache_folder("br/hub:circuit:1.0", config), "br/example.azurecr.io/bicep$circuit/1.0$");
  EXPECT_EQ(cache_folder("ts/hub:circuit:1.0", config),
            "ts/00000000-0000-0000-0000-000000000000/rg-hub/circuit/1.0");
  EXPECT_EQ(cache_folder("br/spoke:circuit:1.0", config),
            "has the alias `spoke`, which `bicepconfig.json` does not define");
}

// Nothing of a reference can leave the folder that it is joined to.
TEST(RegistryReference, has_no_way_up) {
  const std::string wrong =
      "is no reference to a module of a registry, which is like "
      "`br:example.azurecr.io/network/circuit:1.0.0`";
  for (const char* reference :
       {"br:../circuit:1.0", "br:example.azurecr.io/../circuit:1.0",
        "br:example.azurecr.io/circuit:..", "br:example.azurecr.io/circuit:a/../../b",
        "br:example.azurecr.io/circuit:1.0/", "br:example.azurecr.io//circuit:1.0",
        "br:example.azurecr.io/circuit@sha256:../..", "br:example.azurecr.io/circuit",
        "br:example.azurecr.io/Circuit:1.0", "br:circuit:1.0", "br:/etc/passwd:1", "br/hub"}) {
    EXPECT_EQ(cache_folder(reference), wrong) << reference;
    EXPECT_EQ(split_reference(reference).path.find(".."), std::string_view::npos) << reference;
  }
  BicepConfig config;
  config.registry_aliases["hub"] = "example.azurecr.io/../../etc";
  EXPECT_EQ(cache_folder("br/hub:circuit:1.0", config), wrong);
  config.template_spec_aliases["hub"] = "../../etc";
  EXPECT_NE(cache_folder("ts/hub:circuit:1.0", config).find("is no reference"), std::string::npos);
}

TEST(RegistryModules, lie_in_the_folder_of_the_configuration) {
  BicepReader reader;
  reader.stores.folders["br/public"] = "vendor/modules";
  reader.files.write("vendor/modules/network/circuit/1.0.0/main.json", kCompiled);
  EXPECT_EQ(module_file(reader, "module c 'br/public:network/circuit:1.0.0' = {}\n"),
            "vendor/modules/network/circuit/1.0.0/main.json");
  EXPECT_EQ(reader.problem_places(), "");
}

TEST(RegistryModules, an_alias_and_its_registry_are_one) {
  BicepReader reader;
  reader.stores.folders["br/public"] = "vendor/modules";
  reader.files.write("vendor/modules/network/circuit/1.0.0/main.json", kCompiled);
  EXPECT_EQ(module_file(reader, "module c 'br:mcr.microsoft.com/bicep/network/circuit:1.0.0' = {}"),
            "vendor/modules/network/circuit/1.0.0/main.json");
}

TEST(RegistryModules, the_longest_beginning_counts) {
  BicepReader reader;
  reader.stores.folders["br:example.azurecr.io"] = "all";
  reader.stores.folders["br:example.azurecr.io/hub"] = "hub-only";
  reader.files.write("all/hub/circuit/1.0/main.json", kCompiled);
  reader.files.write("hub-only/circuit/1.0/main.json", kCompiled);
  EXPECT_EQ(module_file(reader, "module c 'br:example.azurecr.io/hub/circuit:1.0' = {}\n"),
            "hub-only/circuit/1.0/main.json");
}

TEST(RegistryModules, an_alias_leads_out_of_no_folder) {
  BicepReader reader;
  reader.stores.folders["br:example.azurecr.io"] = "vendor/modules";
  reader.files.write("hub/bicepconfig.json", R"({"moduleAliases": {"br": {
    "hub": {"registry": "example.azurecr.io", "modulePath": "../../secret"}}}})");
  reader.files.write("secret/circuit/1.0/main.json", kCompiled);
  EXPECT_EQ(module_file(reader, "module c 'br/hub:circuit:1.0' = {}\n"), "");
}

TEST(RegistryModules, lie_in_the_cache_that_bicepconfig_names) {
  BicepReader reader;
  reader.files.write(
      "bicepconfig.json",
      "// where modules are\n{\n  \"cacheRootDirectory\": \"restored\",\n"
      "  \"moduleAliases\": {\"br\": {\"hub\": {\"registry\": \"example.azurecr.io\","
      " \"modulePath\": \"bicep\"}}},\n}\n");
  reader.files.write("restored/br/example.azurecr.io/bicep$circuit/1.0$/main.json", kCompiled);
  EXPECT_EQ(module_file(reader, "module c 'br/hub:circuit:1.0' = {}\n"),
            "restored/br/example.azurecr.io/bicep$circuit/1.0$/main.json");
  EXPECT_EQ(reader.problem_places(), "");
}

TEST(RegistryModules, lie_in_the_cache_of_the_user) {
  BicepReader reader;
  MemoryFileSystem cache;
  reader.stores.user_cache = {.folder = "/somewhere/.bicep", .files = &cache};
  const std::string path = "/somewhere/.bicep/br/mcr.microsoft.com/bicep$circuit/1.0$/main.json";
  cache.write(path, kCompiled);
  EXPECT_EQ(module_file(reader, "module c 'br/public:circuit:1.0' = {}\n"), path);
}

TEST(RegistryModules, a_template_names_no_file_of_the_cache) {
  BicepReader reader;
  MemoryFileSystem cache;
  reader.stores.user_cache = {.folder = "/somewhere/.bicep", .files = &cache};
  cache.write("/somewhere/.bicep/main.json", kCompiled);
  EXPECT_EQ(module_file(reader, "module c '/somewhere/.bicep/main.json' = {}\n"), "");
}

TEST(RegistryModules, what_is_not_restored_names_the_command) {
  BicepReader reader;
  reader.files.write("hub/bicepconfig.json", "{\"cacheRootDirectory\": \"/etc\"}");
  EXPECT_EQ(module_file(reader, "module c 'br/public:circuit:1.0' = {}\n"), "");
  ASSERT_EQ(reader.problem_places(), "UnreadableModule hub/main.bicep:1:10\n");
  EXPECT_EQ(reader.problems[0].message,
            "module `br/public:circuit:1.0` comes from a registry; `bicep restore hub/main.bicep` "
            "restores it, but `cacheRootDirectory` of `hub/bicepconfig.json` is missing or outside "
            "of the project, where nothing is read");
}

TEST(RegistryModules, a_broken_bicepconfig_is_told_once) {
  BicepReader reader;
  reader.files.write("bicepconfig.json", "{\"moduleAliases\": [}");
  module_file(reader, "module c 'br/hub:a:1.0' = {}\nmodule d 'br/hub:b:1.0' = {}\n");
  EXPECT_EQ(reader.problem_places(),
            "SyntaxError bicepconfig.json:1:20\nUnreadableModule hub/main.bicep:1:10\n"
            "UnreadableModule hub/main.bicep:2:10\n");
}

TEST(BicepConfiguration, declares_extensions_for_all_files) {
  BicepReader reader;
  reader.files.write("bicepconfig.json", R"({"implicitExtensions": ["az", "http"]})");
  reader.files.write("hub/main.bicep", "var a = http.get('x')\nvar b = https.get('x')\n");
  reader.load("hub/main.bicep");
  EXPECT_EQ(reader.problem_places(), "UnknownSymbol hub/main.bicep:2:9\n");
}

TEST(BicepConfiguration, is_the_nearest_one) {
  BicepReader reader;
  reader.files.write("bicepconfig.json", R"({"implicitExtensions": ["http"]})");
  reader.files.write("hub/bicepconfig.json", "{}");
  reader.files.write("hub/main.bicep", "var a = http.get('x')\n");
  reader.load("hub/main.bicep");
  EXPECT_EQ(reader.problem_places(), "UnknownSymbol hub/main.bicep:1:9\n");
}

}  // namespace
}  // namespace exr
