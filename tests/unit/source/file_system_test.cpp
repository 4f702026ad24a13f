#include "source/file_system.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace exr {
namespace {

namespace fs = std::filesystem;

class DiskTest : public ::testing::Test {
 protected:
  DiskTest()
      : folder_(fs::temp_directory_path() /
                ("exrlint-" +
                 std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "root" / "inner");
    write("root/inside.txt", "inside");
    write("outside.txt", "outside");
  }
  ~DiskTest() override { fs::remove_all(folder_); }

  void write(const std::string& path, const std::string& text) const {
    std::ofstream(folder_ / path) << text;
  }
  std::string at(const std::string& path) const { return (folder_ / path).generic_string(); }

  fs::path folder_;
};

TEST_F(DiskTest, reads_nothing_outside_its_roots) {
  const DiskFileSystem files({at("root")});
  EXPECT_EQ(files.read(at("root/inside.txt"), 100).value(), "inside");
  EXPECT_FALSE(files.read(at("outside.txt"), 100).ok());
  EXPECT_FALSE(files.read(at("root/../outside.txt"), 100).ok());
  EXPECT_FALSE(files.is_file(at("outside.txt")));
}

TEST_F(DiskTest, resolves_links_before_it_looks) {
  fs::create_symlink(folder_ / "outside.txt", folder_ / "root/link.txt");
  fs::create_directory_symlink(folder_, folder_ / "root/inner/up");
  const DiskFileSystem files({at("root")});
  EXPECT_FALSE(files.read(at("root/link.txt"), 100).ok());
  EXPECT_FALSE(files.read(at("root/inner/up/outside.txt"), 100).ok());
  EXPECT_TRUE(files.list(at("root/inner/up")).empty());
}

TEST_F(DiskTest, a_root_is_no_prefix_of_its_neighbour) {
  fs::create_directories(folder_ / "root-two");
  write("root-two/file.txt", "two");
  const DiskFileSystem files({at("root")});
  EXPECT_FALSE(files.read(at("root-two/file.txt"), 100).ok());
}

TEST_F(DiskTest, names_the_limit_that_a_file_passes) {
  const DiskFileSystem files;
  const auto result = files.read(at("root/inside.txt"), 3);
  ASSERT_FALSE(result.ok());
  EXPECT_NE(result.failure().message.find("limit of 3 bytes"), std::string::npos);
  EXPECT_FALSE(files.read(at("root"), 100).ok());
  EXPECT_FALSE(files.read(at("root/none.txt"), 100).ok());
}

TEST(Paths, are_joined_and_made_normal_by_text) {
  EXPECT_EQ(join_path("a/b", "../c.bicep"), "a/c.bicep");
  EXPECT_EQ(join_path(".", "./c.bicep"), "c.bicep");
  EXPECT_EQ(join_path("a", "/etc/x"), "/etc/x");
  EXPECT_EQ(parent_folder("c.bicep"), ".");
  EXPECT_EQ(file_name("a/b/c.bicep"), "c.bicep");
}

TEST(MemoryFileSystem, lists_folders_by_their_files) {
  MemoryFileSystem files;
  files.write("a/b/c.txt", "c");
  files.write("a/d.txt", "d");
  const auto entries = files.list("a");
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_TRUE(entries[0].is_directory);
  EXPECT_EQ(entries[1].name, "d.txt");
  EXPECT_TRUE(files.is_directory("a/b"));
  EXPECT_FALSE(files.is_directory("a/b/c.txt"));
}

}  // namespace
}  // namespace exr
