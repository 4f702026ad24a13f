// Which files of a folder of rules are mappings, schemas, mixins and tables.

#include "mapping/mapping_folder.h"

#include <gtest/gtest.h>

#include "source/source_map.h"

namespace exr {
namespace {

class Folder {
 public:
  Folder() {
    write("mappings/mixins.yaml", "tags: {tags: tags}\n");
    write("mappings/schema/one.yaml",
          "one_thing: {name: required, tags: optional map, role: optional}\n");
    write("mappings/schema/two.yaml", "two_thing: {name: required}\n");
    write("mappings/one/one_thing.yaml",
          "type: My.Net/a\nname: name\nin: {tenant: true}\nuse: [tags]\nset: {r: role | lookup "
          "roles}\n");
    write("mappings/two/two_thing.yaml", "type: My.Net/b\nname: name\nin: {tenant: true}\n");
    write("tables/roles.yaml", "source: page\ndate: today\nrows: {Reader: '1'}\n");
    write("tables/sizes.yaml", "source: page\ndate: today\nrows: [1, 2]\n");
  }

  void write(const std::string& path, std::string text) {
    files_.write("rules/" + path, std::move(text));
  }
  std::string types() {
    std::string text;
    for (const ReadMapping& read : read_mappings("rules", {files_, limits_, sources_, problems_}))
      text += read.mapping.terraform_type + " ";
    return text;
  }
  // Messages with the files that they are about.
  std::string complaints() const {
    std::string text;
    for (const Problem& problem : problems_) {
      const bool has_place = problem.span.valid();
      text += (has_place ? sources_.file(problem.span.file).path() : problem.path) + ": " +
              problem.message + "\n";
    }
    return text;
  }

 private:
  MemoryFileSystem files_;
  Limits limits_;
  SourceMap sources_;
  Problems problems_;
};

TEST(MappingFolder, reads_mappings_in_the_order_of_their_types) {
  Folder folder;
  EXPECT_EQ(folder.types(), "one_thing two_thing ");
  EXPECT_EQ(folder.complaints(), "");
}

TEST(MappingFolder, leaves_out_what_has_a_mistake_and_says_where) {
  Folder folder;
  folder.write("mappings/one/one_thing.yaml",
               "type: My.Net/a\nname: name\nin: {tenant: true}\nuse: [tags]\nset: {r: roll}\n");
  folder.write("mappings/two/unheard_of.yaml", "type: My.Net/b\n");
  EXPECT_EQ(folder.types(), "two_thing ");
  EXPECT_EQ(folder.complaints(),
            "rules/mappings/one/one_thing.yaml: `one_thing` has no attribute `roll`; did you mean "
            "`role`?\n"
            "rules/mappings/one/one_thing.yaml: `role` is neither mapped nor computed nor ignored\n"
            "rules/mappings/two/unheard_of.yaml: no schema has the type `unheard_of`\n");
}

TEST(MappingFolder, wants_schemas_in_its_own_words) {
  Folder folder;
  folder.write(
      "mappings/schema/two.yaml",
      "two_thing: {name: needed, other: {v2: required}, more: {v4+: optional sensitive}}\n");
  folder.types();
  const std::string text = folder.complaints();
  EXPECT_NE(text.find("two.yaml: an attribute is `required`, `optional`, `computed` or both"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("two.yaml: versions are `v3`, `v4`, `v5` or `v4+`"), std::string::npos)
      << text;
}

TEST(MappingFolder, is_empty_without_mixins) {
  Folder folder;
  folder.write("mappings/mixins.yaml", "- no object\n");
  EXPECT_EQ(folder.types(), "");
  EXPECT_EQ(folder.complaints(), "rules/mappings/mixins.yaml: mixins stand under their names\n");
}

}  // namespace
}  // namespace exr
