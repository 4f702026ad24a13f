#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "findings/report.h"
#include "reporters/json_writer.h"

namespace exr {

/// The name of the project root in SARIF's `originalUriBaseIds`.
inline constexpr std::string_view kRootBase = "%SRCROOT%";

/// A path as a URI reference: percent-encoded, `file:` where it is absolute.
std::string sarif_uri(std::string_view path);

/// What to show around a place: a proper superset of it, a few lines or, where those are too long,
/// a part of the line. Empty where there is nothing more to show.
std::optional<Span> context_of(const SourceFile& file, const Span& place);

/// `physicalLocation` and its value: file, region with snippet, context. `span` must have a place.
void write_physical_location(JsonWriter& json, const Report& report, const Span& span);
/// The same for a file without a place in it.
void write_physical_location(JsonWriter& json, const Report& report, std::string_view path);

}  // namespace exr
