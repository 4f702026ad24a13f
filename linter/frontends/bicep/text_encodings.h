#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace exr {

/// The encodings that Bicep's load functions take
/// (https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-files).
enum class TextEncoding : std::uint8_t { Ascii, Utf8, Utf16, Utf16BigEndian, Latin1 };

/// By its name (`utf-16BE`), exact in case; empty if there is none.
std::optional<TextEncoding> find_encoding(std::string_view name);
/// All names, for messages.
std::string encoding_names();

/// Bytes as UTF-8, without their byte order mark, which counts more than `encoding`. What is not of
/// the encoding becomes U+FFFD, or `?` in ASCII, as .NET decodes it.
std::string decoded_text(std::string_view bytes, TextEncoding encoding);

}  // namespace exr
