#include "hcl/hcl_tree.h"

#include <tree_sitter/api.h>

#include <cstdlib>
#include <memory>

#include "support/check.h"

extern "C" const TSLanguage* tree_sitter_hcl(void);

namespace exr {

namespace {

// A text with more broken statements is no HCL.
constexpr std::size_t kMostBroken = 1000;

struct TreeDeleter {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
using TreePointer = std::unique_ptr<TSTree, TreeDeleter>;

TreePointer parse_text(std::string_view text) {
  const std::unique_ptr<TSParser, decltype(&ts_parser_delete)> parser(ts_parser_new(),
                                                                      &ts_parser_delete);
  EXR_CHECK(ts_parser_set_language(parser.get(), tree_sitter_hcl()));
  TreePointer tree(ts_parser_parse_string(parser.get(), nullptr, text.data(),
                                          static_cast<std::uint32_t>(text.size())));
  EXR_CHECK(tree != nullptr);
  return tree;
}

bool has_error(const TreePointer& tree) { return ts_node_has_error(ts_tree_root_node(tree.get())); }

// What the grammar's own numbers mean to us.
struct GrammarNames {
  std::vector<HclKind> kinds;
  std::vector<HclField> fields;
};

GrammarNames read_grammar_names() {
  const TSLanguage* language = tree_sitter_hcl();
  GrammarNames names;
  for (std::uint32_t i = 0; i < ts_language_symbol_count(language); ++i) {
    const auto symbol = static_cast<TSSymbol>(i);
    const bool named = ts_language_symbol_type(language, symbol) == TSSymbolTypeRegular;
    names.kinds.push_back(hcl_kind_of(ts_language_symbol_name(language, symbol), named));
  }
  names.fields.push_back(HclField::None);
  for (std::uint32_t i = 1; i <= ts_language_field_count(language); ++i) {
    const auto field = static_cast<TSFieldId>(i);
    names.fields.push_back(hcl_field_of(ts_language_field_name_for_id(language, field)));
  }
  return names;
}

const GrammarNames& grammar_names() {
  static const GrammarNames names = read_grammar_names();
  return names;
}

// the parser's own symbol for errors is the largest number there is
HclKind kind_of(TSNode node) {
  const TSSymbol symbol = ts_node_symbol(node);
  const GrammarNames& names = grammar_names();
  return symbol < names.kinds.size() ? names.kinds[symbol] : HclKind::Error;
}

// A walk over all nodes below a parser's root, without recursion.
class TreeWalk {
 public:
  explicit TreeWalk(const TreePointer& tree)
      : cursor_(ts_tree_cursor_new(ts_tree_root_node(tree.get()))) {}
  ~TreeWalk() { ts_tree_cursor_delete(&cursor_); }
  TreeWalk(const TreeWalk&) = delete;
  TreeWalk& operator=(const TreeWalk&) = delete;

  TSNode node() const { return ts_tree_cursor_current_node(&cursor_); }
  HclField field() const {
    return grammar_names().fields[ts_tree_cursor_current_field_id(&cursor_)];
  }
  bool enter() { return ts_tree_cursor_goto_first_child(&cursor_); }
  bool next() { return ts_tree_cursor_goto_next_sibling(&cursor_); }
  bool leave() { return ts_tree_cursor_goto_parent(&cursor_); }

 private:
  TSTreeCursor cursor_;
};

// Writes down what we need of the nodes in a parser's root.
class TreeCopy {
 public:
  /// `offset`: where the parsed text begins in the whole one.
  TreeCopy(const TreePointer& tree, std::uint32_t offset, std::vector<HclTree::Entry>& entries)
      : walk_(tree), offset_(offset), entries_(entries) {}

  void run() {
    if (!walk_.enter()) return;
    do {
      const bool kept = add_current();
      if (kept) open_.push_back(static_cast<std::uint32_t>(entries_.size() - 1));
      if (kept && walk_.enter()) continue;
      if (kept) close();
      if (!go_on()) return;
    } while (true);
  }

 private:
  bool add_current() {
    const TSNode node = walk_.node();
    HclTree::Entry entry;
    entry.kind = kind_of(node);
    entry.field = walk_.field();
    if (entry.kind == HclKind::Other && entry.field == HclField::None) return false;
    entry.begin = offset_ + ts_node_start_byte(node);
    entry.end = offset_ + ts_node_end_byte(node);
    entries_.push_back(entry);
    return true;
  }

