#include <gtest/gtest.h>

#include "bicep_deployment.h"

namespace exr {
namespace {

TEST(Parameters, take_argument_default_or_nothing) {
  BicepDeployment made;
  made.files.write("a.bicepparam", "using 'main.bicep'\nparam given = 'g'\nparam cleared = null\n");
  made.files.write("main.bicep", R"(
param given string = 'd'
param cleared string = 'c'
param absent string
param optional string?
output given string = given
output cleared string = cleared
output absent string = absent
output optional string = optional ?? 'none'
)");
  made.expand_file("a.bicepparam");
  EXPECT_EQ(made.output_text("given"), "\"g\"");
  EXPECT_EQ(made.output_text("cleared"), "\"c\"");
  EXPECT_EQ(canonical_text(made.output("absent")), "param:absent");
  EXPECT_EQ(made.output("absent").as_unknown().reason, UnknownReason::ParameterWithoutValue);
  EXPECT_EQ(made.output_text("optional"), "\"none\"");
  EXPECT_EQ(made.problem_places(), "");
}

TEST(Parameters, know_the_values_that_they_may_have) {
  BicepDeployment made;
  made.expand_text(R"(
type sizes = 'S' | 'M' | 'L'
@allowed(['a', 'b'])
param letter string
param size sizes
param flag bool
@minValue(3)
@maxValue(9)
param number int
@maxValue(4094)
type tag = int
@minValue(2)
param vlan tag
output vlan int = vlan
output letter string = letter
output size string = size
output flag bool = flag
output number int = number
output small bool = number < 10
)");
  EXPECT_EQ(message_text(made.output("letter")), "a or b");
  EXPECT_EQ(message_text(made.output("size")), "S or M or L");
  EXPECT_EQ(message_text(made.output("flag")), "true or false");
  EXPECT_EQ(made.output("number").as_unknown().bounds.low, 3);
  EXPECT_EQ(made.output_text("small"), "true");
  EXPECT_EQ(made.output("vlan").as_unknown().bounds.low, 2);
  EXPECT_EQ(made.output("vlan").as_unknown().bounds.high, 4094);
}

TEST(Parameters, keep_the_place_of_each_part_of_an_argument) {
  BicepDeployment made;
  made.files.write("main.bicepparam",
                   "using 'main.bicep'\n"
                   "var tier = 'Premium'\n"
                   "param circuits = [\n"
                   "  { name: 'er', sku: tier, vlan: 10 }\n"
                   "]\n");
  made.files.write("leaf.bicep", R"(
param circuits array
resource circuit 'Microsoft.Network/expressRouteCircuits@2024-05-01' = [for item in circuits: {
  name: item.name
  sku: { tier: item.sku }
  tags: { vlan: item.vlan }
}]
)");
  made.files.write("main.bicep",
                   "param circuits array\n"
                   "module leaf 'leaf.bicep' = {\n"
                   "  params: { circuits: circuits }\n"
                   "}\n");
  made.expand_file("main.bicepparam");
  const Object& body = made.resource("leaf/circuit[0]").body.as_object();
  EXPECT_EQ(made.history(*body.find("tags")->as_object().find("vlan")),
            "Argument circuits main.bicep:3:23 < File circuits main.bicepparam:4:34");
  EXPECT_EQ(made.history(*body.find("sku")->as_object().find("tier")),
            "Argument circuits main.bicep:3:23 < File circuits main.bicepparam:4:22 < "
            "Literal main.bicepparam:2:12");
}

TEST(Parameters, stay_secret_wherever_they_go) {
  BicepDeployment made;
  made.files.write("main.bicepparam",
                   "using 'main.bicep'\n"
                   "param key = getSecret('s', 'rg', 'kv', 'name')\n"
                   "param word = 'hidden'\n");
  made.files.write("leaf.bicep",
                   "@secure()\nparam key string\n@secure()\noutput key string = key\n");
  made.files.write("main.bicep", R"(
@secure()
param key string
@secure()
@maxLength(3)
param word string
module leaf 'leaf.bicep' = { name: 'leaf', params: { key: key } }
output key string = 'x${leaf.outputs.key}'
output word string = toUpper(word)
)");
  made.expand_file("main.bicepparam");
  EXPECT_TRUE(is_secure(made.output("key").trail()));
  EXPECT_TRUE(is_secure(made.output("word").trail()));
  EXPECT_EQ(made.graph.parameters()[0].value.trail()->given, Given::Vault);
  ASSERT_EQ(made.problem_places(), "ConstraintViolation main.bicepparam:3:14\n");
  EXPECT_EQ(made.problems[0].message.find("hidden"), std::string::npos);
}

struct Violation {
  const char* type;
  const char* value;
  const char* problem;
};

TEST(Parameters, are_checked_against_their_types) {
  // the argument begins at 2:11, and what is wrong may be inside
  const Violation cases[] = {
      {"string", "'a'", ""},
      {"string", "1", "WrongParameterType 2:11"},
      {"string?", "null", ""},
      {"string", "null", "WrongParameterType 2:11"},
      {"int", "-1", ""},
      {"int", "'1'", "WrongParameterType 2:11"},
      {"bool", "'true'", "WrongParameterType 2:11"},
      {"'a' | 'b'", "'b'", ""},
      {"'a' | 'b'", "'c'", "ConstraintViolation 2:11"},
      {"'a' | null", "null", ""},
      {"string[]", "['a', 1]", "WrongParameterType 2:17"},
      {"[string, int]", "['a', 1]", ""},
      {"[string, int]", "['a']", "WrongParameterType 2:11"},
      {"{ a: string, b: int? }", "{ a: 'x' }", ""},
      {"{ a: string, b: int? }", "{ a: 'x', b: 'y' }", "WrongParameterType 2:24"},
      {"{ a: string }", "{ }", "WrongParameterType 2:11"},
      {"{ *: int }", "{ a: 1, b: 'x' }", "WrongParameterType 2:22"},
      {"shared.link", "{ weight: 7 }", ""},
      {"shared.link", "{ weight: 700 }", "ConstraintViolation 2:21"},
      {"link.weight", "700", "ConstraintViolation 2:11"},
      {"tree", "{ below: [{ below: [] }] }", ""},
      {"tree", "{ below: [{ below: [1] }] }", "WrongParameterType 2:31"},
      {"pet", "{ kind: 'cat', lives: 9 }", ""},
      {"pet", "{ kind: 'dog', lives: 9 }", "WrongParameterType 2:11"},
      {"pet", "{ kind: 'cow' }", "ConstraintViolation 2:19"},
      {"self", "'x'", ""},
      {"twice", "5", "ConstraintViolation 2:11"},
      {"twice", "'x'", ""},
      {"family", "{ kind: 'cat', lives: 9 }", ""},
      {"family", "{ kind: 'cow' }", "ConstraintViolation 2:19"},
      {"'Premium' | 'Standard'", "'premium'", ""},
      {"{ a: string, b: int }", "{ a: 1, b: 'x' }",
       "WrongParameterType 2:16,WrongParameterType 2:22"},
      {"strict", "{ vlan: 100 }", ""},
      {"strict", "{ vlan: 100, note: null }", ""},
      {"strict", "{ vlan: 100, vlans: 7 }", "ConstraintViolation 2:24"},
      {"strict", "{ vlan: 0 }", "ConstraintViolation 2:19"},
      {"ranges", "['10.0.0.0/16', 24]", ""},
      {"ranges", "['10.0', 33]", "ConstraintViolation 2:12,ConstraintViolation 2:20"},
      {"{ *: strict }", "{ a: { vlan: 0 } }", "ConstraintViolation 2:24"},
      {"limits", "{ lon: 5000 }", "ConstraintViolation 2:18"},
      {"kennel", "{ kind: 'wolf', pack: 3 }", ""},
      {"kennel", "{ kind: 'cat' }", "WrongParameterType 2:11"},
      {"kennel", "{ kind: 'wolf', pack: 'x' }", "WrongParameterType 2:33"},
      {"{ pet: pet? }", "{ pet: { kind: 'cow' } }", "ConstraintViolation 2:26"},
      {"named", "'er-ams'", ""},
      {"named", "'vpn-ams'", "ConstraintViolation 2:11"},
  };
  for (const Violation& one : cases) {
    BicepDeployment made;
    made.files.write("shared.bicep",
                     "@export()\ntype link = {\n  @maxValue(100)\n  weight: int\n}\n");
    made.files.write("main.bicep", std::string(R"(
import * as shared from 'shared.bicep'
import { link } from 'shared.bicep'
type tree = { below: tree[]? }
type cat = { kind: 'cat', lives: int }
type dog = { kind: 'dog', tail: bool }
@discriminator('kind')
type pet = cat | dog
type self = self
type twice = twice | twice | string
@discriminator('kind')
type family = family | family | cat
@sealed()
type strict = {
  @minValue(1)
  vlan: int
  note: string?
}
type ranges = [
  @minLength(9)
  string
  @maxValue(32)
  int
]
type limits = {
  @maxValue(100)
  *: int
}
@discriminator('kind')
type kennel = pet | { kind: 'wolf', pack: int }
@validate(x => startsWith(x, 'er-'), 'circuits are called `er-...`')
type named = string
param p )") + one.type + "\n");
    made.files.write("main.bicepparam",
                     std::string("using 'main.bicep'\nparam p = ") + one.value + "\n");
    made.expand_file("main.bicepparam");
    std::string expected = one.problem;
    if (!expected.empty())
      expected = replace_all(replace_all(expected, " ", " main.bicepparam:"), ",", "\n") + "\n";
    EXPECT_EQ(made.problem_places(), expected) << one.type << " = " << one.value;
  }
}

TEST(Parameters, name_the_declaration_that_is_violated) {
  BicepDeployment made;
  made.files.write("main.bicep",
                   "@minLength(3)\n@allowed(['ams', 'lon'])\nparam site string\n"
                   "output site string = site\n");
  made.files.write("main.bicepparam", "using 'main.bicep'\nparam site = 'p'\n");
  made.expand_file("main.bicepparam");
  ASSERT_EQ(made.problem_places(),
            "ConstraintViolation main.bicepparam:2:14\nConstraintViolation main.bicepparam:2:14\n");
  EXPECT_EQ(made.problems[0].message, "parameter `site` is `p`, but allowed are `ams, lon`");
  EXPECT_EQ(made.sources.slice(made.problems[0].related.at(0).span), "['ams', 'lon']");
  EXPECT_EQ(made.problems[1].message,
            "parameter `site` has 1 character, but at least 3 are needed");
  EXPECT_EQ(made.sources.slice(made.problems[1].related.at(0).span), "3");
}

TEST(Parameters, are_secret_in_the_parts_that_their_types_say) {
  BicepDeployment made;
  made.files.write("main.bicepparam",
                   "using 'main.bicep'\n"
                   "param links = [{ name: 'a', psk: 'hidden', tags: { owner: 'me' } }]\n");
  made.files.write("main.bicep", R"(
type link = {
  name: string
  @secure()
  @maxLength(3)
  psk: string
  @secure()
  tags: object
}
param links link[]
output name string = links[0].name
output psk string = links[0].psk
output owner string = links[0].tags.owner
)");
  made.expand_file("main.bicepparam");
  EXPECT_FALSE(is_secure(made.output("name").trail()));
  EXPECT_TRUE(is_secure(made.output("psk").trail()));
  EXPECT_TRUE(is_secure(made.output("owner").trail()));
  ASSERT_EQ(made.problem_places(), "ConstraintViolation main.bicepparam:2:34\n");
  EXPECT_EQ(made.problems[0].message,
            "parameter `links[0].psk` is not what its declaration allows");
}

TEST(Parameters, of_nobody_violate_nothing) {
  BicepDeployment made;
  made.files.write("leaf.bicep", "param site string\noutput site string = site\n");
  made.expand_text(R"(
param site string?
module leaf 'leaf.bicep' = { name: 'leaf', params: { site: site! } }
module broken 'leaf.bicep' = { name: 'broken', params: { site: null } }
)");
  EXPECT_EQ(made.problem_places(), "WrongParameterType main.bicep:4:64\n");
}

TEST(Parameters, from_outside_are_unknown_by_name) {
  BicepDeployment made;
  made.files.write("main.bicep",
                   "param a string\nparam b int\nparam c string\n@secure()\nparam d string\n"
                   "output a string = a\noutput b int = b\noutput c string = c\n"
                   "output d string = d\n");
  made.files.write("main.bicepparam", R"(using 'main.bicep' with {
  mode: 'stack'
}
type site = { name: string }
var given site = { name: externalInput('sys.cli', 'site') }
param a = 'er-${given.name}'
param b = int(readEnvironmentVariable('EXRLINT_TEST_VLAN', '100'))
param c = externalInput('custom.tool', { path: 'x' })
param d = az.getSecret('s', 'g', 'v', externalInput('secret'))
extensionConfig kubernetes with {
  namespace: readEnvironmentVariable('SPACE')
}
)");
  made.expand_file("main.bicepparam");
  EXPECT_EQ(made.problem_places(), "");
  EXPECT_EQ(canonical_text(made.output("a")), "'er-${externalInput('sys.cli','site')}'");
  EXPECT_EQ(canonical_text(made.output("b")),
            "int(readEnvironmentVariable('EXRLINT_TEST_VLAN','100'))");
  EXPECT_EQ(canonical_text(made.output("c")), "externalInput('custom.tool',{path:'x'})");
  EXPECT_EQ(canonical_text(made.output("d")),
            "getSecret('/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v',"
            "externalInput('secret'))");
  EXPECT_TRUE(is_secure(made.output("d").trail()));
}

TEST(Parameters, extend_those_of_another_file) {
  BicepDeployment made;
  made.files.write("base.bicepparam",
                   "using none\nvar site = 'dub'\nparam a = site\nparam b = 'b'\n");
  made.files.write("main.bicepparam",
                   "using 'main.bicep'\nextends 'base.bicepparam'\nparam b = '${base.a}-2'\n");
  made.files.write("main.bicep",
                   "param a string\nparam b string\noutput all string = '${a} ${b}'\n");
  made.expand_file("main.bicepparam");
  EXPECT_EQ(made.output_text("all"), "\"dub dub-2\"");
  EXPECT_EQ(made.problem_places(), "");
}

}  // namespace
}  // namespace exr
