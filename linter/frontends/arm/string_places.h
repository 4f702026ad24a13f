#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace exr {

/// Where the bytes of a JSON string's content stand in its file, whatever escapes are in it.
class StringPlaces {
 public:
  /// `file_text` is the text of the whole file, `string` the span of the string with its quotes;
  /// `size` the number of bytes of its content.
  StringPlaces(std::string_view file_text, Span string, std::size_t size);

  /// The place in the file of a range of bytes of the content.
  Span span(std::size_t begin, std::size_t end) const {
    return {string_.file, place(begin), place(end)};
  }

 private:
  std::uint32_t place(std::size_t offset) const;

  Span string_;
  // by byte of the content; empty where the content stands in the file as it is
  std::vector<std::uint32_t> places_;
};

}  // namespace exr