  void close() {
    HclTree::Entry& entry = entries_[open_.back()];
    entry.size = static_cast<std::uint32_t>(entries_.size()) - open_.back();
    open_.pop_back();
  }

  bool go_on() {
    while (!walk_.next()) {
      if (!walk_.leave() || open_.empty()) return false;
      close();
    }
    return true;
  }

  TreeWalk walk_;
  std::uint32_t offset_;
  std::vector<HclTree::Entry>& entries_;
  std::vector<std::uint32_t> open_;
};

// The token that does not fit in a tree with an error: the last one before the parser gave up, else
// the first that it skipped or missed. Behind all of the text if something is missing there.
HclRange wrong_token(const TreePointer& tree, std::uint32_t size) {
  TreeWalk walk(tree);
  HclRange last = {size, size};
  HclRange skipped = {size, size};
  do {
    const TSNode node = walk.node();
    const HclRange range = {ts_node_start_byte(node), ts_node_end_byte(node)};
    if (kind_of(node) == HclKind::Unexpected) return last.begin < size ? last : range;
    const bool wrong = kind_of(node) == HclKind::Error || ts_node_is_missing(node);
    if (wrong && skipped.begin == size && range.begin > 0) skipped = range;
    if (walk.enter()) continue;
    if (range.begin < range.end) last = range;
    while (!walk.next()) {
      if (!walk.leave()) return skipped;
    }
  } while (true);
}

}  // namespace

// Parses a text as a whole, and statement by statement once there is an error.
class HclTree::Builder {
 public:
  Builder(std::string_view text, HclTree& tree) : tree_(tree) {
    tree_.text_ = text;
    // about one node a dozen bytes in real files
    tree_.entries_.reserve(text.size() / 12 + 16);
    tree_.entries_.push_back(
        {.kind = HclKind::SourceFile, .end = static_cast<std::uint32_t>(text.size())});
  }

  void run(const HclOutline& outline) {
    const TreePointer whole = parse_text(tree_.text_);
    if (!has_error(whole)) {
      TreeCopy(whole, 0, tree_.entries_).run();
    } else {
      for (const HclRange& statement : outline.statements) {
        if (tree_.broken_.size() < kMostBroken) add_statement(statement);
      }
    }
    tree_.entries_.front().size = static_cast<std::uint32_t>(tree_.entries_.size());
  }

 private:
  void add_statement(HclRange statement) {
    const std::uint32_t size = statement.end - statement.begin;
    const TreePointer parsed = parse_text(tree_.text_.substr(statement.begin, size));
    if (!has_error(parsed)) {
      TreeCopy(parsed, statement.begin, tree_.entries_).run();
      return;
    }
    const HclRange token = wrong_token(parsed, size);
    tree_.broken_.push_back(
        {statement, {statement.begin + token.begin, statement.begin + token.end}});
  }

  HclTree& tree_;
};

HclTree HclTree::parse(std::string_view text, const HclOutline& outline) {
  HclTree result;
  Builder(text, result).run(outline);
  return result;
}

HclNode HclNode::find(HclField field) const {
  for (std::uint32_t i = index_ + 1; i < index_ + entry().size; i += tree_->entries()[i].size) {
    if (tree_->entries()[i].field == field) return {*tree_, i};
  }
  return {};
}

HclNode HclNode::find(HclKind kind) const {
  for (std::uint32_t i = index_ + 1; i < index_ + entry().size; i += tree_->entries()[i].size) {
    if (tree_->entries()[i].kind == kind) return {*tree_, i};
  }
  return {};
}

std::vector<HclNode> HclNode::children() const {
  std::vector<HclNode> nodes;
  for (std::uint32_t i = index_ + 1; i < index_ + entry().size; i += tree_->entries()[i].size)
    nodes.emplace_back(*tree_, i);
  return nodes;
}

std::string hcl_parser_text(std::string_view text) {
  const TreePointer tree = parse_text(text);
  const std::unique_ptr<char, decltype(&std::free)> printed(
      ts_node_string(ts_tree_root_node(tree.get())), &std::free);
  return printed.get();
}

}  // namespace exr
