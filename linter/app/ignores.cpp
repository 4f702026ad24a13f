#include "app/ignores.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include "formats/json_comments.h"
#include "hcl/hcl_outline.h"
#include "support/limits.h"
#include "support/text.h"
#include "syntax/bicep_comments.h"
#include "value/containers.h"

namespace exr {

namespace {

using CommentReader = std::vector<Comment> (*)(std::string_view text);

struct CommentStyle {
  std::string_view ending;
  CommentReader read;
};

std::vector<Comment> hcl_comments(std::string_view text) {
  return outline_hcl(text, Limits().nesting).comments;
}

constexpr std::array kStyles = {
    CommentStyle{".bicep", bicep_comments}, CommentStyle{".bicepparam", bicep_comments},
    CommentStyle{".json", json_comments},   CommentStyle{".jsonc", json_comments},
    CommentStyle{".tf", hcl_comments},
};

constexpr std::string_view kIgnore = "exrlint:ignore";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The ignores in the comments of one file.
class CommentIgnores {
 public:
  /// `declarations` by where they begin.
  CommentIgnores(const SourceFile& source, FileId file, std::vector<Comment> comments,
                 const std::map<std::pair<FileId, std::uint32_t>, std::uint32_t>& declarations)
      : source_(source),
        text_(source.text()),
        file_(file),
        comments_(std::move(comments)),
        declarations_(declarations) {}

  void add_to(std::vector<Ignore>& ignores) {
    for (std::size_t i = 0; i < comments_.size(); ++i) {
      const Comment& comment = comments_[i];
      auto text = read_ignore_comment(text_.substr(comment.begin, comment.end - comment.begin));
      if (!text) continue;
      Ignore ignore{.text = *std::move(text), .span = {file_, comment.begin, comment.end}};
      if (ignore.text.whole_file)
        cover_file(ignore, i);
      else
        cover_line(ignore, i);
      ignores.push_back(std::move(ignore));
    }
  }

 private:
  static bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  void cover_file(Ignore& ignore, std::size_t number) const {
    std::size_t end = text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    for (std::size_t i = 0; i <= number; ++i) {
      if (!is_blank(text_.substr(end, comments_[i].begin - end)) && ignore.text.fault.empty())
        ignore.text.fault = "`exrlint:ignore-file` counts only in the head of a file";
      end = comments_[i].end;
    }
    ignore.extent = {file_, 0, static_cast<std::uint32_t>(text_.size() + 1)};
  }

  // The first code behind a comment.
  std::uint32_t code_after(std::size_t number) const {
    std::size_t at = comments_[number].end;
    for (std::size_t next = number + 1;; ++next) {
      at = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
      if (next == comments_.size() || at < comments_[next].begin) break;
      at = comments_[next].end;
    }
    return static_cast<std::uint32_t>(at);
  }

  Span line_at(std::uint32_t offset) const {
    const std::uint32_t line = source_.position_at(offset).line;
    const bool is_last = line == source_.line_count();
    return {file_, source_.line_start(line),
            is_last ? static_cast<std::uint32_t>(text_.size() + 1) : source_.line_start(line + 1)};
  }

  void cover_line(Ignore& ignore, std::size_t number) const {
    const std::uint32_t begin = ignore.span.begin;
    ignore.extent = line_at(begin);
    if (!is_blank(text_.substr(ignore.extent.begin, begin - ignore.extent.begin))) return;
    const std::uint32_t code = code_after(number);
    ignore.extent = line_at(code);
    // Bicep's decorators stand before the declaration that they are about
    const bool is_decorated = code < text_.size() && text_[code] == '@';
    const auto declaration =
        is_decorated ? declarations_.lower_bound({file_, code}) : declarations_.find({file_, code});
    if (declaration == declarations_.end() || declaration->first.first != file_) return;
    ignore.extent = {file_, code, declaration->second};
    ignore.covers_subject = true;
  }

  const SourceFile& source_;
  std::string_view text_;
  FileId file_;
  std::vector<Comment> comments_;
  const std::map<std::pair<FileId, std::uint32_t>, std::uint32_t>& declarations_;
};

class IgnoreFinder {
 public:
  explicit IgnoreFinder(const IgnoreInput& input) : input_(input) {}

  std::vector<Ignore> find() {
    for (std::size_t i = 0; i < input_.sources.size(); ++i) search(static_cast<FileId>(i));
    for (std::size_t i = 0; i < input_.library.size(); ++i) {
      const Template& lowered = input_.library.at(static_cast<TemplateId>(i));
      for (const ResourceDeclaration& resource : lowered.resources) read_metadata(resource);
    }
    return std::move(ignores_);
  }

 private:
  void add_declaration(const Span& span) {
    if (!span.valid()) return;
    std::uint32_t& end = declarations_[{span.file, span.begin}];
    end = std::max(end, span.end);
  }

  void find_declarations() {
    if (!declarations_.empty()) return;
    for (const Span& block : input_.blocks) add_declaration(block);
    for (const Resource& resource : input_.graph.resources()) add_declaration(resource.declared_at);
    for (const Parameter& parameter : input_.graph.parameters())
      add_declaration(parameter.declared_at);
    for (const Output& output : input_.graph.outputs()) add_declaration(output.declared_at);
  }

  void search(FileId file) {
    const SourceFile& source = input_.sources.file(file);
    // hardly any file has one
    if (source.text().find(kIgnore) == std::string_view::npos) return;
    for (const CommentStyle& style : kStyles) {
      if (!ends_with_ignoring_case(source.path(), style.ending)) continue;
      find_declarations();
      CommentIgnores(source, file, style.read(source.text()), declarations_).add_to(ignores_);
    }
  }

  void read_metadata(const ResourceDeclaration& resource) {
    if (!resource.ignored.is_array()) return add_metadata(resource.ignored, resource);
    for (const Value& member : resource.ignored.as_array().members) add_metadata(member, resource);
  }

  void add_metadata(const Value& value, const ResourceDeclaration& resource) {
    if (!value.is_string()) return;
    ignores_.push_back({.text = read_ignore_text(value.as_string()),
                        .span = value.origin(),
                        .extent = resource.span,
                        .covers_subject = true});
  }

  const IgnoreInput& input_;
  // where declarations begin, and where they end
  std::map<std::pair<FileId, std::uint32_t>, std::uint32_t> declarations_;
  std::vector<Ignore> ignores_;
};

}  // namespace

std::vector<Ignore> find_ignores(const IgnoreInput& input) { return IgnoreFinder(input).find(); }

}  // namespace exr
