#include "frontends/terraform/plan_providers.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "azure/resource_id.h"
#include "frontends/terraform/planned_value.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr int kUsualMajor = 4;
constexpr std::string_view kUnknownSubscription = "{subscriptionId}";

struct MajorRange {
  int low = 0;
  int high = 1'000'000;
};

// One part of a constraint: an operator and a version.
void narrow(MajorRange& range, std::string_view part) {
  const std::size_t version = part.find_first_of("0123456789");
  if (version == std::string_view::npos) return;
  const std::string_view operation = part.substr(0, part.find_first_of(" 0123456789"));
  int major = 0;
  const char* const end = part.data() + part.size();
  const char* const rest = std::from_chars(part.data() + version, end, major).ptr;
  // what is below 5.0.0 is at most 4
  const bool is_whole = std::all_of(rest, end, [](char c) { return c == '.' || c == '0'; });
  if (operation.find("!=") != std::string_view::npos) return;
  if (operation.find('<') == std::string_view::npos) range.low = std::max(range.low, major);
  if (operation.find('>') == std::string_view::npos ||
      operation.find('~') != std::string_view::npos)
    range.high =
        std::min(range.high, operation.find("<=") == std::string_view::npos &&
                                     operation.find('<') != std::string_view::npos && is_whole
                                 ? major - 1
                                 : major);
}

// `module.a.module.b:azurerm` is called by `module.a:azurerm`, that one by `azurerm`.
std::string key_of_caller(const std::string& key) {
  const std::size_t colon = key.find(':');
  const std::size_t step = key.substr(0, colon).rfind(".module.");
  return step == std::string::npos ? key.substr(colon + 1)
                                   : key.substr(0, step) + key.substr(colon);
}

const Value* find_text(const Value& attributes, std::string_view name) {
  const Value* found = attributes.is_object() ? attributes.as_object().find(name) : nullptr;
  return found != nullptr && found->is_string() ? found : nullptr;
}

}  // namespace

int major_of_constraint(std::string_view constraint, int otherwise) {
  MajorRange range;
  for (std::string_view part : split(constraint, ',')) {
    while (part.starts_with(' ')) part.remove_prefix(1);
    narrow(range, part);
  }
  if (range.low > range.high) return otherwise;
  return std::clamp(otherwise, range.low, range.high);
}

const Value& PlanProviders::subscription(const std::string& key) {
  const auto [place, is_new] = subscriptions_.try_emplace(key);
  if (is_new) place->second = find_subscription(key);
  return place->second;
}

std::string_view PlanProviders::subscription_text(const std::string& key) {
  const Value& known = subscription(key);
  return known.is_string() ? std::string_view(known.as_string())
                           : std::string_view(known.as_unknown().text);
}

int PlanProviders::major(const std::string& key) const {
  const PlanConfiguration& configuration = instances_.plan().configuration;
  const ConfiguredProvider* provider = configuration.find_provider(key);
  if (provider != nullptr && provider->version_constraint.empty())
    provider = configuration.find_provider(provider->name);
  return provider == nullptr ? kUsualMajor
                             : major_of_constraint(provider->version_constraint, kUsualMajor);
}

// A module that configures no provider of its own works with the one of the module that calls it.
std::string PlanProviders::configured_key(std::string key) const {
  const PlanConfiguration& configuration = instances_.plan().configuration;
  while (key.find(':') != std::string::npos) {
    const ConfiguredProvider* provider = configuration.find_provider(key);
    if (provider != nullptr && provider->expressions.valid()) break;
    key = key_of_caller(key);
  }
  return key;
}

Value PlanProviders::find_subscription(const std::string& asked) {
  const std::string key = configured_key(asked);
  const ConfiguredProvider* provider = instances_.plan().configuration.find_provider(key);
  const Value written = provider == nullptr ? Value() : written_subscription(*provider);
  // a module that only names a provider gets the one of the module around it
  const std::size_t module = key.rfind(':');
  if (written.is_null() && module != std::string::npos)
    return find_subscription(key.substr(module + 1));
  if (written.is_string()) return written.placed({});
  for (const std::string& either : {key, asked}) {
    Value known = known_subscription(either);
    if (!known.is_null()) return known;
  }
  const bool is_further = key.find('.') != std::string::npos;
  if (written.is_unknown() && is_further) return written;
  return Value::string(std::string(kUnknownSubscription));
}

// Null if nothing is written.
Value PlanProviders::written_subscription(const ConfiguredProvider& provider) {
  const Value& expressions = expressions_.at(provider.expressions);
  const Value* written =
      expressions.is_object() ? expressions.as_object().find("subscription_id") : nullptr;
  if (written == nullptr) return {};
  if (const Value* constant = find_constant(*written)) return *constant;
  // a provider of a module has its names from there, but stands in no instance of it
  const bool is_of_root = provider.key.find(':') == std::string::npos;
  const std::vector<std::string_view> references = references_in(*written);
  if (is_of_root && references.size() == 1) {
    if (const auto reference = parse_reference(references.front())) {
      Value value = KnownReferences(instances_, expressions_).value(*reference, {});
      if (value.is_string()) return value;
    }
  }
  // partly known, so that its text is what stands in IDs
  return text_from_pieces(
      {{.text = "provider." + provider.key + ".subscription_id", .known = false}},
      UnknownReason::KnownAfterApply);
}

Value PlanProviders::known_subscription(const std::string& key) const {
  const Plan& plan = instances_.plan();
  for (std::uint32_t i = 0; i < plan.prior.size(); ++i) {
    const InstanceBlock* block = instances_.block_of({.index = i, .is_prior = true});
    const bool is_of_provider =
        block != nullptr && block->configured != nullptr && block->configured->provider_key == key;
    if (!is_of_provider) continue;
    const Value attributes = planned_value(plan.prior[i], sources_, limits_).attributes;
    if (const Value* id = find_text(attributes, "id")) {
      const auto parsed = parse_resource_id(id->as_string());
      if (parsed && !parsed->subscription_id.empty()) return Value::string(parsed->subscription_id);
    }
    if (const Value* subscription = find_text(attributes, "subscription_id"))
      return Value::string(subscription->as_string());
  }
  return {};
}

}  // namespace exr
