#include "unit/frontends/terraform/mapped_plan_driver.h"

#include <gtest/gtest.h>

#include "frontends/terraform/plan_graph.h"
#include "frontends/terraform/plan_reader.h"
#include "graph/id_text.h"
#include "support/text.h"
#include "value/print.h"

namespace exr {

namespace {

// `azurerm_subnet.s["a"]` in its parts.
std::string record_text(const PlanRecord& record) {
  const std::size_t dot = record.address.find('.');
  const std::size_t bracket = record.address.find('[');
  const std::string prefix = record.mode == "data" ? "data." : "";
  std::string text =
      R"({"address":)" +
      json_string((record.module.empty() ? "" : record.module + ".") + prefix + record.address);
  if (!record.module.empty()) text += R"(,"module_address":)" + json_string(record.module);
  text += R"(,"mode":")" + record.mode + R"(","type":)" +
          json_string(record.address.substr(0, dot)) + R"(,"name":)" +
          json_string(record.address.substr(dot + 1, bracket - dot - 1));
  if (bracket != std::string::npos) {
    text +=
        R"(,"index":)" + record.address.substr(bracket + 1, record.address.size() - bracket - 2);
  }
  return text + R"(,"change":{"actions":[")" + record.action + R"("],"before":null,"after":)" +
         record.after + R"(,"after_unknown":)" + record.after_unknown + "}}";
}

std::string plan_text(const std::vector<PlanRecord>& records, std::string_view root_module,
                      std::string_view rest) {
  std::vector<std::string> changes;
  for (const PlanRecord& record : records) changes.push_back(record_text(record));
  return R"({"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[)" +
         join(changes, ",") +
         R"(],"configuration":{"provider_config":{"azurerm":{"name":"azurerm",)"
         R"("expressions":{"subscription_id":{"constant_value":"sub"}}}},"root_module":)" +
         std::string(root_module) + "}" + std::string(rest) + "}";
}

Plan read(SourceMap& sources, const std::string& text, const Limits& limits) {
  const FileId file = sources.add("plan.json", text);
  Problems problems;
  std::optional<Plan> plan = read_plan(sources.file(file), file, limits, problems);
  for (const Problem& problem : problems)
    EXPECT_NE(problem.severity(), Severity::Error) << problem.message;
  return plan ? *std::move(plan) : Plan();
}

}  // namespace

ShortPlan::ShortPlan(const std::vector<PlanRecord>& records, std::string_view root_module,
                     std::string_view rest)
    : text_(plan_text(records, root_module, rest)),
      plan_(read(sources_, text_, limits_)),
      mappings_(embedded_mappings()),
      input_{.plan = plan_, .mappings = mappings_, .sources = sources_, .limits = limits_} {}

ResourceGraph ShortPlan::graph(Problems& problems) const {
  ResourceGraph graph;
  add_plan(input_, graph, problems);
  return graph;
}

std::string ShortPlan::ids() const {
  Problems problems;
  const ResourceGraph made = graph(problems);
  std::string text;
  for (const Resource& resource : made.resources())
    text += resource.address + ": " + resource.id_text.str() + "\n";
  return text;
}

InstanceId ShortPlan::instance(std::string_view address) const {
  for (std::uint32_t i = 0; i < plan_.resources.size(); ++i) {
    if (plan_.resources[i].address == address) return {.index = i};
  }
  ADD_FAILURE() << "no resource " << address;
  return {};
}

std::string block(std::string_view address, std::string_view expressions, std::string_view for_each,
                  std::string_view depends_on) {
  const bool is_data = address.starts_with("data.");
  const std::string_view own = is_data ? address.substr(5) : address;
  const std::size_t dot = own.find('.');
  std::string text =
      R"({"address":)" + json_string(address) + R"(,"mode":")" + (is_data ? "data" : "managed") +
      R"(","type":)" + json_string(own.substr(0, dot)) + R"(,"name":)" +
      json_string(own.substr(dot + 1)) + R"(,"provider_config_key":"azurerm","expressions":)" +
      std::string(expressions);
  if (!for_each.empty()) text += R"(,"for_each_expression":)" + std::string(for_each);
  if (!depends_on.empty()) text += R"(,"depends_on":)" + std::string(depends_on);
  return text + "}";
}

std::string references(const std::vector<std::string>& references) {
  std::vector<std::string> quoted;
  for (const std::string& reference : references) quoted.push_back(json_string(reference));
  return R"({"references":[)" + join(quoted, ",") + "]}";
}

}  // namespace exr
