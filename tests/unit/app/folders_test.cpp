#include "app/folders.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

using Paths = std::vector<std::string>;

TEST(Folders, lead_upward_as_they_are_shown) {
  EXPECT_EQ(folders_upward("a/b", "/srv/x"), (Paths{"a/b", "a", ".", "..", "../.."}));
  EXPECT_EQ(folders_upward("../c", "/srv/x"), (Paths{"../c", "..", "../.."}));
  EXPECT_EQ(folders_upward("/srv/d", "/srv/x"), (Paths{"/srv/d", "/srv", "/"}));
  EXPECT_EQ(folders_upward("/srv/x/a", "/srv/x"), (Paths{"a", ".", "..", "../.."}));
}

TEST(Folders, show_what_lies_in_the_working_folder_from_there) {
  EXPECT_EQ(shown_path("/srv/x/a/main.bicep", "/srv/x"), "a/main.bicep");
  EXPECT_EQ(shown_path("/srv/xy/main.bicep", "/srv/x"), "/srv/xy/main.bicep");
  EXPECT_EQ(shown_path("./a/../b", "/srv/x"), "b");
  EXPECT_EQ(shown_path("/srv/x", "/srv/x"), ".");
}

TEST(ProjectRoot, is_the_repository_or_where_the_configuration_lies) {
  MemoryFileSystem files;
  files.write("repository/.git/HEAD", "");
  files.write("repository/infra/.exrlint.yaml", "");
  files.write("loose/.exrlint.yaml", "");
  files.write("loose/hub/main.bicep", "");
  EXPECT_EQ(project_root(files, "repository/infra/hub", "/"), "repository");
  EXPECT_EQ(project_root(files, "loose/hub", "/"), "loose");
  EXPECT_EQ(project_root(files, "elsewhere", "/"), ".");
  EXPECT_EQ(project_root(files, "/srv/hub", "/srv/x"), "/srv/hub");
}

}  // namespace
}  // namespace exr
