#include <gtest/gtest.h>

#include <string>

#include "hcl/hcl_tree.h"
#include "unit/grammar_cases.h"

namespace exr {
namespace {

TEST(HclGrammarCorpus, every_case_has_its_tree) {
  grammar_cases::expect_trees("hcl", hcl_parser_text, [](const std::string& text) {
    return !HclTree::parse(text, outline_hcl(text, 256)).broken().empty();
  });
}

TEST(HclGrammarCorpus, a_wrong_tree_is_seen) {
  EXPECT_NE(grammar_cases::normal_form(hcl_parser_text("a = 1\n")),
            grammar_cases::normal_form(hcl_parser_text("a = true\n")));
}

}  // namespace
}  // namespace exr
