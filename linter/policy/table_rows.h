#pragma once

#include <string_view>
#include <utility>

#include "value/value.h"

namespace exr {

/// The rows of a reference table: an object by key, or an array. Those of an embedded pack are
/// decoded when they are first asked for, since most runs ask for few tables.
class TableRows {
 public:
  TableRows() = default;
  explicit TableRows(Value rows) : rows_(std::move(rows)) {}
  /// Rows that encode_pack wrote. The bytes outlive the rows and their copies.
  static TableRows encoded(std::string_view bytes);

  const Value& value() const;
  /// The file that they were read from; kNone for those of a pack.
  FileId file() const { return rows_.origin().file; }

 private:
  mutable Value rows_;
  mutable std::string_view encoded_;
};

}  // namespace exr
