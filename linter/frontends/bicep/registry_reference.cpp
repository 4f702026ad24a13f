#include "frontends/bicep/registry_reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "support/text.h"

namespace exr {

namespace {

constexpr std::size_t kLongestName = 255;
constexpr std::size_t kLongestTag = 128;
constexpr std::size_t kLongestResourceName = 90;
constexpr std::size_t kDigestDigits = 64;
constexpr std::string_view kDigestPrefix = "sha256:";

bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter_or_digit(char c) { return is_lower_or_digit(c) || is_upper(c); }
bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

// [a-z0-9]+([._-][a-z0-9]+)*
bool is_path_segment(std::string_view text) {
  char before = '.';
  for (const char c : text) {
    if (!is_lower_or_digit(c) && (!is_one_of(c, "._-") || is_one_of(before, "._-"))) return false;
    before = c;
  }
  return !is_one_of(before, "._-");
}

// [a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}
bool is_tag(std::string_view text) {
  return !text.empty() && text.size() <= kLongestTag && !is_one_of(text.front(), ".-") &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter_or_digit(c) || is_one_of(c, "._-"); });
}

bool is_digest(std::string_view text) {
  if (!text.starts_with(kDigestPrefix)) return false;
  text.remove_prefix(kDigestPrefix.size());
  return text.size() == kDigestDigits && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

// A host name or address, possibly with a port.
bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= kLongestName && is_letter_or_digit(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter_or_digit(c) || is_one_of(c, "._-:"); });
}

// [-\w.()]{0,89}[-\w()]: the name of a resource group or of a template spec, and its version.
bool is_resource_name(std::string_view text) {
  return !text.empty() && text.size() <= kLongestResourceName && text.back() != '.' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter_or_digit(c) || is_one_of(c, "_-.()"); });
}

bool is_guid(std::string_view text) {
  constexpr std::string_view kShape = "00000000-0000-0000-0000-000000000000";
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_digit =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (kShape[i] == '-' ? c != '-' : !is_digit) return false;
  }
  return true;
}

template <typename IsSegment>
bool are_segments(std::string_view path, const IsSegment& is_segment) {
  if (path.empty() || path.size() > kLongestName) return false;
  const std::vector<std::string_view> segments = split(path, '/');
  return std::all_of(segments.begin(), segments.end(), is_segment);
}

bool is_alias(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter_or_digit(c) || is_one_of(c, "_-");
  });
}

Failure not_a_reference(std::string_view shape) {
  return {.message =
              fmt::format("is no reference to a module of a registry, which is like `{}`", shape)};
}

Result<RegistryReference> registry_reference(std::string_view path, std::string_view version) {
  const Failure wrong = not_a_reference("br:example.azurecr.io/network/circuit:1.0.0");
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return wrong;
  RegistryReference reference;
  reference.host = path.substr(0, slash);
  reference.path = path.substr(slash + 1);
  reference.version = version;
  if (!is_host(reference.host) || !are_segments(reference.path, is_path_segment)) return wrong;
  if (!is_tag(version) && !is_digest(version)) return wrong;
  return reference;
}

Result<RegistryReference> template_spec_reference(std::string_view path, std::string_view version) {
  const std::vector<std::string_view> parts = split(path, '/');
  const bool fits = parts.size() == 3 && is_guid(parts[0]) && is_resource_name(parts[1]) &&
                    is_resource_name(parts[2]) && is_resource_name(version);
  if (!fits)
    return not_a_reference("ts:<subscription ID>/<resource group>/<template spec>:<version>");
  return RegistryReference{.scheme = RegistryReference::Scheme::TemplateSpec,
                           .host = {},
                           .path = std::string(path),
                           .version = std::string(version)};
}

bool is_template_spec(std::string_view scheme) { return scheme.starts_with("ts"); }

// The positions of capitals, as TagEncoder writes them: bits from the first character on, in two
// words of 64, the higher one first, without leading zeros.
std::string capitals_mask(std::string_view tag) {
  std::array<std::uint64_t, 2> words = {0, 0};
  for (std::size_t i = 0; i < tag.size(); ++i) {
    if (is_upper(tag[i])) words[i / 64] |= std::uint64_t{1} << i % 64;
  }
  if (words[1] != 0) return fmt::format("{:x}{:016x}", words[1], words[0]);
  return words[0] == 0 ? std::string() : fmt::format("{:x}", words[0]);
}

}  // namespace

bool is_registry_path(std::string_view path) {
  return path.starts_with("br:") || path.starts_with("br/") || path.starts_with("ts:") ||
         path.starts_with("ts/");
}

WrittenReference split_reference(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view address = text.substr(colon + 1);
  // a port stands before the last slash
  const std::size_t slash = address.rfind('/');
  const std::size_t version =
      address.find_first_of(":@", slash == std::string_view::npos ? 0 : slash);
  if (version == std::string_view::npos) return {};
  WrittenReference written{.scheme = text.substr(0, colon),
                           .path = address.substr(0, version),
                           .version = address.substr(version + 1)};
  const bool is_spec = is_template_spec(written.scheme);
  const bool has_version = is_spec ? is_resource_name(written.version)
                                   : is_tag(written.version) || is_digest(written.version);
  const std::string_view path = written.path;
  const bool has_path = are_segments(path, is_resource_name) ||
                        (!is_spec && path.find('/') != std::string_view::npos &&
                         is_host(path.substr(0, path.find('/'))) &&
                         are_segments(path.substr(path.find('/') + 1), is_path_segment));
  return has_version && has_path ? written : WrittenReference{};
}

Result<RegistryReference> parse_registry_reference(std::string_view text,
                                                   const BicepConfig& config) {
  const bool is_spec = is_template_spec(text);
  const WrittenReference written = split_reference(text);
  if (written.version.empty()) {
    return is_spec ? template_spec_reference({}, {}) : registry_reference({}, {});
  }
  std::string path(written.path);
  if (const std::size_t slash = written.scheme.find('/'); slash != std::string_view::npos) {
    const std::string_view alias = written.scheme.substr(slash + 1);
    const BicepConfig::Aliases& aliases =
        is_spec ? config.template_spec_aliases : config.registry_aliases;
    const auto target = aliases.find(alias);
    if (!is_alias(alias) || target == aliases.end()) {
      return Failure{fmt::format("has the alias `{}`, which `{}` does not define", alias,
                                 config.path.empty() ? kBicepConfigFile : config.path)};
    }
    path = target->second + "/" + path;
  }
  return is_spec ? template_spec_reference(path, written.version)
                 : registry_reference(path, written.version);
}

std::string version_folder(std::string_view version) { return replace_all(version, ":", "#"); }

std::string folder_in_cache(const RegistryReference& reference) {
  if (reference.scheme == RegistryReference::Scheme::TemplateSpec)
    return to_lower("ts/" + reference.path + "/" + reference.version);
  const bool is_tagged = !reference.version.starts_with(kDigestPrefix);
  const std::string version = is_tagged ? reference.version + "$" + capitals_mask(reference.version)
                                        : version_folder(reference.version);
  return "br/" + to_lower(replace_all(reference.host, ":", "$")) + "/" +
         replace_all(reference.path, "/", "$") + "/" + version;
}

}  // namespace exr
