#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "expression/host.h"
#include "template/expansion.h"
#include "template/user_functions.h"

namespace exr {

/// Gives the names of a template their values. Made for one evaluation; expansion and site outlive
/// it.
class TemplateHost final : public Host {
 public:
  TemplateHost(Expansion& expansion, const Site& site) : expansion_(expansion), site_(site) {}

  std::optional<Value> find_name(std::string_view name, Span use) override;
  std::optional<Value> call(const HostCall& call) override;
  bool declares_function(std::string_view name) override;
  Value property(ResourceHandle resource, std::string_view name, Span use) override;
  Value presence(ResourceHandle resource, std::string_view name) override;
  std::optional<Value> nested(ResourceHandle resource, std::string_view name, Span use) override;
  std::string resource_text(ResourceHandle resource) override;
  void report(Problem problem) override { expansion_.report(std::move(problem)); }

 private:
  /// The instance whose names the expressions mean.
  TemplateInstance& names() const;
  std::optional<Value> find_nested_symbol(std::string_view name, Span use);
  std::optional<Value> find_declared(std::string_view name, Span use);
  std::optional<Value> imported(const ImportDeclaration& import, Span use);
  Value base_argument(TemplateInstance& base, std::string_view name, Span use);
  Value exported_variable(TemplateId target, std::string_view name, Span use);
  std::optional<UserFunction> find_function(std::string_view name);
  std::optional<UserFunction> find_exported(TemplateId target, std::string_view name);

  Expansion& expansion_;
  Site site_;
};

}  // namespace exr
