#include "azure/cidr.h"

#include <gtest/gtest.h>

#include <string>

namespace exr {
namespace {

std::string round_trip(const char* text) {
  const auto address = parse_ip_address(text);
  return address ? address->text() : "none";
}

Network network(const char* text) {
  const auto parsed = parse_network(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Network({}, 0));
}

TEST(Cidr, PrintsAddressesAsAzureDoes) {
  EXPECT_EQ(round_trip("10.0.255.1"), "10.0.255.1");
  EXPECT_EQ(round_trip("FDAD:3236:5555:0:0:0:0:0"), "fdad:3236:5555::");
  EXPECT_EQ(round_trip("2001:db8:0:0:1:0:0:1"), "2001:db8::1:0:0:1");
  EXPECT_EQ(round_trip("2001:db8:0:1:1:1:1:1"), "2001:db8:0:1:1:1:1:1");
  EXPECT_EQ(round_trip("::"), "::");
  EXPECT_EQ(round_trip("::1"), "::1");
  EXPECT_EQ(round_trip("1::"), "1::");
  EXPECT_EQ(round_trip("::ffff:10.0.0.1"), "::ffff:10.0.0.1");
  EXPECT_EQ(round_trip("64:ff9b::10.0.0.1"), "64:ff9b::a00:1");
}

TEST(Cidr, RejectsWhatIsNoAddress) {
  for (const char* text : {"", "10.0.0", "10.0.0.256", "10.0.0.01", "10.0.0.1.2", "a.b.c.d", ":",
                           ":::", "1:2", "12345::", "1::2::3", "1:2:3:4:5:6:7:8:9",
                           "1:2:3:4:5:6:7::8:9", "10.0.0.1::1", "fe80::1%eth0"}) {
    EXPECT_FALSE(parse_ip_address(text)) << text;
  }
  for (const char* text :
       {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "/24", "10.0.0.0/2 4"}) {
    EXPECT_FALSE(parse_network(text)) << text;
  }
  EXPECT_FALSE(parse_cidr("10.0.0.0"));
}

TEST(Cidr, KnowsTheEndsOfANetwork) {
  EXPECT_EQ(network("10.0.0.1/30").first().text(), "10.0.0.0");
  EXPECT_EQ(network("10.0.0.1/30").last().text(), "10.0.0.3");
  EXPECT_FALSE(network("10.0.0.1/30").is_aligned());
  EXPECT_TRUE(network("10.0.0.4/30").is_aligned());
  EXPECT_EQ(network("0.0.0.0/0").last().text(), "255.255.255.255");
  EXPECT_EQ(network("::/0").last().text(), "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
  EXPECT_EQ(network("::/0").netmask().text(), "::");
  EXPECT_EQ(network("10.0.0.1").prefix(), 32U);
  EXPECT_EQ(network("::1").prefix(), 128U);
}

TEST(Cidr, ComparesRanges) {
  EXPECT_TRUE(network("10.0.0.0/16").contains(network("10.0.3.0/24")));
  EXPECT_FALSE(network("10.0.3.0/24").contains(network("10.0.0.0/16")));
  EXPECT_TRUE(network("10.0.3.0/24").overlaps(network("10.0.0.0/16")));
  EXPECT_FALSE(network("10.0.0.0/24").overlaps(network("10.0.1.0/24")));
  EXPECT_FALSE(network("0.0.0.0/0").overlaps(network("::/0")));
}

TEST(Cidr, CutsSubnetsAndHosts) {
  EXPECT_EQ(network("10.144.0.0/20").subnet(24, 2)->text(), "10.144.2.0/24");
  EXPECT_EQ(network("10.144.0.0/20").subnet(20, 0)->text(), "10.144.0.0/20");
  EXPECT_EQ(network("fdad:3236:5555::/48").subnet(52, 4)->text(), "fdad:3236:5555:4000::/52");
  EXPECT_EQ(network("::/0").subnet(128, 7)->text(), "::7/128");
  EXPECT_FALSE(network("10.144.0.0/20").subnet(24, 16));
  EXPECT_FALSE(network("10.144.0.0/20").subnet(19, 0));
  EXPECT_FALSE(network("10.144.0.0/20").subnet(33, 0));
  EXPECT_EQ(network("10.144.3.0/24").host(1)->text(), "10.144.3.2");
  EXPECT_FALSE(network("10.144.3.0/30").host(3));
}

}  // namespace
}  // namespace exr
