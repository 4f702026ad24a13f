#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "expression/functions/arguments.h"
#include "expression/functions/table.h"
#include "support/text.h"
#include "value/print.h"

namespace exr {

namespace {

using enum Treatment;

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

std::string escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (is_unreserved(c)) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
  }
  return result;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    const std::string_view digits = text.substr(i).substr(text[i] == '%' ? 1 : 0, 2);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    const bool is_escape =
        text[i] == '%' && digits.size() == 2 && error == std::errc() && end == digits.data() + 2;
    result += is_escape ? static_cast<char>(static_cast<unsigned char>(byte)) : text[i];
    i += is_escape ? 2 : 0;
  }
  return result;
}

// The parts of an absolute URI (RFC 3986). Path and query keep their first character.
struct Uri {
  std::string scheme;
  std::string host;
  std::optional<std::int64_t> port;
  std::string path;
  std::string query;

  std::string origin() const {
    const std::string address = scheme + "://" + host;
    return port ? address + ":" + std::to_string(*port) : address;
  }
};

std::optional<Uri> read_uri(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  Uri uri;
  uri.scheme = to_lower(text.substr(0, colon));
  text.remove_prefix(colon + 3);
  text = text.substr(0, text.find('#'));
  const std::size_t end = std::min(text.find_first_of("/?"), text.size());
  std::string_view authority = text.substr(0, end);
  text.remove_prefix(end);
  const std::size_t at = authority.rfind(':');
  const bool has_port =
      at != std::string_view::npos && authority.find(']', at) == std::string_view::npos;
  if (has_port) {
    std::int64_t port = 0;
    const char* last = authority.data() + authority.size();
    const auto [stop, error] = std::from_chars(authority.data() + at + 1, last, port);
    if (error != std::errc() || stop != last || port < 0 || port > 65535) return std::nullopt;
    uri.port = port;
    authority = authority.substr(0, at);
  }
  if (authority.empty()) return std::nullopt;
  uri.host = to_lower(authority);
  const std::size_t mark = std::min(text.find('?'), text.size());
  uri.path = text.substr(0, mark);
  uri.query = text.substr(mark);
  if (uri.path.empty()) uri.path = "/";
  return uri;
}

// RFC 3986, 5.2.4.
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  const std::vector<std::string_view> parts = split(path.substr(1), '/');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_last = i + 1 == parts.size();
    if (parts[i] == "..") {
      if (!kept.empty()) kept.pop_back();
    } else if (parts[i] != ".") {
      kept.push_back(parts[i]);
      continue;
    }
    if (is_last) kept.push_back("");
  }
  std::string result;
  for (const std::string_view part : kept) result.append("/").append(part);
  return result.empty() ? "/" : result;
}

std::string resolved(const Uri& base, std::string_view relative) {
  if (relative.starts_with("//")) return base.scheme + ":" + std::string(relative);
  if (relative.empty()) return base.origin() + base.path + base.query;
  if (relative.starts_with('?')) return base.origin() + base.path + std::string(relative);
  const std::size_t mark = std::min(relative.find('?'), relative.size());
  std::string path(relative.substr(0, mark));
  if (!path.starts_with('/')) path = base.path.substr(0, base.path.rfind('/') + 1) + path;
  return base.origin() + without_dots(path) + std::string(relative.substr(mark));
}

Value no_uri(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a string");
  return call.fail(
      "`" + std::string(call.name()) + "` cannot read `" + message_text(call[0]) + "` as a URI", 0);
}

Value uri(const FunctionCall& call) {
  if (!call[0].is_string() || !call[1].is_string()) return call.fail("`uri` takes two strings");
  if (read_uri(call[1].as_string())) return call[1];
  const std::optional<Uri> base = read_uri(call[0].as_string());
  return base ? Value::string(resolved(*base, call[1].as_string())) : no_uri(call);
}

Value uri_component(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a string");
  return Value::string(escaped(call[0].as_string()));
}

Value uri_component_to_string(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a string");
  return Value::string(unescaped(call[0].as_string()));
}

Value parse_uri(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a string");
  const std::optional<Uri> parts = read_uri(call[0].as_string());
  if (!parts) return no_uri(call);
  std::optional<std::int64_t> port = parts->port;
  if (!port && parts->scheme == "https") port = 443;
  if (!port && parts->scheme == "http") port = 80;
  Object result;
  result.set("scheme", Value::string(parts->scheme));
  result.set("host", Value::string(parts->host));
  result.set("port", port ? Value::integer(*port) : Value());
  result.set("path", Value::string(parts->path));
  result.set("query", Value::string(parts->query));
  return Value::object(std::move(result));
}

// A text part of `buildUri`'s argument; `missing` if it is not there.
std::string uri_part(const Object& parts, std::string_view name, std::string_view missing) {
  const Value* value = parts.find(name);
  return value != nullptr && value->is_string() ? value->as_string() : std::string(missing);
}

Value build_uri(const FunctionCall& call) {
  if (!call[0].is_object()) return refused(call, "an object");
  if (!is_decided(call[0])) return call.unknown();
  const Object& parts = call[0].as_object();
  Uri result;
  result.scheme = uri_part(parts, "scheme", "https");
  result.host = uri_part(parts, "host", "");
  if (result.host.empty()) return call.fail("`buildUri` takes an object with a `host`", 0);
  const Value* port = parts.find("port");
  const bool is_default =
      port != nullptr && port->is_int() && port->as_int() == (result.scheme == "https" ? 443 : 80);
  if (port != nullptr && port->is_int() && port->as_int() >= 0 && !is_default)
    result.port = port->as_int();
  std::string path = uri_part(parts, "path", "/");
  if (!path.starts_with('/')) path.insert(0, 1, '/');
  std::string query = uri_part(parts, "query", "");
  if (!query.empty() && !query.starts_with('?')) query.insert(0, 1, '?');
  return Value::string(result.origin() + path + query);
}

constexpr std::array kFunctions = {
    FunctionEntry{"uri", 2, 2, Scalar, Availability::Both, uri},
    FunctionEntry{"uriComponent", 1, 1, Scalar, Availability::Both, uri_component},
    FunctionEntry{"uriComponentToString", 1, 1, Scalar, Availability::Both,
                  uri_component_to_string},
    FunctionEntry{"parseUri", 1, 1, Scalar, Availability::Both, parse_uri},
    FunctionEntry{"buildUri", 1, 1, Scalar, Availability::Both, build_uri},
};

}  // namespace

std::span<const FunctionEntry> uri_functions() { return kFunctions; }

}  // namespace exr
