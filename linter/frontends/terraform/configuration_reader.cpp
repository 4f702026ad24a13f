#include "frontends/terraform/configuration_reader.h"

#include <string>
#include <utility>
#include <vector>

namespace exr {

namespace {

class ConfigurationReader {
 public:
  explicit ConfigurationReader(PlanReading& reading)
      : reading_(reading), cursor_(reading.cursor()), into_(reading.plan().configuration) {}

  void read() {
    into_ = {};
    visit("configuration", [&](std::string_view field) {
      if (field == "root_module") {
        into_.modules.clear();
        read_module("root_module");
      } else if (field == "provider_config") {
        visit("provider_config", [&](std::string_view key) { read_provider(key); });
      } else {
        cursor_.skip();
      }
    });
  }

 private:
  // Visits each member of the object at the cursor, with its name, which is valid until the cursor
  // moves.
  template <typename Visit>
  void visit(std::string_view name, const Visit& member) {
    if (!reading_.stands_at(JsonKind::Object, name)) return;
    cursor_.enter();
    while (cursor_.next_member()) member(cursor_.name());
  }

  std::vector<std::string> texts(std::string_view name) {
    std::vector<std::string> texts;
    if (!reading_.stands_at(JsonKind::Array, name)) return texts;
    cursor_.enter();
    while (cursor_.next_element()) texts.push_back(reading_.text(name));
    return texts;
  }

  // Recursive: the module of a call stands in the call, whose depth the cursor limits.
  ConfiguredModuleId read_module(std::string_view name) {
    const auto id = static_cast<ConfiguredModuleId>(into_.modules.size());
    // modules inside grow the list, so this one is put into its place at its end
    into_.modules.emplace_back();
    ConfiguredModule module;
    visit(name, [&](std::string_view field) {
      if (field == "resources") {
        read_resources(module);
      } else if (field == "module_calls") {
        visit(field, [&](std::string_view call) { read_call(module, call); });
      } else if (field == "outputs") {
        visit(field, [&](std::string_view output) { read_output(module, output); });
      } else if (field == "variables") {
        visit(field, [&](std::string_view variable) { read_variable(module, variable); });
      } else {
        cursor_.skip();
      }
    });
    module.sort();
    into_.modules[static_cast<std::size_t>(id)] = std::move(module);
    return id;
  }

  void read_resources(ConfiguredModule& module) {
    if (!reading_.stands_at(JsonKind::Array, "resources")) return;
    cursor_.enter();
    while (cursor_.next_element()) read_resource(module);
  }

  void read_resource(ConfiguredModule& module) {
    ConfiguredResource resource;
    visit("resources[]", [&](std::string_view field) {
      if (field == "mode") {
        resource.is_data = reading_.text("mode") == "data";
      } else if (field == "type") {
        resource.type = reading_.text("type");
      } else if (field == "name") {
        resource.name = reading_.text("name");
      } else if (field == "provider_config_key") {
        resource.provider_key = reading_.text("provider_config_key");
      } else if (!read_repetition(field, resource)) {
        cursor_.skip();
      }
    });
    module.resources.push_back(std::move(resource));
  }

  // What resources and calls share.
  template <typename Block>
  bool read_repetition(std::string_view field, Block& block) {
    if (field == "expressions") {
      block.expressions = cursor_.skip();
    } else if (field == "count_expression") {
      block.count_expression = cursor_.skip();
    } else if (field == "for_each_expression") {
      block.for_each_expression = cursor_.skip();
    } else if (field == "depends_on") {
      block.depends_on = texts("depends_on");
    } else {
      return false;
    }
    return true;
  }

  void read_call(ConfiguredModule& module, std::string_view name) {
    ConfiguredCall call;
    call.name = name;
    visit("module_calls{}", [&](std::string_view field) {
      if (field == "source") {
        call.source = reading_.text("source");
      } else if (field == "module") {
        call.module = read_module("module");
      } else if (!read_repetition(field, call)) {
        cursor_.skip();
      }
    });
    module.calls.push_back(std::move(call));
  }

  void read_output(ConfiguredModule& module, std::string_view name) {
    ConfiguredOutput output{.name = std::string(name), .expression = {}, .sensitive = false};
    visit("outputs{}", [&](std::string_view field) {
      if (field == "expression") {
        output.expression = cursor_.skip();
      } else if (field == "sensitive") {
        output.sensitive = reading_.flag("sensitive");
      } else {
        cursor_.skip();
      }
    });
    module.outputs.push_back(std::move(output));
  }

  void read_variable(ConfiguredModule& module, std::string_view name) {
    ConfiguredVariable variable{.name = std::string(name), .default_value = {}, .sensitive = false};
    visit("variables{}", [&](std::string_view field) {
      if (field == "default") {
        variable.default_value = cursor_.skip();
      } else if (field == "sensitive") {
        variable.sensitive = reading_.flag("sensitive");
      } else {
        cursor_.skip();
      }
    });
    module.variables.push_back(std::move(variable));
  }

  void read_provider(std::string_view key) {
    ConfiguredProvider provider;
    provider.key = key;
    visit("provider_config{}", [&](std::string_view field) {
      if (field == "name") {
        provider.name = reading_.text("name");
      } else if (field == "version_constraint") {
        provider.version_constraint = reading_.text("version_constraint");
      } else if (field == "expressions") {
        provider.expressions = cursor_.skip();
      } else {
        cursor_.skip();
      }
    });
    into_.providers.push_back(std::move(provider));
  }

  PlanReading& reading_;
  JsonCursor& cursor_;
  PlanConfiguration& into_;
};

}  // namespace

void read_configuration(PlanReading& reading) { ConfigurationReader(reading).read(); }

}  // namespace exr
