#include "app/version_control.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

constexpr const char* kHash = "0123456789abcdef0123456789abcdef01234567";
constexpr const char* kConfig =
    "[core]\n\tbare = false\n[remote \"fork\"]\n\turl = https://example.com/fork.git\n"
    "[remote \"origin\"]\n\turl = https://user:token@example.com/team/network.git\n";

TEST(RepositoryUri, has_no_user_and_no_password) {
  EXPECT_EQ(repository_uri("https://user:token@example.com/a/b.git"), "https://example.com/a/b");
  EXPECT_EQ(repository_uri("https://example.com/a/b?token=x"), "https://example.com/a/b");
  EXPECT_EQ(repository_uri("git@example.com:a/b.git"), "https://example.com/a/b");
  EXPECT_EQ(repository_uri("ssh://git@example.com:22/a/b"), "https://example.com/a/b");
  EXPECT_EQ(repository_uri("https://a@b@example.com/c/d"), "https://example.com/c/d");
}

TEST(RepositoryUri, is_empty_for_what_has_no_page) {
  EXPECT_EQ(repository_uri("/srv/git/network.git"), "");
  EXPECT_EQ(repository_uri("../network"), "");
  EXPECT_EQ(repository_uri("file:///srv/network"), "");
  EXPECT_EQ(repository_uri("C:/network"), "");
  EXPECT_EQ(repository_uri(""), "");
}

TEST(VersionControl, reads_loose_and_packed_references) {
  MemoryFileSystem files;
  files.write("p/.git/HEAD", "ref: refs/heads/topic/a\n");
  files.write("p/.git/config", kConfig);
  files.write("p/.git/packed-refs", std::string("# pack-refs\n") + kHash + " refs/heads/topic/a\n");
  const auto packed = find_version_control(files, "p");
  ASSERT_TRUE(packed);
  EXPECT_EQ(packed->repository_uri, "https://example.com/team/network");
  EXPECT_EQ(packed->branch, "topic/a");
  EXPECT_EQ(packed->revision, kHash);
  const std::string newer(40, 'a');
  files.write("p/.git/refs/heads/topic/a", newer + "\n");
  EXPECT_EQ(find_version_control(files, "p")->revision, newer);
}

TEST(VersionControl, follows_the_link_of_a_worktree) {
  MemoryFileSystem files;
  files.write("w/.git", "gitdir: ../p/.git/worktrees/w\n");
  files.write("p/.git/worktrees/w/HEAD", std::string(kHash) + "\n");
  files.write("p/.git/worktrees/w/commondir", "../..\n");
  files.write("p/.git/config", kConfig);
  const auto found = find_version_control(files, "w");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->revision, kHash);
  EXPECT_EQ(found->branch, "");
}

TEST(VersionControl, does_not_follow_names_out_of_its_folder) {
  MemoryFileSystem files;
  files.write("p/.git/HEAD", "ref: refs/../../../secret\n");
  files.write("p/.git/config", kConfig);
  files.write("secret", std::string(kHash) + "\n");
  EXPECT_EQ(find_version_control(files, "p")->revision, "");
  EXPECT_FALSE(find_version_control(files, "elsewhere"));
}

}  // namespace
}  // namespace exr
