#include <gtest/gtest.h>

#include <string>

#include "syntax/bicep_node.h"
#include "unit/grammar_cases.h"

namespace exr {
namespace {

TEST(GrammarCorpus, every_case_has_its_tree) {
  grammar_cases::expect_trees("bicep", parser_text, [](const std::string& text) {
    return SyntaxTree::parse(text).has_error();
  });
}

TEST(GrammarCorpus, a_wrong_tree_is_seen) {
  EXPECT_NE(grammar_cases::normal_form(parser_text("var a = 1\n")),
            grammar_cases::normal_form(parser_text("var a = 'x'\n")));
}

}  // namespace
}  // namespace exr
