#pragma once

#include <string_view>
#include <vector>

#include "value/value.h"

namespace exr {

/// Joins known and partly known texts into one value: IDs and names.
class TextBuilder {
 public:
  TextBuilder() { parts_.reserve(kUsualParts); }
  TextBuilder& add(std::string_view text);
  TextBuilder& add(const Value& part);
  /// A String if every part is known, else a partly known one, with the parts' history and, where
  /// they have few, their candidates.
  Value text() const;

 private:
  static constexpr std::size_t kUsualParts = 8;

  std::vector<Value> parts_;
};

/// The canonical text of an ID or a name: a String's own, an Unknown's with `${...}` around what is
/// not known.
SharedText plain_text(const Value& text);
/// A text cut at its slashes, in values: those inside unknown parts do not count.
std::vector<Value> slash_segments(const Value& text);

}  // namespace exr
