#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace exr {

__extension__ typedef unsigned __int128 AddressBits;

enum class IpVersion : std::uint8_t { V4 = 4, V6 = 6 };

/// The width of an address: 32 or 128.
constexpr unsigned width_of(IpVersion version) { return version == IpVersion::V4 ? 32 : 128; }

/// An IPv4 or IPv6 address as a number.
struct IpAddress {
  IpVersion version = IpVersion::V4;
  AddressBits bits = 0;

  /// As Azure prints it: dotted, or RFC 5952 with IPv4 tails where .NET writes them
  /// (`::ffff:10.0.0.1`).
  std::string text() const;
  friend bool operator==(const IpAddress&, const IpAddress&) = default;
};

/// A network in CIDR notation. Its address may have bits beyond the prefix (`10.0.0.1/30`), which
/// is_aligned tells.
class Network {
 public:
  /// The prefix may not be longer than the address is wide.
  Network(IpAddress address, unsigned prefix) : address_(address), prefix_(prefix) {}

  IpVersion version() const { return address_.version; }
  unsigned prefix() const { return prefix_; }
  IpAddress first() const;
  IpAddress last() const;
  IpAddress netmask() const;
  bool is_aligned() const { return address_ == first(); }
  bool contains(const Network& inner) const;
  bool overlaps(const Network& other) const;
  /// The subnet with the given prefix and index; empty if there is none.
  std::optional<Network> subnet(unsigned prefix, std::uint64_t index) const;
  /// The usable host with the given index: the first one is the address after the network's own.
  /// Empty if there is none.
  std::optional<IpAddress> host(std::uint64_t index) const;
  /// `first/prefix`.
  std::string text() const;

 private:
  AddressBits host_mask() const;

  IpAddress address_;
  unsigned prefix_;
};

/// Reads an address: four decimal parts without leading zeros, or any RFC 4291 form without a zone.
/// Empty if it is none.
std::optional<IpAddress> parse_ip_address(std::string_view text);
/// Reads `address/prefix`; an address alone is a network of its full width. Empty if it is neither.
std::optional<Network> parse_network(std::string_view text);
/// The same, but only with a prefix.
std::optional<Network> parse_cidr(std::string_view text);

}  // namespace exr
