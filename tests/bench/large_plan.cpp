#include "bench/large_plan.h"

#include <array>
#include <string_view>

#include "bench/large_plan_blocks.h"
#include "support/text.h"

namespace bench {

namespace {

constexpr std::string_view kHead = R"({"format_version":"1.2","terraform_version":"1.11.4",)";
constexpr std::string_view kTail =
    R"("timestamp":"2026-01-02T03:04:05Z","applyable":true,"complete":true,"errored":false})";
constexpr std::string_view kProviders =
    R"({"provider_config":{"azurerm":{"name":"azurerm","full_name":"registry.terraform.io/hashicorp/azurerm","version_constraint":"~> 4.0","expressions":{"features":[{}],"subscription_id":{"constant_value":"6b1f0a52-7a37-4d5c-9d6f-0d3c1f6f3a11"}}}},"root_module":{)";
constexpr std::string_view kNetwork =
    "/subscriptions/6b1f0a52-7a37-4d5c-9d6f-0d3c1f6f3a11/resourceGroups/rg-@lz/providers/"
    "Microsoft.Network";
constexpr std::array<std::string_view, 2> kCircuits = {"primary", "secondary"};
constexpr std::size_t kResourcesOfZone = 16;

// The parts of the plan that grow together; each a list without its brackets.
struct Parts {
  std::string changes;
  std::string planned_modules;
  std::string prior_modules;
  std::string calls;
  std::string relevant;
  // what each call calls
  std::string module = landing_zone_configuration();
};

void add(std::string& list, std::string_view item) {
  if (!list.empty()) list += ',';
  list += item;
}

class Zone {
 public:
  Zone(Parts& parts, std::size_t number) : parts_(parts), exists_(number % 2 == 0) {
    const std::string digits = std::to_string(number);
    name_ = "lz" + std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
  }

  void write() {
    const std::string module = "module." + name_;
    Lists own;
    write_blocks(PlanBlock::Module::LandingZone, module, {}, own);
    Lists children;
    for (const std::string_view circuit : kCircuits) {
      const std::string address =
          module + R"(.module.circuit[\")" + std::string(circuit) + R"(\"])";
      Lists inside;
      write_blocks(PlanBlock::Module::Circuit, address, circuit, inside);
      add(children.planned, module_of(inside.planned, address, {}));
      add(children.prior, module_of(inside.prior, address, {}));
    }
    add(parts_.planned_modules, module_of(own.planned, module, children.planned));
    if (exists_) add(parts_.prior_modules, module_of(own.prior, module, children.prior));
    write_call();
    write_relevant(module);
  }

 private:
  struct Lists {
    std::string planned;
    std::string prior;
  };

  static std::string module_of(const std::string& resources, const std::string& address,
                               const std::string& children) {
    std::string text = R"({"resources":[)" + resources + R"(],"address":")" + address + '"';
    if (!children.empty()) text += R"(,"child_modules":[)" + children + ']';
    return text + '}';
  }

  void write_blocks(PlanBlock::Module module, const std::string& address, std::string_view circuit,
                    Lists& lists) const {
    for (const PlanBlock& block : plan_blocks()) {
      if (block.module != module) continue;
      if (block.count == 0) write_resource(block, address, circuit, {}, lists);
      for (int i = 0; i < block.count; ++i) {
        const std::string index = std::to_string(i);
        write_resource(block, address, index, index, lists);
      }
    }
  }

