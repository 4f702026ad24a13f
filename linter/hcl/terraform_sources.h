#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "findings/problem.h"
#include "hcl/block_address.h"
#include "hcl/terraform_module.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "source/span.h"
#include "support/limits.h"

namespace exr {

/// What stands where a value is written.
enum class WrittenAs : std::uint8_t {
  /// Numbers, texts without holes, lists and objects of them.
  Literal,
  /// Just `var.x`.
  Variable,
  /// Just `local.x`.
  Local,
  /// Any other expression.
  Expression,
  /// A block.
  Block,
};

/// The place of an attribute, an argument or a block in a configuration.
struct SourcePlace {
  /// The whole `name = value`, or the header of a block (`dynamic "x"` as well).
  Span span;
  /// The value alone; of a block its header.
  Span value;
  WrittenAs how = WrittenAs::Expression;
  /// Of a Variable or a Local its name.
  std::string refers_to;
  /// Whether the whole path was found, or only its beginning.
  bool is_whole = false;
  /// Of an argument: the number of calls from the root to the module that it is written in.
  std::size_t call_depth = 0;
};

/// The sources of a Terraform configuration: a root folder and the modules that it calls. Reads
/// only the modules that are asked for, through `files`, which guards the project's borders; what
/// cannot be read or is no HCL becomes a Problem, once a file or statement. The parameters outlive
/// it.
class TerraformSources {
 public:
  TerraformSources(std::string root, const FileSystem& files, SourceMap& sources,
                   const Limits& limits, Problems& problems);
  ~TerraformSources();
  TerraformSources(const TerraformSources&) = delete;
  TerraformSources& operator=(const TerraformSources&) = delete;

  /// Whether the root folder holds any .tf or .tf.json file.
  bool found() const;
  const std::string& root() const;

  /// The header of a block: `resource "azurerm_subnet" "this"`.
  std::optional<Span> find_block(const BlockAddress& address);
  /// All of it, from its header to its last brace.
  std::optional<Span> find_whole_block(const BlockAddress& address);
  /// The deepest attribute or block that is written on the way along a path; the block's own header
  /// if nothing of the path is. Goes through `dynamic` blocks, objects and lists as they are
  /// written.
  std::optional<SourcePlace> find_written(const BlockAddress& address, const SourcePath& path);
  /// Where the value of an attribute comes from that is just `var.x` (or a `local.y` that is just
  /// `var.x`) in a called module: the argument of the call, and so on upwards as long as it is just
  /// a variable again. Empty if it is anything else, or if the call leaves the argument out.
  std::optional<SourcePlace> find_argument_behind(const BlockAddress& address,
                                                  const SourcePath& path);
  /// The same for an instance, whose keys say which member of a `for_each` an `each.value` is.
  std::optional<SourcePlace> find_argument_behind(const SourceInstance& instance,
                                                  const SourcePath& path);

  /// `module "hub"`: the header of the last call of the chain.
  std::optional<Span> find_call(const std::vector<std::string>& module_calls);
  /// The header of `variable "x"` or `output "x"`, and the attribute of a local.
  std::optional<Span> find_variable(const std::vector<std::string>& module_calls,
                                    const std::string& name);
  std::optional<Span> find_output(const std::vector<std::string>& module_calls,
                                  const std::string& name);
  /// What is written on the way along a path into the value of an output of the root module.
  std::optional<SourcePlace> find_output_value(const std::string& name, SourcePath path);
  std::optional<Span> find_local(const std::vector<std::string>& module_calls,
                                 const std::string& name);
  /// Whether a module of the chain comes from a registry, a repository or an archive: the user does
  /// not write it.
  bool is_third_party(const std::vector<std::string>& module_calls);

  /// The module at the end of a chain of calls; null if it cannot be read. Stays where it is.
  const TerraformModule* find_module(const std::vector<std::string>& module_calls);
  /// The expressions of all modules.
  const HclExpressions& expressions() const;

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace exr
