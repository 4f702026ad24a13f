#include "azure/id_types.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

TEST(IdTypes, AreInLowerCaseAndNamesAsTheyAre) {
  EXPECT_EQ(with_lower_id_types("/subscriptions/S/resourceGroups/Rg/PROVIDERS/Microsoft.Network/"
                                "virtualNetworks/Hub/subnets/GatewaySubnet"),
            "/subscriptions/S/resourceGroups/Rg/providers/microsoft.network/"
            "virtualnetworks/Hub/subnets/GatewaySubnet");
  EXPECT_EQ(with_lower_id_types("/providers/A.B/cD/E/providers/F.G/hI/J"),
            "/providers/a.b/cd/E/providers/f.g/hi/J");
}

TEST(IdTypes, EndWithTheIdInAText) {
  EXPECT_EQ(with_lower_id_types("reference('/providers/A.B/cD/E').Properties/Not/aType"),
            "reference('/providers/a.b/cd/E').Properties/Not/aType");
  EXPECT_EQ(with_lower_id_types("no/ID/At/All"), "no/ID/At/All");
}

TEST(IdTypes, AreFoundBehindUnknownNamesAndInThem) {
  EXPECT_EQ(with_lower_id_types("/providers/A.B/cD/${take('/X/Y',2)}/eF/G"),
            "/providers/a.b/cd/${take('/X/Y',2)}/ef/G");
  EXPECT_EQ(with_lower_id_types("/providers/A.B/cD/${uniqueString('/providers/H.I/jK/L')}/eF/G"),
            "/providers/a.b/cd/${uniqueString('/providers/h.i/jk/L')}/ef/G");
  EXPECT_EQ(with_lower_id_types("}}/providers/A.B/cD/{/E"), "}}/providers/a.b/cd/{/E");
}

}  // namespace
}  // namespace exr
