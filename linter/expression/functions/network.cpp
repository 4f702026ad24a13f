#include <array>

#include "azure/cidr.h"
#include "expression/functions/arguments.h"
#include "expression/functions/table.h"
#include "value/print.h"

namespace exr {

namespace {

using enum Treatment;

std::optional<Network> network_argument(const FunctionCall& call) {
  return call[0].is_string() ? parse_cidr(call[0].as_string()) : std::nullopt;
}

Value no_network(const FunctionCall& call) {
  if (!call[0].is_string()) return refused(call, "a network in CIDR notation");
  // Azure takes an address alone too, but nowhere says which network that is
  if (!call.dialect().is_rules() && parse_ip_address(call[0].as_string())) return call.unknown();
  return call.fail("`" + message_text(call[0]) + "` is no network in CIDR notation (`" +
                       std::string(call.name()) + "`)",
                   0);
}

Value cidr_subnet(const FunctionCall& call) {
  const std::optional<Network> network = network_argument(call);
  if (!network) return no_network(call);
  for (std::size_t i = 1; i < 3; ++i) {
    if (!call[i].is_int() || call[i].as_int() < 0) return refused(call, "an integer from 0", i);
  }
  const std::int64_t prefix = call[1].as_int();
  const std::int64_t widest = width_of(network->version());
  if (prefix < network->prefix() || prefix > widest) {
    return call.fail("`cidrSubnet` takes a prefix from " + std::to_string(network->prefix()) +
                         " to " + std::to_string(widest) + " here, not " + std::to_string(prefix),
                     1);
  }
  const auto subnet =
      network->subnet(static_cast<unsigned>(prefix), static_cast<std::uint64_t>(call[2].as_int()));
  if (subnet) return Value::string(subnet->text());
  return call.fail("`" + message_text(call[0]) + "` has no /" + std::to_string(prefix) +
                       " number " + std::to_string(call[2].as_int()),
                   2);
}

Value cidr_host(const FunctionCall& call) {
  const std::optional<Network> network = network_argument(call);
  if (!network) return no_network(call);
  if (!call[1].is_int() || call[1].as_int() < 0) return refused(call, "an integer from 0", 1);
  const std::optional<IpAddress> host = network->host(static_cast<std::uint64_t>(call[1].as_int()));
  if (host) return Value::string(host->text());
  return call.fail(
      "`" + message_text(call[0]) + "` has no host number " + std::to_string(call[1].as_int()), 1);
}

Value parse_cidr_parts(const FunctionCall& call) {
  const std::optional<Network> network = network_argument(call);
  if (!network) return no_network(call);
  IpAddress first = network->first();
  IpAddress last = network->last();
  Object parts;
  parts.set("network", Value::string(first.text()));
  parts.set("netmask", Value::string(network->netmask().text()));
  if (network->version() == IpVersion::V4) {
    parts.set("broadcast", Value::string(last.text()));
    // a /31 and a /32 have no hosts between network and broadcast address
    const bool has_hosts = network->prefix() < 31;
    last.bits = has_hosts ? last.bits - 1 : first.bits;
    first.bits += has_hosts ? 1 : 0;
  }
  parts.set("firstUsable", Value::string(first.text()));
  parts.set("lastUsable", Value::string(last.text()));
  parts.set("cidr", Value::integer(network->prefix()));
  return Value::object(std::move(parts));
}

// The rule language's view of a network; an address is one of its full width.
Value cidr(const FunctionCall& call) {
  const std::optional<Network> network =
      call[0].is_string() ? parse_network(call[0].as_string()) : std::nullopt;
  if (!network) return {};
  Object parts;
  parts.set("version", Value::integer(network->version() == IpVersion::V4 ? 4 : 6));
  parts.set("bits", Value::integer(network->prefix()));
  parts.set("aligned", Value::boolean(network->is_aligned()));
  parts.set("first", Value::string(network->first().text()));
  parts.set("last", Value::string(network->last().text()));
  return Value::object(std::move(parts));
}

Value compare_networks(const FunctionCall& call, bool (*test)(const Network& a, const Network& b)) {
  if (!call[0].is_string() || !call[1].is_string()) return {};
  const std::optional<Network> a = parse_network(call[0].as_string());
  const std::optional<Network> b = parse_network(call[1].as_string());
  return a && b ? Value::boolean(test(*a, *b)) : Value();
}

Value overlaps(const FunctionCall& call) {
  return compare_networks(call, [](const Network& a, const Network& b) { return a.overlaps(b); });
}

Value within(const FunctionCall& call) {
  return compare_networks(
      call, [](const Network& inner, const Network& outer) { return outer.contains(inner); });
}

constexpr std::array kFunctions = {
    FunctionEntry{"cidrSubnet", 3, 3, Scalar, Availability::Both, cidr_subnet},
    FunctionEntry{"cidrHost", 2, 2, Scalar, Availability::Both, cidr_host},
    FunctionEntry{"parseCidr", 1, 1, Scalar, Availability::Both, parse_cidr_parts},
    FunctionEntry{"cidr", 1, 1, Scalar, Availability::Rules, cidr},
    FunctionEntry{"overlaps", 2, 2, Scalar, Availability::Rules, overlaps},
    FunctionEntry{"within", 2, 2, Scalar, Availability::Rules, within},
};

}  // namespace

std::span<const FunctionEntry> network_functions() { return kFunctions; }

}  // namespace exr
