#pragma once

#include <optional>
#include <string_view>

#include "template/expansion.h"

namespace exr {

/// The two instances that a call of ARM JSON may mean: the one whose parameters and variables its
/// expressions use, and the one whose resources stand around it. They differ in nested deployments
/// with outer scope only.
struct CallSite {
  TemplateInstance& names;
  TemplateInstance& instance;
};

/// The value of a function by which ARM JSON names things: `parameters`, `variables`, `reference`
/// of what the template itself deploys, and those that its front end makes (their names hold a
/// blank, so nobody can write them):
/// `symbol of`(name): the resource or module call with a symbolic name.
/// `rounds over`(value): an array as it is, else as many numbers as `length` gives.
/// `round at`(rounds, index): the round of a loop around a resource or a module call that an index
/// reads of which not all is known; empty for another array.
/// `scope id`(value): the ID of a scope of which perhaps only the end is written.
/// `dependency`(text): what an entry of `dependsOn` names, null if that is nothing here.
/// `first segments`(text, count): that many pieces of a text between its slashes.
/// Empty for any other.
std::optional<Value> call_symbol_function(Expansion& expansion, const CallSite& site,
                                          const HostCall& call);
/// A property of what `reference()` gives of a module call.
Value deployment_property(Expansion& expansion, const DeploymentView& view, std::string_view name,
                          Span use);

}  // namespace exr
