#include "app/arm_parameters.h"

#include <fmt/format.h>

#include <utility>

#include "app/configuration_values.h"
#include "formats/json_reader.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

class ArmParameterReader {
 public:
  explicit ArmParameterReader(Problems& problems) : values_(problems) {}

  std::vector<Argument> read(const Value& document) {
    std::vector<Argument> arguments;
    const Object* object = values_.object(document, "a parameter file");
    if (object == nullptr) return arguments;
    if (const Value* wrapped = object->find("parameters")) {
      object = values_.object(*wrapped, "`parameters`");
      if (object == nullptr) return arguments;
    }
    for (const Object::Property& property : object->properties()) {
      // a document without parameters still has these
      if (property.name == "$schema" || property.name == "contentVersion") continue;
      if (auto argument = read_argument(property)) arguments.push_back(std::move(*argument));
    }
    return arguments;
  }

 private:
  std::optional<Argument> read_argument(const Object::Property& property) {
    const Object* entry = values_.object(property.value, "parameter `" + property.name + "`");
    if (entry == nullptr) return std::nullopt;
    if (const Value* value = entry->find("value")) {
      return Argument{.name = property.name,
                      .value = *value,
                      .given = Given::File,
                      .name_span = property.name_span};
    }
    if (const Value* reference = entry->find("reference")) {
      return Argument{.name = property.name,
                      .value = secret(*reference),
                      .given = Given::Vault,
                      .name_span = property.name_span};
    }
    values_.report(
        property.name_span,
        fmt::format("parameter `{}` has neither `value` nor `reference`", property.name));
    return std::nullopt;
  }

  // The text names vault and secret, so that two references to one secret are equal.
  static Value secret(const Value& reference) {
    return Value::unknown(make_unknown(UnknownReason::RuntimeFunction,
                                       fmt::format("getSecret({})", to_sorted_json(reference))),
                          reference.origin());
  }

  ConfigurationValues values_;
};

}  // namespace

std::optional<std::vector<Argument>> read_arm_parameters(const std::string& path,
                                                         const FileSystem& files,
                                                         const Limits& limits, SourceMap& sources,
                                                         Problems& problems) {
  Result<std::string> text = files.read(path, limits.arm_file_size);
  if (!text.ok()) {
    problems.push_back({.kind = ProblemKind::UnreadableFile,
                        .message = text.failure().message,
                        .span = {},
                        .path = path});
    return std::nullopt;
  }
  const FileId file = sources.add(path, std::move(text).value());
  const auto document = read_json(sources.file(file).text(), file, limits, problems);
  if (!document) return std::nullopt;
  return ArmParameterReader(problems).read(*document);
}

}  // namespace exr
