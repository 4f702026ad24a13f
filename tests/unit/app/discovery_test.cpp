#include "app/discovery.h"

#include <gtest/gtest.h>

#include "app/deployments.h"

namespace exr {
namespace {

struct Tree {
  MemoryFileSystem files;
  SourceMap sources;
  Problems problems;

  void add(std::initializer_list<const char*> paths) {
    for (const char* path : paths) files.write(path, "");
  }

  Inputs find(std::vector<std::string> paths) {
    DiscoveryRequest request;
    request.paths = std::move(paths);
    request.working_folder = "/";
    return discover(request, files, sources, problems);
  }

  // The paths, a `|` between projects.
  std::string found(std::vector<std::string> paths) {
    std::string text;
    for (const Project& project : find(std::move(paths)).projects) {
      if (!text.empty()) text += "| ";
      for (const InputFile& file : project.files) text += file.path + " ";
    }
    return text;
  }
};

TEST(Discovery, finds_what_front_ends_read_below_a_folder) {
  Tree tree;
  tree.add({"b/main.bicep", "a.bicep", "b/prod.bicepparam", "readme.md", ".hidden/x.bicep",
            ".git/y.bicep"});
  EXPECT_EQ(tree.found({}), "a.bicep b/main.bicep b/prod.bicepparam ");
  EXPECT_EQ(tree.found({"b", "b/main.bicep"}), "b/main.bicep b/prod.bicepparam ");
  EXPECT_TRUE(tree.problems.empty());
}

TEST(Discovery, leaves_out_what_git_ignores) {
  Tree tree;
  tree.add({"a/x.bicep", "a/out/y.bicep", "a/keep.gen.bicep", "a/z.gen.bicep", "b/z.gen.bicep"});
  tree.files.write(".gitignore", "out/\n*.gen.bicep\n");
  tree.files.write("a/.gitignore", "!keep.gen.bicep\n");
  EXPECT_EQ(tree.found({"."}), "a/keep.gen.bicep a/x.bicep ");
  // what is ignored above a named folder is ignored in it, the folder itself is not
  EXPECT_EQ(tree.found({"a/out"}), "a/out/y.bicep ");
  EXPECT_EQ(tree.found({"b/z.gen.bicep"}), "b/z.gen.bicep ");
}

TEST(Discovery, groups_files_by_their_nearest_configuration) {
  Tree tree;
  tree.add({"a/x.bicep", "b/y.bicep", "b/c/z.bicep", "b/archive/old.bicep"});
  tree.files.write(".exrlint.yaml", "extends: strict\n");
  tree.files.write("b/.exrlint.yaml", "exclude: [archive/]\n");
  EXPECT_EQ(tree.found({"."}), "a/x.bicep | b/c/z.bicep b/y.bicep ");
}

TEST(Discovery, leaves_modules_of_registries_to_those_who_use_them) {
  Tree tree;
  tree.add({"main.bicep", "vendor/modules/hub/1.0/main.json", "vendor/own.bicep"});
  tree.files.write(".exrlint.yaml", "modules: { \"br/public\": vendor/modules }\n");
  EXPECT_EQ(tree.found({"."}), "main.bicep vendor/own.bicep ");
  EXPECT_EQ(tree.found({"vendor/modules"}), "vendor/modules/hub/1.0/main.json ");
}

TEST(Discovery, tells_what_it_cannot_read) {
  Tree tree;
  tree.add({"empty/readme.md"});
  tree.find({"empty", "absent.bicep"});
  ASSERT_EQ(tree.problems.size(), 2U);
  for (const Problem& problem : tree.problems) {
    EXPECT_EQ(problem.kind, ProblemKind::UnreadableFile);
    EXPECT_FALSE(problem.path.empty());
  }
}

// What a run of Bicep files is made of.
struct Planning : Tree {
  Limits limits;
  TemplateLibrary library;
  std::size_t ignored = 0;

