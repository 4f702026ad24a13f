#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "findings/problem.h"
#include "source/span.h"
#include "support/limits.h"
#include "value/value.h"

namespace exr {

/// What a YAML document is for: our own settings, which are written plainly, or content that Bicep
/// loads, with anchors and aliases and the types that Bicep gives (see bicep_yaml_value).
enum class YamlUse : std::uint8_t { Settings, Content };

/// Reads one YAML document. Each value has the span of its text (block scalars with their
/// indicator, quoted ones with their quotes), each key its own. Plain scalars are typed by the core
/// schema of YAML 1.2: `yes`, `on` and dates are strings. Tags, keys that are no scalars, repeated
/// keys and further documents are not taken; of settings neither are anchors, aliases, merge keys.
/// Empty after a SyntaxError or LimitExceeded, which is then the last Problem; an empty document is
/// null.
std::optional<Value> read_yaml(std::string_view bytes, FileId file, const Limits& limits,
                               Problems& problems, YamlUse use = YamlUse::Settings);

/// The offset in the file's bytes at which the character `offset` of a scalar's text was written.
/// `scalar` is a String of read_yaml from these bytes. Exact for plain and quoted text; where line
/// breaks were folded, of the right line.
std::uint32_t offset_in_yaml(std::string_view bytes, const Value& scalar, std::size_t offset);

}  // namespace exr
