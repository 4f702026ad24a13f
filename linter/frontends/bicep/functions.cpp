#include "frontends/bicep/functions.h"

#include <algorithm>
#include <array>

#include "expression/functions/table.h"
#include "support/text.h"

namespace exr {

namespace {

// Functions that need a deployment, other files or a parameter file: Bicep's namespaces `az` and
// `sys`.
constexpr std::array kDeploymentFunctions = {
    BicepSignature{"deployer", 0, 0},
    BicepSignature{"deployment", 0, 0},
    BicepSignature{"environment", 0, 0},
    BicepSignature{"extensionResourceId", 3, kAnyNumber},
    BicepSignature{"externalInput", 1, 2},
    BicepSignature{"fail", 1, 1},
    BicepSignature{"getSecret", 4, 5},
    BicepSignature{"loadDirectoryFileInfo", 1, 2},
    BicepSignature{"loadFileAsBase64", 1, 1},
    BicepSignature{"loadJsonContent", 1, 3},
    BicepSignature{"loadTextContent", 1, 2},
    BicepSignature{"loadYamlContent", 1, 3},
    BicepSignature{"managementGroup", 0, 1},
    BicepSignature{"managementGroupResourceId", 2, kAnyNumber},
    BicepSignature{"nameof", 1, 1},
    BicepSignature{"newGuid", 0, 0},
    BicepSignature{"pickZones", 3, 5},
    BicepSignature{"providers", 1, 2},
    BicepSignature{"readCliArg", 1, 1},
    BicepSignature{"readEnvVar", 1, 1},
    BicepSignature{"readEnvironmentVariable", 1, 2},
    BicepSignature{"reference", 1, 3},
    BicepSignature{"resourceGroup", 0, 2},
    BicepSignature{"resourceId", 2, kAnyNumber},
    BicepSignature{"roleDefinitions", 1, 1},
    BicepSignature{"subscription", 0, 1},
    BicepSignature{"subscriptionResourceId", 2, kAnyNumber},
    BicepSignature{"tenant", 0, 0},
    BicepSignature{"tenantResourceId", 2, kAnyNumber},
    BicepSignature{"toLogicalZone", 2, 2},
    BicepSignature{"toLogicalZones", 2, 2},
    BicepSignature{"toPhysicalZone", 2, 2},
    BicepSignature{"toPhysicalZones", 2, 2},
    BicepSignature{"utcNow", 0, 1},
};

constexpr std::array kDecorators = {
    BicepSignature{"allowed", 1, 1},        BicepSignature{"batchSize", 1, 1},
    BicepSignature{"description", 1, 1},    BicepSignature{"discriminator", 1, 1},
    BicepSignature{"export", 0, 0},         BicepSignature{"maxLength", 1, 1},
    BicepSignature{"maxValue", 1, 1},       BicepSignature{"metadata", 1, 1},
    BicepSignature{"minLength", 1, 1},      BicepSignature{"minValue", 1, 1},
    BicepSignature{"nullIfNotFound", 0, 0}, BicepSignature{"onlyIfNotExists", 0, 0},
    BicepSignature{"patch", 0, 0},          BicepSignature{"retryOn", 1, 2},
    BicepSignature{"sealed", 0, 0},         BicepSignature{"secure", 0, 0},
    BicepSignature{"validate", 1, 2},       BicepSignature{"waitUntil", 2, 2},
};

struct OperatorSpelling {
  std::string_view function;
  const char* bicep;
};
// Functions of ARM JSON that Bicep bans, since it has syntax for them.
constexpr std::array kBanned = {
    OperatorSpelling{"add", "`a + b`"},
    OperatorSpelling{"and", "`a && b`"},
    OperatorSpelling{"coalesce", "`a ?? b`"},
    OperatorSpelling{"copyIndex", "the index of `[for (item, index) in items: ...]`"},
    OperatorSpelling{"createArray", "`[a, b]`"},
    OperatorSpelling{"createObject", "`{ key: value }`"},
    OperatorSpelling{"div", "`a / b`"},
    OperatorSpelling{"equals", "`a == b`"},
    OperatorSpelling{"false", "`false`"},
    OperatorSpelling{"greater", "`a > b`"},
    OperatorSpelling{"greaterOrEquals", "`a >= b`"},
    OperatorSpelling{"if", "`condition ? a : b`"},
    OperatorSpelling{"indexFromEnd", "`a[^1]`"},
    OperatorSpelling{"lambda", "`x => ...`"},
    OperatorSpelling{"lambdaVariables", "`x => ...`"},
    OperatorSpelling{"less", "`a < b`"},
    OperatorSpelling{"lessOrEquals", "`a <= b`"},
    OperatorSpelling{"mod", "`a % b`"},
    OperatorSpelling{"mul", "`a * b`"},
    OperatorSpelling{"not", "`!a`"},
    OperatorSpelling{"null", "`null`"},
    OperatorSpelling{"or", "`a || b`"},
    OperatorSpelling{"parameters", "the name of the parameter"},
    OperatorSpelling{"references", "the name of the resource"},
    OperatorSpelling{"resourceInfo", "the name of the resource"},
    OperatorSpelling{"sub", "`a - b`"},
    OperatorSpelling{"true", "`true`"},
    OperatorSpelling{"tryGet", "`a.?b`"},
    OperatorSpelling{"tryIndexFromEnd", "`a[?^1]`"},
    OperatorSpelling{"variables", "the name of the variable"},
};

template <typename List>
auto find_named(const List& list, std::string_view name) {
  return std::find_if(list.begin(), list.end(),
                      [&](const BicepSignature& entry) { return entry.name == name; });
}

bool is_for_templates(const FunctionEntry& entry) {
  return entry.availability != Availability::Rules && find_operator_spelling(entry.name) == nullptr;
}

// `listKeys`, `listAllGateways`, ...: every name that begins so is a run-time operation of some
// resource type.
bool is_list_function(std::string_view name) {
  return name.starts_with("list") && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

template <typename List>
std::vector<std::string_view> names_of(const List& list) {
  std::vector<std::string_view> names;
  for (const BicepSignature& entry : list) names.push_back(entry.name);
  return names;
}

std::vector<std::string_view> all_names() {
  std::vector<std::string_view> names = names_of(kDeploymentFunctions);
  for (const FunctionEntry& entry : all_functions()) {
    if (is_for_templates(entry)) names.push_back(entry.name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

std::optional<BicepSignature> find_bicep_function(std::string_view name) {
  if (const auto found = find_named(kDeploymentFunctions, name);
      found != kDeploymentFunctions.end())
    return *found;
  if (const std::uint16_t index = find_function(name); index != kNoFunction) {
    const FunctionEntry& entry = function_at(index);
    if (entry.name == name && is_for_templates(entry)) {
      return BicepSignature{entry.name, entry.least_arguments, entry.most_arguments};
    }
  }
  if (is_list_function(name)) return BicepSignature{name, 1, 3};
  return std::nullopt;
}

const std::vector<std::string_view>& bicep_function_names() {
  static const std::vector<std::string_view> names = all_names();
  return names;
}

const char* find_operator_spelling(std::string_view arm_function) {
  for (const OperatorSpelling& entry : kBanned) {
    if (entry.function == arm_function) return entry.bicep;
  }
  return nullptr;
}

std::optional<BicepSignature> find_decorator(std::string_view name) {
  const auto found = find_named(kDecorators, name);
  if (found == kDecorators.end()) return std::nullopt;
  return *found;
}

const std::vector<std::string_view>& decorator_names() {
  static const std::vector<std::string_view> names = names_of(kDecorators);
  return names;
}

}  // namespace exr
