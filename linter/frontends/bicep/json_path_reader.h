#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "frontends/bicep/json_filter.h"
#include "frontends/bicep/json_path.h"
#include "frontends/bicep/json_path_text.h"

namespace exr {

/// Reads the text of one JSON path, with the filters in it.
class JsonPathReader {
 public:
  explicit JsonPathReader(std::string_view text) : text_(text) {}

  /// Empty if it is not understood; then rest() begins with what is not.
  std::optional<JsonPath> read();
  std::string_view rest() const { return text_.rest(); }

 private:
  using Steps = std::vector<JsonPathStep>;

  std::optional<JsonPath> read_steps();
  bool ends_here() const;
  bool read_name(bool is_deep, Steps& steps);
  bool read_brackets(bool is_deep, Steps& steps);
  bool read_quoted_names(bool is_deep, Steps& steps);
  bool read_indexes(Steps& steps);
  bool read_slice(std::optional<std::int32_t> start, Steps& steps);
  bool read_filter(bool is_deep, Steps& steps);
  std::optional<JsonFilter::Term> read_term();
  std::optional<JsonFilter::Operator> read_operator();
  std::optional<JsonFilter::Operand> read_operand();
  std::optional<Value> read_literal();

  JsonPathText text_;
  /// How many filters stand around what is read.
  std::uint32_t depth_ = 0;
};

}  // namespace exr
