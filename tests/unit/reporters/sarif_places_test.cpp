#include "reporters/sarif_places.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

std::string context(const std::string& text, const std::string& place) {
  const SourceFile file("main.bicep", text);
  const auto begin = static_cast<std::uint32_t>(text.find(place));
  const Span span{
      .file = FileId{0}, .begin = begin, .end = begin + static_cast<std::uint32_t>(place.size())};
  const auto found = context_of(file, span);
  if (!found) return "nothing";
  EXPECT_TRUE(found->contains(span));
  EXPECT_NE(*found, span);
  return std::string(file.slice(*found));
}

TEST(SarifContext, IsTheLinesAround) {
  EXPECT_EQ(context("1\n2\n3\n4 x\n5\n6\n7\n", "x"), "2\n3\n4 x\n5\n6");
  EXPECT_EQ(context("1 x\n2\n3\n4\n", "x"), "1 x\n2\n3");
  EXPECT_EQ(context("1\r\n2\r\n3 x\r\n", "x"), "1\r\n2\r\n3 x");
  EXPECT_EQ(context("1\n2 {\n3\n4 }\n5\n6\n7", "{\n3\n4 }"), "1\n2 {\n3\n4 }\n5\n6");
}

TEST(SarifContext, LeavesOutAByteOrderMark) {
  EXPECT_EQ(context("\uFEFFparam a\nb", "a\n"), "param a\nb");
}

TEST(SarifContext, IsTheLineOfAFileOfOneLine) {
  EXPECT_EQ(context("param x", "x"), "param x");
  EXPECT_EQ(context("param x", "param x"), "nothing");
  EXPECT_EQ(context("", ""), "nothing");
}

TEST(SarifContext, IsAPartOfALongLine) {
  const std::string many(5000, 'a');
  EXPECT_EQ(context(many + "x" + many, "x"), std::string(60, 'a') + "x" + std::string(60, 'a'));
  EXPECT_EQ(context(many + "\nline x\n" + many, "x"), "line x");
  EXPECT_EQ(context(many + "\nx\nb\n", "x"), "x\nb");
}

TEST(SarifUri, EscapesWhatIsNoPartOfAPath) {
  EXPECT_EQ(sarif_uri("hub/main.bicep"), "hub/main.bicep");
  EXPECT_EQ(sarif_uri("a b/\u00fc#%?.bicep"), "a%20b/%C3%BC%23%25%3F.bicep");
  EXPECT_EQ(sarif_uri("c:x"), "c%3Ax");
  EXPECT_EQ(sarif_uri("/root/a b"), "file:///root/a%20b");
}

}  // namespace
}  // namespace exr
