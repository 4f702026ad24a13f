#include "syntax/bicep_node.h"

#include <cstdlib>
#include <memory>

#include "syntax/bicep_parser.h"
#include "syntax/syntax_kinds.h"

namespace exr {

namespace {

// What the grammar's own numbers mean to us.
struct GrammarNames {
  std::vector<SyntaxKind> kinds;
  std::vector<SyntaxField> fields;
};

GrammarNames read_grammar_names() {
  const TSLanguage* language = bicep_language();
  GrammarNames names;
  for (TSSymbol symbol = 0; symbol < ts_language_symbol_count(language); ++symbol) {
    const bool named = ts_language_symbol_type(language, symbol) == TSSymbolTypeRegular;
    names.kinds.push_back(syntax_kind_of(ts_language_symbol_name(language, symbol), named));
  }
  names.fields.push_back(SyntaxField::None);
  for (TSFieldId field = 1; field <= ts_language_field_count(language); ++field) {
    names.fields.push_back(syntax_field_of(ts_language_field_name_for_id(language, field)));
  }
  return names;
}

const GrammarNames& grammar_names() {
  static const GrammarNames kNames = read_grammar_names();
  return kNames;
}

// Walks a parser's tree without recursion and writes down what we need of it.
class TreeCopy {
 public:
  TreeCopy(TSNode root, std::vector<SyntaxTree::Entry>& entries)
      : cursor_(ts_tree_cursor_new(root)), entries_(entries) {}
  ~TreeCopy() { ts_tree_cursor_delete(&cursor_); }
  TreeCopy(const TreeCopy&) = delete;
  TreeCopy& operator=(const TreeCopy&) = delete;

  void run() {
    do {
      const bool kept = add_current();
      if (kept) open_.push_back(static_cast<std::uint32_t>(entries_.size() - 1));
      if (kept && ts_tree_cursor_goto_first_child(&cursor_)) continue;
      if (kept) close();
      if (!go_on()) return;
    } while (true);
  }

 private:
  bool add_current() {
    const TSNode node = ts_tree_cursor_current_node(&cursor_);
    const TSSymbol symbol = ts_node_symbol(node);
    const GrammarNames& names = grammar_names();
    SyntaxTree::Entry entry;
    // the parser's own symbol for errors is the largest number there is
    entry.kind = symbol < names.kinds.size() ? names.kinds[symbol] : SyntaxKind::Error;
    entry.field = names.fields[ts_tree_cursor_current_field_id(&cursor_)];
    entry.is_missing = ts_node_is_missing(node);
    if (entry.kind == SyntaxKind::Comment) return false;
    const bool named = ts_node_is_named(node) || entry.kind == SyntaxKind::Error;
    if (!named && entry.field == SyntaxField::None && !entry.is_missing) return false;
    entry.has_error = ts_node_has_error(node);
    entry.begin = ts_node_start_byte(node);
    entry.end = ts_node_end_byte(node);
    entries_.push_back(entry);
    return true;
  }

  void close() {
    SyntaxTree::Entry& entry = entries_[open_.back()];
    entry.size = static_cast<std::uint32_t>(entries_.size()) - open_.back();
    open_.pop_back();
  }

  bool go_on() {
    while (!ts_tree_cursor_goto_next_sibling(&cursor_)) {
      if (!ts_tree_cursor_goto_parent(&cursor_)) return false;
      close();
    }
    return true;
  }

  TSTreeCursor cursor_;
  std::vector<SyntaxTree::Entry>& entries_;
  std::vector<std::uint32_t> open_;
};

}  // namespace

SyntaxTree SyntaxTree::parse(std::string_view text) {
  const ParserPointer parser = make_bicep_parser();
  const TreePointer tree = parse_text(parser.get(), text);
  SyntaxTree result;
  result.text_ = text;
  // about one node a dozen bytes in real files
  result.entries_.reserve(text.size() / 12 + 16);
  TreeCopy(ts_tree_root_node(tree.get()), result.entries_).run();
  return result;
}

std::string parser_text(std::string_view text) {
  const ParserPointer parser = make_bicep_parser();
  const TreePointer tree = parse_text(parser.get(), text);
  const std::unique_ptr<char, decltype(&std::free)> printed(
      ts_node_string(ts_tree_root_node(tree.get())), &std::free);
  return printed.get();
}

}  // namespace exr
