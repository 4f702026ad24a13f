#include "syntax/bicep_parser.h"

#include <cstdint>

#include "support/check.h"

extern "C" const TSLanguage* tree_sitter_bicep(void);

namespace exr {

const TSLanguage* bicep_language() { return tree_sitter_bicep(); }

ParserPointer make_bicep_parser() {
  ParserPointer parser(ts_parser_new());
  EXR_CHECK(ts_parser_set_language(parser.get(), bicep_language()));
  return parser;
}

TreePointer parse_text(std::string_view text) {
  const ParserPointer parser = make_bicep_parser();
  TreePointer tree(ts_parser_parse_string(parser.get(), nullptr, text.data(),
                                          static_cast<std::uint32_t>(text.size())));
  EXR_CHECK(tree != nullptr);
  return tree;
}

}  // namespace exr
