#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "expression/evaluator.h"
#include "findings/problem.h"
#include "support/limits.h"
#include "template/instances.h"
#include "template/template.h"

namespace exr {

/// What an evaluation stands in: a template instance, and in it perhaps the body of a resource or a
/// module call, whose loops bind names.
struct Site {
  TemplateInstance& instance;
  const Local* locals = nullptr;
  /// The resource in whose body names are looked up first; null outside of one.
  ResourceInstance* resource = nullptr;
  /// False or Unknown where it is not sure that what stands here is deployed: what fails in it is
  /// no Problem then.
  Truth deployed = Truth::True;
};

/// The outputs of a module call, as `module.outputs` gives them.
struct ModuleOutputs {
  ModuleCall* call = nullptr;
};
/// The exported names of another file (`import * as name`).
struct Namespace {
  TemplateId target = TemplateId::kNone;
};
/// The values of the parameter file that another one extends (`base`).
struct BaseArguments {
  TemplateInstance* file = nullptr;
};
/// What `reference()` of a module call gives: the deployment as Azure shows it.
struct DeploymentView {
  enum class Part : std::uint8_t { Whole, Properties, Outputs };
  ModuleCall* call = nullptr;
  Part part = Part::Whole;
};
/// What a ResourceHandle means during an expansion.
using Referent = std::variant<ResourceInstance*, ModuleCall*, ModuleOutputs, Namespace,
                              BaseArguments, DeploymentView>;

/// All that the expansion of one deployment shares: its template instances, what handles mean, and
/// the limits. Nothing in it moves once it is there.
class Expansion {
 public:
  Expansion(const TemplateLibrary& library, const Limits& limits, Problems& problems);

  const TemplateLibrary& library() const { return library_; }
  const Limits& limits() const { return limits_; }
  Evaluation& evaluation() { return evaluation_; }

  /// Reports a Problem once, however many instances of a template have it.
  void report(Problem problem);
  void report(ProblemKind kind, std::string message, Span span) {
    report({.kind = kind, .message = std::move(message), .span = span, .path = {}});
  }
  /// Whether something was left out because of a limit.
  bool was_cut() const { return was_cut_; }

  /// A new instance of a template, without a place.
  TemplateInstance& add_instance(const Template& lowered);
  /// The instance of a template in which its exported declarations and the constants of its types
  /// are evaluated.
  TemplateInstance& declarations_of(const Template& lowered);
  const Symbols& symbols_of(const Template& lowered);

  ResourceInstance& add_resource(TemplateInstance& owner, std::uint32_t declaration);
  ModuleCall& add_call(TemplateInstance& owner, std::uint32_t declaration);
  ResourceHandle add_referent(Referent referent);
  /// The handles of what has no place of its own: a call's outputs, a namespace.
  ResourceHandle outputs_of(ModuleCall& call);
  ResourceHandle namespace_of(TemplateId target);
  const Referent& referent(ResourceHandle handle) const {
    return referents_[static_cast<std::size_t>(handle)];
  }
  /// How many resources and calls there are.
  std::size_t declared_count() const { return resources_.size() + calls_.size(); }
  /// Counts one more resource or call; false, with a Problem, where that is too many.
  bool may_add(Span span);

  /// The value of an expression of the site's template; `missing` names the Unknown where there is
  /// no expression.
  Value evaluate(NodeId node, const Site& site, std::string_view missing = "missing");
  /// What an element of an array is, where perhaps not all is known of either.
  Value element(const Value& array, const Value& index, const Site& site, Span use);
  /// What a Lambda of an instance's template gives for a value. What fails in it is no Problem.
  Value apply(NodeId lambda, TemplateInstance& instance, const Value& argument);
  /// The functions of users that are running, to find those that call themselves.
  std::vector<const FunctionDeclaration*>& running_functions() { return running_functions_; }

  /// The value of a memo, computed by `compute` where it is not there yet. Reports a cycle at `use`
  /// where it is needed to compute itself, and gives what `in_a_cycle` makes then.
  template <typename T, typename Cycle, typename Compute>
  const T& recall(Memo<T>& memo, std::string_view name, Span use, const Cycle& in_a_cycle,
                  const Compute& compute) {
    if (memo.progress == Progress::Done) return memo.value;
    if (memo.progress == Progress::Running) {
      report_cycle(name, use);
      memo.value = in_a_cycle();
      return memo.value;
    }
    memo.progress = Progress::Running;
    T value = compute();
    memo.value = std::move(value);
    memo.progress = Progress::Done;
    return memo.value;
  }
  /// The same for a value, which is Unknown in a cycle.
  template <typename Compute>
  Value recall(Memo<Value>& memo, std::string_view name, Span use, const Compute& compute) {
    return recall(
        memo, name, use, [&] { return in_a_cycle(name); }, compute);
  }
  static Value in_a_cycle(std::string_view name);

 private:
  void report_cycle(std::string_view name, Span use);

  const TemplateLibrary& library_;
  const Limits& limits_;
  Problems& problems_;
  Evaluation evaluation_;
  std::deque<TemplateInstance> instances_;
  std::deque<ResourceInstance> resources_;
  std::deque<ModuleCall> calls_;
  std::vector<Referent> referents_;
  std::unordered_map<const Template*, Symbols> symbols_;
  std::unordered_map<const Template*, TemplateInstance*> declarations_;
  std::vector<const FunctionDeclaration*> running_functions_;
  std::unordered_map<const ModuleCall*, ResourceHandle> outputs_;
  std::unordered_map<TemplateId, ResourceHandle> namespaces_;
  std::set<std::pair<Span, std::string>> reported_;
  bool was_cut_ = false;
  bool too_many_ = false;
};

}  // namespace exr
