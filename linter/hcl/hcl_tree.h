#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hcl/hcl_kinds.h"
#include "hcl/hcl_outline.h"

namespace exr {

class HclNode;

/// The syntax of one HCL text: nodes in the order of their beginnings, each with its whole subtree
/// behind it. Plain data; the parser is gone once it is made. Comments are left out, and tokens
/// that no field names.
class HclTree {
 public:
  struct Entry {
    HclKind kind = HclKind::Other;
    HclField field = HclField::None;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    /// Entries of the subtree, this one included.
    std::uint32_t size = 1;
  };
  /// A statement that is none, and the token in it that does not fit.
  struct Broken {
    HclRange statement;
    HclRange token;
  };

  /// Parses a text, which outlives the tree and is within the limit of nesting; `outline` is its
  /// own. Never fails: a statement that has an error is left out and told in `broken`, and each of
  /// the others is read as if it stood alone.
  static HclTree parse(std::string_view text, const HclOutline& outline);

  HclNode root() const;
  std::string_view text() const { return text_; }
  const std::vector<Entry>& entries() const { return entries_; }
  const std::vector<Broken>& broken() const { return broken_; }

 private:
  class Builder;

  std::string_view text_;
  std::vector<Entry> entries_;
  std::vector<Broken> broken_;
};

/// A node of an HclTree, or none. As cheap as a pointer; the tree outlives it.
class HclNode {
 public:
  HclNode() = default;
  HclNode(const HclTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}

  explicit operator bool() const { return tree_ != nullptr; }
  HclKind kind() const { return entry().kind; }
  HclField field() const { return entry().field; }
  bool is(HclKind kind) const { return tree_ != nullptr && entry().kind == kind; }
  std::uint32_t begin() const { return entry().begin; }
  std::uint32_t end() const { return entry().end; }
  /// The text under it; empty for none.
  std::string_view text() const {
    return tree_ == nullptr ? std::string_view() : tree_->text().substr(begin(), end() - begin());
  }

  /// The first child, none if there is none.
  HclNode first_child() const { return entry().size > 1 ? HclNode(*tree_, index_ + 1) : HclNode(); }
  /// The first child with this field, or of this kind; none if there is none.
  HclNode find(HclField field) const;
  HclNode find(HclKind kind) const;
  /// The children in order.
  std::vector<HclNode> children() const;

 private:
  const HclTree::Entry& entry() const { return tree_->entries()[index_]; }

  const HclTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

/// The tree of a text as tree-sitter prints it, with the grammar's own names: what the grammar's
/// tests compare.
std::string hcl_parser_text(std::string_view text);

inline HclNode HclTree::root() const { return {*this, 0}; }

}  // namespace exr
