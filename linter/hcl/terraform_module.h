#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "hcl/hcl_document.h"

namespace exr {

/// One module: the blocks of all files of its folder by their names, override files merged into
/// them. Bodies stay where they are as long as it does.
class TerraformModule {
 public:
  /// Takes over a file's blocks. Override files come after all others.
  void add(HclDocument document);
  void add_override(HclDocument document);

  /// Null if there is none.
  const HclBlock* find_resource(bool is_data, std::string_view type, std::string_view name) const;
  const HclBlock* find_call(std::string_view name) const { return find({"module", name}); }
  const HclBlock* find_variable(std::string_view name) const { return find({"variable", name}); }
  const HclBlock* find_output(std::string_view name) const { return find({"output", name}); }
  const HclAttribute* find_local(std::string_view name) const;

 private:
  const HclBlock* find(std::initializer_list<std::string_view> words) const;

  // by the type and the labels with spaces between them
  std::map<std::string, HclBlock, std::less<>> blocks_;
  std::map<std::string, HclAttribute, std::less<>> locals_;
};

}  // namespace exr
