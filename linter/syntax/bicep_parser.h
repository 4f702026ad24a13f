#pragma once

#include <tree_sitter/api.h>

#include <memory>
#include <string_view>

namespace exr {

// The parser library's objects, for this room's own sources only.

struct ParserDeleter {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};
struct TreeDeleter {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
using ParserPointer = std::unique_ptr<TSParser, ParserDeleter>;
using TreePointer = std::unique_ptr<TSTree, TreeDeleter>;

const TSLanguage* bicep_language();
/// A parser for one text: it counts the errors in it.
ParserPointer make_bicep_parser();
/// Parses a text, which the tree does not keep.
TreePointer parse_text(std::string_view text);

}  // namespace exr
