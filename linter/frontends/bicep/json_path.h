#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/result.h"
#include "value/value.h"

namespace exr {

class JsonFilter;

/// One step of a JSON path, from values to values in them.
struct JsonPathStep {
  enum class Kind : std::uint8_t {
    /// `.name`, `['a','b']`
    Names,
    /// `..name`
    DeepNames,
    /// `.*`: of objects
    Properties,
    /// `[*]`: of arrays
    Elements,
    /// `..*`: the value itself and all that is in it
    AllInside,
    /// `[0]`, `[0,2]`
    Indexes,
    /// `[start:end:step]`
    Slice,
    /// `[?(...)]`: of arrays
    Filter,
    /// `..[?(...)]`: of the value itself and all that is in it
    DeepFilter,
  };
  Kind kind = Kind::Names;
  std::vector<std::string> names;
  std::vector<std::int32_t> indexes;
  /// Of a slice, each where it is written.
  std::optional<std::int32_t> start;
  std::optional<std::int32_t> end;
  std::optional<std::int32_t> step;
  std::shared_ptr<const JsonFilter> filter;
};

/// One selection in a document, which outlives it: what `$` of a filter means, and how much work it
/// was.
class JsonSelection {
 public:
  explicit JsonSelection(const Value& document) : document_(document) {}

  const Value& document() const { return document_; }
  /// Counts a value that is looked at; false where the selection has failed, or is too much work.
  bool may_go_on();
  void fail(std::string message) { failure_ = std::move(message); }
  /// Empty if all went well.
  const std::string& failure() const { return failure_; }

 private:
  const Value& document_;
  std::size_t visited_ = 0;
  std::string failure_;
};

/// A JSON path that was read.
class JsonPath {
 public:
  using Matches = std::vector<const Value*>;

  explicit JsonPath(std::vector<JsonPathStep> steps) : steps_(std::move(steps)) {}
  /// The parts of a value that it selects, which live as long as the value.
  Matches select(const Value& value, JsonSelection& selection) const;

 private:
  std::vector<JsonPathStep> steps_;
};

/// The parts of a JSON document that a path selects, in order, as `SelectTokens` of Newtonsoft.Json
/// does, which Bicep uses (Src/Newtonsoft.Json/Linq/JsonPath of JamesNK/Newtonsoft.Json): `$` may
/// be left out; an index counts from the start only, the places of a slice also from the end; `&&`
/// and
/// `||` of a filter take all that follows as their right side, without precedence; a filter has no
/// parentheses. Names compare with case. The Failure says what of the path is not understood.
Result<std::vector<Value>> select_by_path(const Value& document, std::string_view path);

}  // namespace exr
