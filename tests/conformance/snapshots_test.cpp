// `bicep snapshot`: the resources that a template deploys under a parameter file, as the compiler
// predicts them. What it cannot compute stands there as an expression, which must be Unknown here,
// or more than that.

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <sstream>

#include "conformance/corpus.h"
#include "conformance/parameter_file.h"
#include "conformance/value_difference.h"
#include "formats/json_reader.h"
#include "value/containers.h"

namespace exr {
namespace {

namespace fs = std::filesystem;

// What the corpus writes for a name that the caller made up.
bool is_given(const std::string& text) { return !text.empty() && !text.starts_with('<'); }

// The scope in `snapshot --subscription-id ... --resource-group ...`, else the zero GUID and
// `myRg`.
DeploymentPlace place_of(const fs::path& folder) {
  std::map<std::string, std::string> options;
  std::istringstream words(conformance::read_bytes(folder / "ARGS.txt"));
  std::string name;
  for (std::string word; words >> word;) {
    if (!name.empty()) options[name] = word;
    name = word.starts_with("--") ? word : "";
  }
  const auto option = [&](const std::string& key, const std::string& otherwise) {
    return is_given(options[key]) ? options[key] : otherwise;
  };
  return {.management_group = option("--management-group-id", "myManagementGroup"),
          .subscription_id = option("--subscription-id", "00000000-0000-0000-0000-000000000000"),
          .resource_group = option("--resource-group", "myRg"),
          .location = option("--location", ""),
          .name = option("--deployment-name", "")};
}

// A resource as a snapshot writes it.
Value as_predicted(const Resource& resource) {
  Object object = resource.body.as_object();
  object.set("id", resource.id);
  object.set("type", Value::string(resource.type));
  object.set("name", resource.name);
  object.set("apiVersion", Value::string(resource.api_version));
  return Value::object(std::move(object));
}

// A snapshot knows only the type of a resource of an extension, and what is written.
Value as_predicted(const ExtensionResource& resource) {
  Object object;
  object.set("properties", resource.body);
  object.set("type", Value::string(resource.type + "@" + resource.version));
  return Value::object(std::move(object));
}

bool is_predicted(const Resource& resource) {
  return !resource.existing && resource.type != "Microsoft.Resources/deployments";
}

Value predicted_resources(const ResourceGraph& graph) {
  Array resources;
  for (const Resource& resource : graph.resources()) {
    if (is_predicted(resource)) resources.add(as_predicted(resource));
  }
  for (const ExtensionResource& resource : graph.extension_resources())
    resources.add(as_predicted(resource));
  return Value::array(std::move(resources));
}

Value root_outputs(const ResourceGraph& graph) {
  Object outputs;
  for (const Output& output : graph.outputs()) {
    if (output.address.empty()) outputs.set(output.name, output.value);
  }
  return Value::object(std::move(outputs));
}

conformance::Comparison compare_snapshot(const fs::path& folder) {
  conformance::Comparison comparison;
  conformance::ParameterFile file;
  const ResourceGraph graph =
      file.graph((folder / "main.bicepparam").generic_string(), place_of(folder));
  EXPECT_EQ(file.problem_lines(), "") << folder;
  const Result<Value> snapshot =
      read_json_text(conformance::read_bytes(folder / "main.snapshot.json"), Limits());
  if (!snapshot) {
    ADD_FAILURE() << folder << ": " << snapshot.failure().message;
    return comparison;
  }
  const Object& expected = snapshot.value().as_object();
  conformance::compare(*expected.find("predictedResources"), predicted_resources(graph),
                       "predictedResources", comparison);
  conformance::compare(*expected.find("outputs"), root_outputs(graph), "outputs", comparison);
  return comparison;
}

TEST(Snapshots, PredictTheSameResources) {
  const auto corpus = conformance::find_corpus();
  if (!corpus) GTEST_SKIP() << "no conformance corpus";
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(*corpus / "snapshots"))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  conformance::Comparison all;
  std::size_t same = 0;
  for (const fs::path& folder : folders) {
    const conformance::Comparison one = compare_snapshot(folder);
    all.equal += one.equal;
    all.unresolved += one.unresolved;
    all.resolved_further += one.resolved_further;
    same += one.differences.empty() ? 1 : 0;
    for (const std::string& difference : one.differences)
      ADD_FAILURE() << folder.filename() << ": " << difference;
  }
  std::cout << "snapshots: " << same << " of " << folders.size() << " equal; " << all.equal
            << " values the same, " << all.unresolved << " unresolved on both sides, "
            << all.resolved_further << " known here only\n";
  EXPECT_GT(folders.size(), 0U);
}

}  // namespace
}  // namespace exr
