#include "syntax/bicep_node.h"

#include <cstdlib>
#include <memory>

#include "syntax/bicep_parser.h"
#include "syntax/syntax_kinds.h"

namespace exr {

namespace {

// A text with more broken statements is no Bicep; to recover from an error takes time.
constexpr std::size_t kMostBroken = 1000;

// What the grammar's own numbers mean to us.
struct GrammarNames {
  std::vector<SyntaxKind> kinds;
  std::vector<SyntaxField> fields;
};

GrammarNames read_grammar_names() {
  const TSLanguage* language = bicep_language();
  GrammarNames names;
  for (std::uint32_t i = 0; i < ts_language_symbol_count(language); ++i) {
    const auto symbol = static_cast<TSSymbol>(i);
    const bool named = ts_language_symbol_type(language, symbol) == TSSymbolTypeRegular;
    names.kinds.push_back(syntax_kind_of(ts_language_symbol_name(language, symbol), named));
  }
  names.fields.push_back(SyntaxField::None);
  for (std::uint32_t i = 1; i <= ts_language_field_count(language); ++i) {
    const auto field = static_cast<TSFieldId>(i);
    names.fields.push_back(syntax_field_of(ts_language_field_name_for_id(language, field)));
  }
  return names;
}

const GrammarNames& grammar_names() {
  static const GrammarNames names = read_grammar_names();
  return names;
}

// Walks a parser's tree without recursion and writes down what we need of the nodes in its root.
class TreeCopy {
 public:
  /// `offset`: where the parsed text begins in the whole one.
  TreeCopy(TSNode root, std::uint32_t offset, std::vector<SyntaxTree::Entry>& entries)
      : cursor_(ts_tree_cursor_new(root)), offset_(offset), entries_(entries) {}
  ~TreeCopy() { ts_tree_cursor_delete(&cursor_); }
  TreeCopy(const TreeCopy&) = delete;
  TreeCopy& operator=(const TreeCopy&) = delete;

  void run() {
    // a root that is an error is one of the nodes
    const bool is_error = kind_of(ts_tree_cursor_current_node(&cursor_)) == SyntaxKind::Error;
    if (!is_error && !ts_tree_cursor_goto_first_child(&cursor_)) return;
    do {
      const bool kept = add_current();
      if (kept) open_.push_back(static_cast<std::uint32_t>(entries_.size() - 1));
      if (kept && ts_tree_cursor_goto_first_child(&cursor_)) continue;
      if (kept) close();
      if (!go_on()) return;
    } while (true);
  }

 private:
  // the parser's own symbol for errors is the largest number there is
  static SyntaxKind kind_of(TSNode node) {
    const TSSymbol symbol = ts_node_symbol(node);
    const GrammarNames& names = grammar_names();
    return symbol < names.kinds.size() ? names.kinds[symbol] : SyntaxKind::Error;
  }

  bool add_current() {
    const TSNode node = ts_tree_cursor_current_node(&cursor_);
    SyntaxTree::Entry entry;
    entry.kind = kind_of(node);
    entry.field = grammar_names().fields[ts_tree_cursor_current_field_id(&cursor_)];
    entry.is_missing = ts_node_is_missing(node);
    if (entry.kind == SyntaxKind::Comment) return false;
    const bool named = ts_node_is_named(node) || entry.kind == SyntaxKind::Error;
    if (!named && entry.field == SyntaxField::None && !entry.is_missing) return false;
    entry.has_error = ts_node_has_error(node);
    entry.begin = offset_ + ts_node_start_byte(node);
    entry.end = offset_ + ts_node_end_byte(node);
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
      if (!ts_tree_cursor_goto_parent(&cursor_) || open_.empty()) return false;
      close();
    }
    return true;
  }

  TSTreeCursor cursor_;
  std::uint32_t offset_;
  std::vector<SyntaxTree::Entry>& entries_;
  std::vector<std::uint32_t> open_;
};

// A token has at least one byte, so most texts need no count.
bool fits_parser(std::string_view text) {
  return text.size() <= kMostParsedTokens || most_tokens(text) <= kMostParsedTokens;
}

}  // namespace

// Parses a text in pieces as large as can be.
class SyntaxTree::Builder {
 public:
  Builder(std::string_view text, SyntaxTree& tree) : tree_(tree) {
    tree_.text_ = text;
    // about one node a dozen bytes in real files
    tree_.entries_.reserve(text.size() / 12 + 16);
    tree_.entries_.push_back(
        {.kind = SyntaxKind::SourceFile, .end = static_cast<std::uint32_t>(text.size())});
  }

  void run() {
    const auto size = static_cast<std::uint32_t>(tree_.text_.size());
    if (fits_parser(tree_.text_)) {
      add_statements({0, size});
    } else {
      for (const StatementRange& piece : group_statements(tree_.text_, kMostParsedTokens))
        add_statements(piece);
    }
    Entry& root = tree_.entries_.front();
    root.size = static_cast<std::uint32_t>(tree_.entries_.size());
    root.has_error = !tree_.broken_.empty() || !tree_.too_long_.empty();
  }

 private:
  std::string_view text_of(StatementRange piece) const {
    return tree_.text_.substr(piece.begin, piece.end - piece.begin);
  }

  void add_statements(StatementRange piece) {
    if (fits_parser(text_of(piece))) {
      const TreePointer parsed = parse_text(text_of(piece));
      if (!ts_node_has_error(ts_tree_root_node(parsed.get()))) {
        copy(parsed, piece);
        return;
      }
    }
    for (const StatementRange& statement : split_statements(text_of(piece)))
      add_statement({piece.begin + statement.begin, piece.begin + statement.end});
  }

  void add_statement(StatementRange piece) {
    const bool too_long = !fits_parser(text_of(piece));
    if (too_long || tree_.broken_.size() >= kMostBroken) {
      tree_.entries_.push_back(
          {.kind = SyntaxKind::Error, .has_error = true, .begin = piece.begin, .end = piece.end});
      if (too_long) tree_.too_long_.push_back(piece);
      return;
    }
    const TreePointer parsed = parse_text(text_of(piece));
    if (ts_node_has_error(ts_tree_root_node(parsed.get()))) tree_.broken_.push_back(piece);
    copy(parsed, piece);
  }

  void copy(const TreePointer& parsed, StatementRange piece) {
    TreeCopy(ts_tree_root_node(parsed.get()), piece.begin, tree_.entries_).run();
  }

  SyntaxTree& tree_;
};

SyntaxTree SyntaxTree::parse(std::string_view text) {
  SyntaxTree result;
  Builder(text, result).run();
  return result;
}

std::string parser_text(std::string_view text) {
  const TreePointer tree = parse_text(text);
  const std::unique_ptr<char, decltype(&std::free)> printed(
      ts_node_string(ts_tree_root_node(tree.get())), &std::free);
  return printed.get();
}

}  // namespace exr
