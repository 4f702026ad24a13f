#include "frontends/terraform/attribute_words.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

using Words = std::vector<std::string>;

TEST(AttributeWords, of_every_spelling_are_the_same) {
  const Words words = {"virtual", "network"};
  EXPECT_EQ(identifier_words("virtual_network"), words);
  EXPECT_EQ(identifier_words("virtualNetwork"), words);
  EXPECT_EQ(identifier_words("Microsoft.Network/virtualNetworks"), words);
}

TEST(AttributeWords, are_without_plural) {
  EXPECT_EQ(identifier_words("Microsoft.Network/publicIPAddresses").back(), "address");
  EXPECT_EQ(identifier_words("firewallPolicies").back(), "policy");
  EXPECT_EQ(identifier_words("public_ip_address").back(), "address");
}

TEST(AttributeWords, tell_what_an_attribute_takes) {
  const AttributeMeaning subnet = meaning_of({"ip_configuration", std::int64_t{0}, "subnet_id"});
  EXPECT_EQ(subnet.kind, AttributeKind::Id);
  EXPECT_EQ(subnet.name, "subnet_id");
  EXPECT_EQ(subnet.words, Words{"subnet"});
  EXPECT_FALSE(subnet.is_list);
  const AttributeMeaning identities = meaning_of({"identity", "identity_ids"});
  EXPECT_EQ(identities.kind, AttributeKind::Id);
  EXPECT_EQ(identities.words, Words{"identity"});
  EXPECT_TRUE(identities.is_list);
}

TEST(AttributeWords, of_an_id_in_a_body_are_those_around_it) {
  const AttributeMeaning hub = meaning_of({"body", "properties", "virtualHub", "id"});
  EXPECT_EQ(hub.kind, AttributeKind::Id);
  EXPECT_EQ(hub.words, (Words{"virtual", "hub"}));
}

TEST(AttributeWords, tell_names_of_others_from_the_own) {
  EXPECT_EQ(meaning_of({"virtual_network_name"}).kind, AttributeKind::Name);
  EXPECT_EQ(meaning_of({"virtual_network_name"}).words, (Words{"virtual", "network"}));
  EXPECT_EQ(meaning_of({"name"}).kind, AttributeKind::Other);
  EXPECT_EQ(meaning_of({"scope"}).kind, AttributeKind::Id);
  EXPECT_EQ(meaning_of({"scope"}).words, Words());
  EXPECT_TRUE(meaning_of({"scopes"}).is_list);
}

TEST(AttributeWords, count_a_common_ending) {
  EXPECT_EQ(common_ending({"remote", "virtual", "network"}, {"azurerm", "virtual", "network"}), 2U);
  EXPECT_EQ(common_ending({"peering"}, {"azurerm", "express", "route", "circuit"}), 0U);
  EXPECT_EQ(common_ending({}, {"subnet"}), 0U);
}

}  // namespace
}  // namespace exr
