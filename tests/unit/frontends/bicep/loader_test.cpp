#include "frontends/bicep/loader.h"

#include <gtest/gtest.h>

#include "unit/frontends/bicep/bicep_reader.h"

namespace exr {
namespace {

TEST(BicepLoader, a_missing_file_is_unreadable) {
  BicepReader reader;
  EXPECT_FALSE(reader.load("missing.bicep"));
  EXPECT_EQ(reader.problem_places(), "UnreadableFile missing.bicep\n");
}

TEST(BicepLoader, a_file_over_its_limit_says_so) {
  BicepReader reader;
  reader.limits.source_file_size = 10;
  reader.files.write("main.bicep", "param location string\n");
  EXPECT_FALSE(reader.load("main.bicep"));
  EXPECT_EQ(reader.problem_places(), "LimitExceeded main.bicep\n");
}

TEST(BicepLoader, text_must_be_utf8) {
  BicepReader reader;
  reader.files.write("main.bicep", "var a = 'caf\xE9'\n");
  EXPECT_FALSE(reader.load("main.bicep"));
  EXPECT_EQ(reader.problem_places(), "UnreadableFile main.bicep\n");
}

TEST(BicepLoader, modules_are_relative_to_their_file_and_read_once) {
  BicepReader reader;
  reader.files.write(
      "a/main.bicep",
      "module m 'modules/x.bicep' = {}\nmodule n './modules/../modules/x.bicep' = {}\n");
  reader.files.write("a/modules/x.bicep", "module y '../y.bicep' = {}\n");
  reader.files.write("a/y.bicep", "param p string\n");
  const Template& lowered = reader.library.at(reader.load("a/main.bicep").value());
  EXPECT_EQ(reader.problem_places(), "");
  EXPECT_EQ(reader.library.size(), 3U);
  EXPECT_EQ(lowered.modules[0].target, lowered.modules[1].target);
  EXPECT_EQ(reader.library.at(lowered.modules[0].target).path, "a/modules/x.bicep");
  EXPECT_EQ(lowered.modules[0].path, "modules/x.bicep");
  EXPECT_FALSE(lowered.partial);
}

TEST(BicepLoader, an_unreadable_module_leaves_a_hole) {
  BicepReader reader;
  const Template& lowered = reader.load_text(
      "module a 'missing.bicep' = {}\nmodule b 'br/public:avm/res/x:1.0.0' = {}\nmodule c 'x.json' "
      "= {}\n"
      "output o string = a.outputs.x\n");
  EXPECT_EQ(reader.problem_places(),
            "UnreadableModule main.bicep:1:10\nUnreadableModule main.bicep:2:10\nUnreadableModule "
            "main.bicep:3:10\n");
  EXPECT_EQ(reader.problems[0].message,
            "module `missing.bicep` cannot be read: file does not exist");
  EXPECT_EQ(reader.problems[1].message,
            "module `br/public:avm/res/x:1.0.0` comes from a registry; `bicep restore main.bicep` "
            "restores it");
  EXPECT_EQ(lowered.modules.size(), 3U);
  EXPECT_EQ(lowered.modules[0].target, TemplateId::kNone);
  EXPECT_TRUE(lowered.partial);
}

TEST(BicepLoader, a_circle_of_modules_is_found) {
  BicepReader reader;
  reader.files.write("main.bicep", "module a 'a.bicep' = {}\n");
  reader.files.write("a.bicep", "module b 'b.bicep' = {}\n");
  reader.files.write("b.bicep", "module a 'a.bicep' = {}\n");
  EXPECT_TRUE(reader.load("main.bicep"));
  EXPECT_EQ(reader.problem_places(), "ModuleCycle b.bicep:1:10\n");
  EXPECT_EQ(reader.problems[0].message,
            "the files use one another in a circle: `a.bicep` -> `b.bicep` -> `a.bicep`");
}

TEST(BicepLoader, modules_have_a_depth) {
  BicepReader reader;
  reader.limits.module_depth = 3;
  for (int i = 0; i < 5; ++i) {
    reader.files.write("m" + std::to_string(i) + ".bicep",
                       "module m 'm" + std::to_string(i + 1) + ".bicep' = {}\n");
  }
  EXPECT_TRUE(reader.load("m0.bicep"));
  EXPECT_EQ(reader.problem_places(), "LimitExceeded m2.bicep:1:10\n");
}

TEST(BicepLoader, imports) {
  BicepReader reader;
  reader.files.write("main.bicep",
                     "import { a, b as c\n 'odd-name' as d } from 'shared.bicep'\nimport * as s "
                     "from 'shared.bicep'\n"
                     "var x = a\nvar y = c(1)\nvar z = s.b(1, 2)\nparam t s.thing\nvar w = "
                     "s.none()\nimport { hidden } from 'shared.bicep'\n");
  reader.files.write("shared.bicep",
                     "@export()\nvar a = 1\n@export()\nfunc b(i int) int => i\n@export()\ntype "
                     "thing = string\nvar hidden = 1\n");
  const Template& lowered = reader.library.at(reader.load("main.bicep").value());
  EXPECT_EQ(reader.problem_places(),
            "WrongArgumentCount main.bicep:6:9\nUnknownFunction main.bicep:8:9\nUnknownSymbol "
            "main.bicep:2:2\n"
            "UnknownSymbol main.bicep:9:10\n");
  ASSERT_EQ(lowered.imports.size(), 5U);
  EXPECT_EQ(lowered.imports[1].name, "c");
  EXPECT_EQ(lowered.imports[1].exported, "b");
  EXPECT_EQ(lowered.imports[2].exported, "odd-name");
  EXPECT_EQ(lowered.imports[3].name, "s");
  EXPECT_EQ(lowered.imports[3].exported, "");
  EXPECT_NE(lowered.imports[4].target, TemplateId::kNone);
}

TEST(BicepLoader, parameter_files) {
  BicepReader reader;
  reader.files.write("main.bicep", "param p string\n");
  reader.files.write("base.bicepparam", "using none\nparam q = 1\n");
  reader.files.write(
      "dev.bicepparam",
      "using 'main.bicep'\nextends 'base.bicepparam'\nvar v = 'x'\nparam p = '${v}${base.q}'\n");
  const Template& lowered = reader.library.at(reader.load("dev.bicepparam").value());
  EXPECT_EQ(reader.problem_places(), "");
  EXPECT_TRUE(lowered.is_parameter_file);
  ASSERT_EQ(lowered.arguments.size(), 1U);
  EXPECT_EQ(lowered.arguments[0].name, "p");
  EXPECT_EQ(reader.library.at(lowered.target).path, "main.bicep");
  EXPECT_EQ(reader.library.at(lowered.extends).path, "base.bicepparam");
  EXPECT_EQ(reader.library.at(lowered.extends).target, TemplateId::kNone);
}

TEST(BicepLoader, a_missing_template_of_a_parameter_file) {
  BicepReader reader;
  reader.files.write("dev.bicepparam", "using 'missing.bicep'\nparam p = 1\n");
  EXPECT_TRUE(reader.library.at(reader.load("dev.bicepparam").value()).partial);
  EXPECT_EQ(reader.problem_places(), "UnreadableModule dev.bicepparam:1:7\n");
}

}  // namespace
}  // namespace exr
