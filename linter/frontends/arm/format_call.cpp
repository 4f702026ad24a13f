#include "frontends/arm/format_call.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exr {

namespace {

// Takes a format string apart into text and holes.
class FormatPieces {
 public:
  FormatPieces(const ArmCall& call, ExpressionTree& tree)
      : call_(call),
        tree_(tree),
        format_(tree.text(tree.node(call.arguments.front()).payload)),
        place_(tree.span(call.arguments.front())) {}

  bool read() {
    for (std::size_t at = 0; at < format_.size(); ++at) {
      const char c = format_[at];
      const bool is_double = at + 1 < format_.size() && format_[at + 1] == c;
      if (c != '{' && c != '}') {
        text_ += c;
      } else if (is_double) {
        text_ += c;
        ++at;
      } else {
        const std::size_t end = format_.find('}', at);
        if (c == '}' || end == std::string_view::npos) return false;
        if (!add_hole(std::string_view(format_).substr(at + 1, end - at - 1))) return false;
        at = end;
      }
    }
    add_text();
    return has_holes_;
  }

  const std::vector<NodeId>& pieces() const { return pieces_; }

 private:
  bool add_hole(std::string_view number) {
    std::size_t index = 0;
    const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), index);
    const bool is_plain = error == std::errc() && stop == number.data() + number.size();
    if (!is_plain || index + 1 >= call_.arguments.size()) return false;
    add_text();
    pieces_.push_back(call_.arguments[index + 1]);
    has_holes_ = true;
    return true;
  }

  void add_text() {
    if (!text_.empty()) pieces_.push_back(tree_.add_string(text_, place_));
    text_.clear();
  }

  const ArmCall& call_;
  ExpressionTree& tree_;
  std::string format_;
  Span place_;
  std::string text_;
  std::vector<NodeId> pieces_;
  bool has_holes_ = false;
};

}  // namespace

NodeId lower_format_call(const ArmCall& call, ExpressionTree& tree) {
  if (call.arguments.empty() || tree.node(call.arguments.front()).kind != NodeKind::String)
    return NodeId::kNone;
  FormatPieces pieces(call, tree);
  if (!pieces.read()) return NodeId::kNone;
  return tree.add({.kind = NodeKind::Interpolation, .begin = call.span.begin, .end = call.span.end},
                  pieces.pieces());
}

}  // namespace exr
