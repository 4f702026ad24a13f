#include "app/parameter_texts.h"

#include <gtest/gtest.h>

#include "app/frontends.h"
#include "value/print.h"

namespace exr {
namespace {

// The value as JSON, or the failure's message.
std::string read_as(const std::string& type, const std::string& text) {
  MemoryFileSystem files;
  files.write("main.bicep", "type alias = 'a' | 'b'\ntype sizes = int[]\nparam p " + type + "\n");
  SourceMap sources;
  const Limits limits;
  TemplateLibrary library;
  Problems problems;
  const auto id = find_frontend("main.bicep")
                      ->load("main.bicep", {files, sources, limits, library, problems})
                      .id;
  const Template& lowered = library.at(id.value());
  const auto value =
      read_parameter_text({"p", text}, lowered, *find_parameter(lowered, "P"), limits);
  return value.ok() ? to_json(value.value()) : value.failure().message;
}

TEST(ParameterTexts, follow_the_declared_type) {
  EXPECT_EQ(read_as("string", "12"), "\"12\"");
  EXPECT_EQ(read_as("int", "12"), "12");
  EXPECT_EQ(read_as("bool", "true"), "true");
  EXPECT_EQ(read_as("array", "[1]"), "[1]");
  EXPECT_EQ(read_as("object", "{\"a\":1}"), "{\"a\":1}");
}

TEST(ParameterTexts, follow_declared_names_and_unions) {
  EXPECT_EQ(read_as("alias", "a"), "\"a\"");
  EXPECT_EQ(read_as("sizes", "[1,2]"), "[1,2]");
  EXPECT_EQ(read_as("1 | 2", "2"), "2");
}

TEST(ParameterTexts, do_not_repeat_what_does_not_fit) {
  EXPECT_EQ(read_as("int", "secret"), "`--param p`: the text is no `int`");
  EXPECT_EQ(read_as("bool", "1"), "`--param p`: the text is no `bool`");
  EXPECT_EQ(read_as("array", "a"), "`--param p`: the text is no `array`, which is written as JSON");
}

}  // namespace
}  // namespace exr