  void write_resource(const PlanBlock& block, const std::string& module, std::string_view key,
                      const std::string& index, Lists& lists) const {
    std::string head = R"({"address":")" + module + '.' + std::string(block.type) + '.' +
                       std::string(block.name) + (index.empty() ? "" : '[' + index + ']') + R"(",)";
    std::string identity = R"("mode":"managed","type":")" + std::string(block.type) +
                           R"(","name":")" + std::string(block.name) + R"(",)";
    if (!index.empty()) identity += R"("index":)" + index + ',';
    identity += R"("provider_name":"registry.terraform.io/hashicorp/azurerm",)";

    std::string values = '{' + filled(block.known, key, exists_ ? block.ids : "");
    if (exists_) values += ',' + filled(block.later, key, {});
    values += '}';
    const std::string sensitive = '{' + std::string(block.sensitive) + '}';
    const std::string state = head + identity + R"("schema_version":0,"values":)" + values +
                              R"(,"sensitive_values":)" + sensitive + '}';
    add(lists.planned, state);
    if (exists_) add(lists.prior, state);
    add(parts_.changes, head + R"("module_address":")" + module + R"(",)" + identity +
                            change(block, values, sensitive) + '}');
  }

  std::string change(const PlanBlock& block, const std::string& values,
                     const std::string& sensitive) const {
    if (exists_) {
      return R"("change":{"actions":["no-op"],"before":)" + values + R"(,"after":)" + values +
             R"(,"after_unknown":{},"before_sensitive":)" + sensitive + R"(,"after_sensitive":)" +
             sensitive + '}';
    }
    return R"("change":{"actions":["create"],"before":null,"after":)" + values +
           R"(,"after_unknown":{)" + std::string(block.unknown) +
           R"(},"before_sensitive":false,"after_sensitive":)" + sensitive + '}';
  }

  std::string filled(std::string_view text, std::string_view key, std::string_view ids) const {
    std::string result = exr::replace_all(text, "@ids", ids);
    result = exr::replace_all(result, "@net", kNetwork);
    result = exr::replace_all(result, "@lz", name_);
    const bool is_second = key == kCircuits.back();
    result = exr::replace_all(result, "@site", is_second ? "Frankfurt" : "Amsterdam");
    result = exr::replace_all(result, "@link", is_second ? "1" : "0");
    return exr::replace_all(result, "@key", key);
  }

  void write_call() {
    add(parts_.calls,
        '"' + name_ +
            R"(":{"source":"./modules/landing_zone","expressions":{"address_space":{"constant_value":["10.10.0.0/16"]},"circuits":{"constant_value":{"primary":{"link":"0","site":"Amsterdam"},"secondary":{"link":"1","site":"Frankfurt"}}},"name":{"constant_value":")" +
            name_ +
            R"("},"shared_key":{"references":["var.shared_key"]},"tags":{"references":["local.tags"]}},"module":)" +
            parts_.module + '}');
  }

  void write_relevant(const std::string& module) {
    const auto attribute = [&](const std::string& resource, std::string_view name) {
      add(parts_.relevant,
          R"({"resource":")" + resource + R"(","attribute":[")" + std::string(name) + R"("]})");
    };
    attribute(module + ".azurerm_public_ip.gateway", "id");
    attribute(module + ".azurerm_resource_group.this", "name");
    attribute(module + ".azurerm_subnet.gateway", "id");
    attribute(module + ".azurerm_virtual_network.this", "name");
    attribute(module + ".azurerm_virtual_network_gateway.this", "id");
    for (const std::string_view key : kCircuits) {
      const std::string circuit = module + R"(.module.circuit[\")" + std::string(key) +
                                  R"(\"].azurerm_express_route_circuit.this)";
      attribute(circuit, "id");
      attribute(circuit, "name");
    }
  }

  Parts& parts_;
  bool exists_;
  std::string name_;
};

std::string state_of(const std::string& modules) {
  return R"({"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"child_modules":[)" +
         modules + "]}}}";
}

}  // namespace

std::string large_plan(std::size_t resources) {
  Parts parts;
  for (std::size_t i = 0; i * kResourcesOfZone < resources; ++i) Zone(parts, i).write();
  std::string text(kHead);
  text +=
      R"("variables":{"shared_key":{"value":"Sup3r-S3cret-md5-key-01"}},"planned_values":{"root_module":{"child_modules":[)";
  text += parts.planned_modules;
  text += R"(]}},"resource_changes":[)";
  text += parts.changes;
  text += R"(],"prior_state":)";
  text += state_of(parts.prior_modules);
  text += R"(,"configuration":)";
  text += kProviders;
  text += R"("module_calls":{)";
  text += parts.calls;
  text += R"(},"variables":{"shared_key":{"sensitive":true}}}},"relevant_attributes":[)";
  text += parts.relevant;
  text += "],";
  return text.append(kTail);
}

std::string flat_circuits_plan(std::size_t circuits) {
  std::string text(kHead);
  text += R"("planned_values":{"root_module":{}},"resource_changes":[)";
  for (std::size_t i = 0; i < circuits; ++i) {
    const std::string index = std::to_string(i);
    if (i > 0) text += ',';
    text += R"({"address":"azurerm_express_route_circuit.this[)" + index;
    text += R"(]","mode":"managed","type":"azurerm_express_route_circuit","name":"this","index":)" +
            index;
    text +=
        R"(,"provider_name":"registry.terraform.io/hashicorp/azurerm","change":{"actions":["create"],"before":null,"after":{"allow_classic_operations":false,"authorization_key":null,"bandwidth_in_gbps":null,"bandwidth_in_mbps":1000,"express_route_port_id":null,"location":"westeurope","name":"erc-)" +
        index;
    text +=
        R"(","peering_location":"Amsterdam","rate_limiting_enabled":false,"resource_group_name":"rg-network","service_provider_name":"Equinix","sku":[{"family":"MeteredData","tier":"Premium"}],"tags":{"costCenter":"4711","environment":"prod","owner":"netops"},"timeouts":null},"after_unknown":{"id":true,"service_key":true,"service_provider_provisioning_state":true,"sku":[{}],"tags":{}},"before_sensitive":false,"after_sensitive":{"authorization_key":true,"service_key":true,"sku":[{}],"tags":{}}}})";
  }
  text += R"(],"configuration":)";
  text += kProviders;
  text +=
      R"("resources":[{"address":"azurerm_express_route_circuit.this","mode":"managed","type":"azurerm_express_route_circuit","name":"this","provider_config_key":"azurerm","expressions":{"bandwidth_in_mbps":{"constant_value":1000},"location":{"constant_value":"westeurope"},"name":{"references":["count.index"]},"peering_location":{"constant_value":"Amsterdam"},"resource_group_name":{"constant_value":"rg-network"},"service_provider_name":{"constant_value":"Equinix"},"sku":[{"family":{"constant_value":"MeteredData"},"tier":{"constant_value":"Premium"}}]},"schema_version":0,"count_expression":{"references":["var.circuits"]}}],"variables":{"circuits":{}}}},)";
  return text.append(kTail);
}

}  // namespace bench
