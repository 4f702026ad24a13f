// What a mapping file may not say.

#include <gtest/gtest.h>

#include "unit/mapping/mapping_driver.h"

namespace exr {
namespace {

std::string complaint(const std::string& yaml) { return SmallMapping(yaml).complaints(); }
std::string side_complaint(const std::string& side) { return complaint(set_x(side)); }

TEST(MappingReader, knows_attributes_by_the_schema) {
  EXPECT_EQ(side_complaint("tezt"),
            "`azurerm_thing` has no attribute `tezt`; did you mean `text`?\n");
  EXPECT_EQ(side_complaint("{each: many, set: {a: single.text}}"),
            "`azurerm_thing` has no attribute `many.single.text`; did you mean `single.text`?\n");
  EXPECT_EQ(side_complaint("=a | if nothing.like.this"),
            "`azurerm_thing` has no attribute `nothing.like.this`\n");
}

TEST(MappingReader, wants_every_attribute) {
  const std::string text = complaint(
      "type: My.Net/things\nname: name\nignore: [single, many, filled, late, old_name, new_name, "
      "words, labels, scope, parent_name, resource_group_name, secret]\nset: {a: text, b: "
      "\"{other}\"}\n");
  EXPECT_EQ(text,
            "`count` is neither mapped nor computed nor ignored\n"
            "`flag` is neither mapped nor computed nor ignored\n"
            "`unused` is neither mapped nor computed nor ignored\n");
}

TEST(MappingReader, knows_verbs_and_their_words) {
  EXPECT_EQ(side_complaint("text | shout"), "there is no verb `shout`\n");
  EXPECT_EQ(side_complaint("text | not now"), "`not` takes 0 words, not 1\n");
  EXPECT_EQ(side_complaint("text | bool a"), "`bool` takes 2 words, not 1\n");
  EXPECT_EQ(side_complaint("text | default a b"),
            "`b` is no default of earlier majors; `lt4=x` is one\n");
  EXPECT_EQ(side_complaint("text | split / x"), "`split` takes one character and a number\n");
  EXPECT_EQ(side_complaint("text | lookup nothing"), "there is no table `nothing`\n");
  EXPECT_EQ(side_complaint("text |"), "");
  EXPECT_EQ(side_complaint("text | | not"), "there is no verb after `|`\n");
}

TEST(MappingReader, knows_sources) {
  EXPECT_EQ(side_complaint("text other"), "sources are joined by `//`\n");
  EXPECT_EQ(side_complaint("text // =a"), "`//` stands between names of attributes\n");
  EXPECT_EQ(side_complaint("\"'text'\""), "a text in quotes needs `=` before it\n");
  EXPECT_EQ(side_complaint("\"='a\""), "a quote is not closed\n");
  EXPECT_EQ(side_complaint("\"a{text\""), "a `{` is not closed\n");
  EXPECT_EQ(side_complaint("5"), "an expression is a text\n");
  EXPECT_EQ(side_complaint("=a | if text or other"), "tests are joined by `and`\n");
}

TEST(MappingReader, knows_keys_and_paths) {
  EXPECT_EQ(complaint("typ: a\n"), "there is no key `typ` here\n");
  EXPECT_EQ(complaint("set: {a..b: text}\n"), "`a..b` is no path of properties\n");
  EXPECT_EQ(complaint("set: {\"a[0]\": text}\n"), "`a[0]` is no path of properties\n");
  EXPECT_EQ(complaint("set: {a.b: text, a.b.c: text}\n"), "`a.b.c` is set twice\n");
  EXPECT_EQ(complaint("use: [shared]\nset: {shared.text: other}\n"),
            "`shared.text` is set twice\n");
  EXPECT_EQ(complaint("use: [none]\n"), "there is no such mixin\n");
  EXPECT_EQ(side_complaint("{each: many, sett: {}}"), "there is no key `sett` here\n");
  EXPECT_EQ(side_complaint("{}"), "an object needs `each`, `if`, `set` or `concat`\n");
  EXPECT_EQ(complaint("in: {group: scope}\n"),
            "a resource is in one of `rg`, `parent`, `scope`, `subscription`, `mg`, `tenant`, "
            "`auto`\n");
  EXPECT_EQ(complaint("in: []\n"),
            "a resource needs a `type`, a `name` and `in`, where it stands\n");
  EXPECT_EQ(complaint("set: text\n"), "`set` is an object\n");
  EXPECT_EQ(complaint("use: shared\n"), "`use` is a list\n");
  EXPECT_EQ(complaint("data_plane: 1\n"), "`data_plane` is true or false\n");
  EXPECT_EQ(complaint("patch: {type: a}\n"), "a patch needs a `target`\n");
  EXPECT_EQ(complaint("patch: {target: text, deep: true}\n"), "there is no key `deep` here\n");
  EXPECT_EQ(complaint("children: [{type: a}]\n"), "a child needs a `type` and a `name`\n");
}

}  // namespace
}  // namespace exr
