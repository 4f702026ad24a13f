#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/statement_split.h"
#include "syntax/syntax_kinds.h"

namespace exr {

class SyntaxNode;

/// The number of tokens that are parsed at once: the parser's library keeps no more than 65,535
/// children of a node, and what it cannot read may all be children of one.
inline constexpr std::size_t kMostParsedTokens = 56'000;

/// The syntax of one Bicep text: nodes in the order of their beginnings, each with its whole
/// subtree behind it. Plain data; the parser is gone once it is made. Anonymous tokens are left out
/// unless a field names them or the parser made them up.
class SyntaxTree {
 public:
  struct Entry {
    SyntaxKind kind = SyntaxKind::Other;
    SyntaxField field = SyntaxField::None;
    bool is_missing = false;
    bool has_error = false;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    /// Entries of the subtree, this one included.
    std::uint32_t size = 1;
  };

  /// Parses a text, which outlives the tree. Never fails: what does not fit is in Error nodes. Once
  /// there is an error, each statement is read alone, so that it is the only one to suffer from it.
  static SyntaxTree parse(std::string_view text);

  SyntaxNode root() const;
  std::string_view text() const { return text_; }
  const std::vector<Entry>& entries() const { return entries_; }
  bool has_error() const { return entries_.front().has_error; }
  /// The statements that have an error, in order. The second kind has too many tokens to be read.
  const std::vector<StatementRange>& broken() const { return broken_; }
  const std::vector<StatementRange>& too_long() const { return too_long_; }

 private:
  class Builder;

  std::string_view text_;
  std::vector<Entry> entries_;
  std::vector<StatementRange> broken_;
  std::vector<StatementRange> too_long_;
};

/// A node of a SyntaxTree, or none. As cheap as a pointer; the tree outlives it.
class SyntaxNode {
 public:
  SyntaxNode() = default;
  SyntaxNode(const SyntaxTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}

  explicit operator bool() const { return tree_ != nullptr; }
  SyntaxKind kind() const { return entry().kind; }
  SyntaxField field() const { return entry().field; }
  bool is(SyntaxKind kind) const { return tree_ != nullptr && entry().kind == kind; }
  bool is_missing() const { return entry().is_missing; }
  /// Whether an error is in it anywhere.
  bool has_error() const { return entry().has_error; }
  std::uint32_t begin() const { return entry().begin; }
  std::uint32_t end() const { return entry().end; }
  /// The text under it; empty for none.
  std::string_view text() const {
    return tree_ == nullptr ? std::string_view() : tree_->text().substr(begin(), end() - begin());
  }
  std::uint32_t index() const { return index_; }

  /// The first child, none if there is none; the next one after it within the same parent.
  SyntaxNode first_child() const {
    return entry().size > 1 ? SyntaxNode(*tree_, index_ + 1) : SyntaxNode();
  }
  /// The first child with this field, none if there is none.
  SyntaxNode find(SyntaxField field) const;
  SyntaxNode find(SyntaxKind kind) const;
  /// The children, for a range-based loop.
  class Children;
  Children children() const;

 private:
  const SyntaxTree::Entry& entry() const { return tree_->entries()[index_]; }

  const SyntaxTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

/// The children of a node in order.
class SyntaxNode::Children {
 public:
  class Iterator {
   public:
    Iterator(const SyntaxTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
    SyntaxNode operator*() const { return {*tree_, index_}; }
    Iterator& operator++() {
      index_ += tree_->entries()[index_].size;
      return *this;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const SyntaxTree* tree_;
    std::uint32_t index_;
  };

  Children(const SyntaxTree* tree, std::uint32_t begin, std::uint32_t end)
      : tree_(tree), begin_(begin), end_(end) {}
  Iterator begin() const { return {tree_, begin_}; }
  Iterator end() const { return {tree_, end_}; }

 private:
  const SyntaxTree* tree_;
  std::uint32_t begin_;
  std::uint32_t end_;
};

/// The tree of a text as tree-sitter prints it, with the grammar's own names: what the grammar's
/// tests compare.
std::string parser_text(std::string_view text);

inline SyntaxNode SyntaxTree::root() const { return {*this, 0}; }
inline SyntaxNode::Children SyntaxNode::children() const {
  return {tree_, index_ + 1, index_ + entry().size};
}

inline SyntaxNode SyntaxNode::find(SyntaxField field) const {
  for (const SyntaxNode child : children()) {
    if (child.field() == field) return child;
  }
  return {};
}

inline SyntaxNode SyntaxNode::find(SyntaxKind kind) const {
  for (const SyntaxNode child : children()) {
    if (child.kind() == kind) return child;
  }
  return {};
}

}  // namespace exr