  // `file -> template`, one a line.
  std::string plan(std::vector<std::string> paths, const ParameterOptions& options = {},
                   std::vector<std::string> parameter_files = {}) {
    DiscoveryRequest request;
    request.paths = std::move(paths);
    request.parameter_files = std::move(parameter_files);
    request.working_folder = "/";
    const Inputs inputs = discover(request, files, sources, problems);
    const DeploymentPlan plan = plan_deployments(inputs.projects.at(0), options,
                                                 {files, sources, limits, library, problems});
    ignored = plan.ignored;
    std::string text;
    for (const DeploymentRequest& deployment : plan.requests) {
      text += deployment.file + " -> " + library.at(deployment.target).path;
      for (const Argument& argument : deployment.arguments) text += " " + argument.name;
      text += "\n";
    }
    return text;
  }
};

struct Hub : Planning {
  Hub() {
    files.write("main.bicep", "param a int\nparam b string\nmodule m 'm.bicep' = { name: 'm' }\n");
    files.write("m.bicep", "param c bool = true\n");
    files.write("dev.bicepparam", "using 'main.bicep'\nparam a = 1\n");
    files.write("prod.bicepparam", "using 'main.bicep'\nparam a = 2\n");
  }
};

TEST(Deployments, cover_templates_and_modules_of_a_folder) {
  EXPECT_EQ(Hub().plan({"."}), "dev.bicepparam -> main.bicep a\nprod.bicepparam -> main.bicep a\n");
}

TEST(Deployments, take_what_is_named_as_it_is) {
  EXPECT_EQ(Hub().plan({"main.bicep", "m.bicep"}),
            "main.bicep -> main.bicep\nm.bicep -> m.bicep\n");
}

TEST(Deployments, replace_a_template_by_its_parameter_file) {
  EXPECT_EQ(Hub().plan({"main.bicep"}, {}, {"prod.bicepparam"}),
            "prod.bicepparam -> main.bicep a\n");
  EXPECT_EQ(Hub().plan({}, {}, {"dev.bicepparam"}), "dev.bicepparam -> main.bicep a\n");
}

TEST(Deployments, fill_what_the_parameter_file_leaves_open) {
  Hub hub;
  hub.files.write(".exrlint.yaml", "parameters: { a: 5, b: x, c: false }\n");
  EXPECT_EQ(hub.plan({"dev.bicepparam"}, {{}, {{"b", "y"}, {"a", "7"}}}),
            "dev.bicepparam -> main.bicep a b\n");
  EXPECT_TRUE(hub.problems.empty());
}

TEST(Deployments, read_arm_parameter_files) {
  Hub hub;
  hub.files.write("a.json", R"({"$schema": "x", "parameters": {"a": {"value": 1}}})");
  hub.files.write("b.json", R"({"b": {"reference": {"secretName": "s"}}})");
  EXPECT_EQ(hub.plan({"main.bicep"}, {{"a.json", "b.json"}, {}}),
            "a.json -> main.bicep a\nb.json -> main.bicep b\n");
  EXPECT_TRUE(hub.problems.empty());
  EXPECT_EQ(Hub().plan({"main.bicep", "m.bicep"}, {{"absent.json"}, {}}),
            "main.bicep -> main.bicep\nm.bicep -> m.bicep\n");
}

TEST(Deployments, need_one_template_for_an_arm_parameter_file) {
  Hub hub;
  hub.files.write("a.json", R"({"a": {"value": 1}})");
  hub.plan({"main.bicep", "m.bicep"}, {{"a.json"}, {}});
  ASSERT_EQ(hub.problems.size(), 1U);
  EXPECT_EQ(hub.problems[0].kind, ProblemKind::ConfigurationError);
}

constexpr const char* kEmptyTemplate =
    R"({"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0", "resources": []})";

TEST(Deployments, ignore_and_count_json_of_others_in_folders) {
  Planning tree;
  tree.files.write("azuredeploy.json", kEmptyTemplate);
  tree.files.write("package.json", R"({"name": "hub"})");
  tree.files.write("azuredeploy.parameters.json",
                   R"({"$schema": "x/deploymentParameters.json#", "parameters": {}})");
  EXPECT_EQ(tree.plan({"."}), "azuredeploy.json -> azuredeploy.json\n");
  EXPECT_EQ(tree.ignored, 2U);
  EXPECT_TRUE(tree.problems.empty());
}

TEST(Deployments, know_a_named_template_by_its_content) {
  Planning tree;
  tree.files.write("hub.template", kEmptyTemplate);
  EXPECT_EQ(tree.plan({"hub.template"}), "hub.template -> hub.template\n");
  EXPECT_TRUE(tree.problems.empty());
}

TEST(Deployments, tell_that_a_named_file_is_no_input) {
  Planning tree;
  tree.files.write("readme.md", "# Hub\n");
  tree.files.write("package.json", R"({"name": "hub"})");
  tree.plan({"readme.md", "package.json"});
  ASSERT_EQ(tree.problems.size(), 2U);
  EXPECT_EQ(tree.problems[0].path, "readme.md");
  EXPECT_NE(tree.problems[0].message.find("neither its name nor its content"), std::string::npos);
  EXPECT_EQ(tree.problems[1].path, "package.json");
  EXPECT_EQ(tree.ignored, 0U);
}

}  // namespace
}  // namespace exr
