#include "frontends/bicep/loaded_content.h"

#include <gtest/gtest.h>

#include "frontends/bicep/text_encodings.h"
#include "unit/frontends/bicep/bicep_reader.h"
#include "value/print.h"

namespace exr {
namespace {

struct Content : BicepReader {
  // What the calls of hub/main.bicep give, in the order of their places, one a line.
  std::string loaded(const std::string& text) {
    files.write("hub/main.bicep", text);
    std::string values;
    for (const auto& [span, value] : library.at(load("hub/main.bicep").value()).loaded)
      values += to_json(value) + "\n";
    return values;
  }
  std::string messages() const {
    std::string text;
    for (const Problem& problem : problems)
      text += std::string(facts_of(problem.kind).name) + " " +
              std::string(sources.slice(problem.span)) + " " + problem.message + "\n";
    return text;
  }
};

TEST(LoadedContent, text_and_bytes) {
  Content content;
  content.files.write("hub/policy.xml", "\xEF\xBB\xBF<p/>\r\n");
  content.files.write("keys/key.bin", std::string("\0\xFF", 2));
  EXPECT_EQ(content.loaded("var a = loadTextContent('policy.xml')\n"
                           "var b = sys.loadFileAsBase64('../keys/key.bin')\n"),
            "\"<p/>\\r\\n\"\n\"AP8=\"\n");
  EXPECT_EQ(content.messages(), "");
}

TEST(LoadedContent, json_and_its_parts) {
  Content content;
  content.files.write("hub/sites.json",
                      R"({"sites": [{"n": "ams"}, {"n": "fra"}], /**/ "asn": 1,})");
  EXPECT_EQ(
      content.loaded("var a = loadJsonContent('./sites.json')\n"
                     "var b = loadJsonContent('sites.json', '.sites[0].n')\n"
                     "var c = loadJsonContent('sites.json', '$.sites[*].n')\n"),
      "{\"sites\":[{\"n\":\"ams\"},{\"n\":\"fra\"}],\"asn\":1}\n\"ams\"\n[\"ams\",\"fra\"]\n");
  EXPECT_EQ(content.messages(), "");
}

TEST(LoadedContent, yaml_with_anchors) {
  Content content;
  content.files.write("hub/sites.yaml", "base: &b {vlan: 100, on: yes}\nams: *b\nasn: '65001'\n");
  EXPECT_EQ(content.loaded("var a = loadYamlContent('sites.yaml')\n"
                           "var b = loadYamlContent('sites.yaml', 'ams.vlan')\n"),
            "{\"base\":{\"vlan\":100,\"on\":\"yes\"},\"ams\":{\"vlan\":100,\"on\":\"yes\"},"
            "\"asn\":\"65001\"}\n100\n");
}

TEST(LoadedContent, the_files_of_a_folder) {
  Content content;
  content.files.write("hub/lib/b.json", "1");
  content.files.write("hub/lib/A.json", "2");
  content.files.write("hub/lib/notes", "");
  content.files.write("hub/lib/deep/c.json", "");
  EXPECT_EQ(
      content.loaded("var a = loadDirectoryFileInfo('./lib', '*.json')\n"
                     "var b = loadJsonContent(a[1].relativePath)\n"
                     "var c = loadDirectoryFileInfo('lib', 'n?tes')\n"),
      "[{\"relativePath\":\"lib/A.json\",\"baseName\":\"A.json\",\"extension\":\".json\"},"
      "{\"relativePath\":\"lib/b.json\",\"baseName\":\"b.json\",\"extension\":\".json\"}]\n1\n"
      "[{\"relativePath\":\"lib/notes\",\"baseName\":\"notes\",\"extension\":\"\"}]\n");
  EXPECT_EQ(content.messages(), "");
}

TEST(LoadedContent, arguments_are_constants) {
  Content content;
  content.files.write("hub/ams.txt", "x");
  EXPECT_EQ(content.loaded("var site = 'ams'\nvar file = '${site}.txt'\nparam p string\n"
                           "var a = loadTextContent(file)\nvar b = loadTextContent(p)\n"
                           "var c = [for file in ['ams.txt']: loadTextContent(file)]\n"),
            "{\"$unknown\":\"loadTextContent(file)\"}\n{\"$unknown\":\"loadTextContent(p)\"}\n"
            "{\"$unknown\":\"loadTextContent(file)\"}\n");
  // `file` is bound by a loop somewhere, so it may be another one
  EXPECT_EQ(content.problems.size(), 3U);
  Content plain;
  plain.files.write("hub/ams.txt", "x");
  EXPECT_EQ(plain.loaded("var site = 'ams'\nvar file = '${site}.txt'\n"
                         "var a = loadTextContent(file)\n"),
            "\"x\"\n");
}

TEST(LoadedContent, variables_in_a_circle_are_no_constants) {
  Content content;
  EXPECT_EQ(content.loaded("var a = '${b}'\nvar b = '${a}'\nvar c = loadTextContent(a)\n"),
            "{\"$unknown\":\"loadTextContent(a)\"}\n");
}

TEST(LoadedContent, what_cannot_be_loaded_is_told_at_the_argument) {
  Content content;
  content.files.write("hub/broken.json", "{");
  content.files.write("hub/broken.yaml", "a: [");
  content.files.write("hub/sites.json", "{}");
  content.loaded(
      "var a = loadTextContent('absent.txt')\nvar b = loadTextContent('/etc/passwd')\n"
      "var c = loadJsonContent('broken.json')\nvar d = loadYamlContent('broken.yaml')\n"
      "var e = loadJsonContent('sites.json', '.asn')\nvar f = loadTextContent('sites.json', "
      "'utf8')\n"
      "var g = loadDirectoryFileInfo('absent')\nvar h = loadJsonContent('sites.json', '[?')\n");
  EXPECT_EQ(content.messages(),
            "UnreadableFile 'absent.txt' `hub/absent.txt` cannot be loaded: file does not exist\n"
            "EvaluationError '/etc/passwd' `/etc/passwd` is no relative path with forward slashes\n"
            "EvaluationError 'broken.json' the file holds no JSON: expected a property name in "
            "quotes, found "
            "the end of the text\n"
            "EvaluationError 'broken.yaml' the file holds no YAML that can be loaded: end of "
            "sequence flow not found\n"
            "EvaluationError '.asn' JSON path `.asn` selects nothing in the file\n"
            "EvaluationError 'utf8' there is no encoding `utf8`; Bicep has `us-ascii`, "
            "`iso-8859-1`, `utf-8`, `utf-16BE`, `utf-16`\n"
            "UnreadableFile 'absent' `hub/absent` is no folder of the project\n"
            "EvaluationError '[?' JSON path `[?` is not understood at `?`\n");
}

TEST(LoadedContent, is_bounded) {
  Content content;
  content.limits.string_size = 8;
  content.files.write("hub/long.txt", "123456789");
  content.loaded("var a = loadTextContent('long.txt')\nvar b = loadFileAsBase64('long.txt')\n");
  EXPECT_EQ(content.problem_places(),
            "LimitExceeded hub/main.bicep:1:25\nLimitExceeded hub/main.bicep:2:26\n");
}

TEST(TextEncodings, are_decoded_as_dotnet_does) {
  EXPECT_EQ(decoded_text("caf\xC3\xA9", TextEncoding::Utf8), "caf\xC3\xA9");
  EXPECT_EQ(decoded_text("caf\xE9", TextEncoding::Latin1), "caf\xC3\xA9");
  EXPECT_EQ(decoded_text("caf\xE9", TextEncoding::Ascii), "caf?");
  EXPECT_EQ(decoded_text("caf\xE9", TextEncoding::Utf8), "caf\xEF\xBF\xBD");
  EXPECT_EQ(decoded_text(std::string("\xE9\0=\xD8\xAA\xDC", 6), TextEncoding::Utf16),
            "\xC3\xA9\xF0\x9F\x92\xAA");
  EXPECT_EQ(decoded_text(std::string("\xD8=\0a", 4), TextEncoding::Utf16BigEndian),
            "\xEF\xBF\xBD"
            "a");
}

TEST(TextEncodings, a_byte_order_mark_counts_more) {
  EXPECT_EQ(decoded_text("\xEF\xBB\xBF\xC3\xA9", TextEncoding::Latin1), "\xC3\xA9");
  EXPECT_EQ(decoded_text(std::string("\xFE\xFF\0a", 4), TextEncoding::Utf8), "a");
}

}  // namespace
}  // namespace exr
