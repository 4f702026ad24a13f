#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "findings/problem.h"
#include "source/span.h"
#include "value/value.h"

namespace exr {

/// An evaluated call of a function that the evaluator does not know itself.
struct HostCall {
  std::string_view function;
  std::span<const Value> arguments;
  /// The receiver of a method call (`vault.getSecret(...)`), null pointer for a plain call.
  const Value* receiver = nullptr;
  Span span;
};

/// What an expression stands in: a deployment, or a rule over the graph. It gives names their
/// values. The evaluator asks it, and knows neither templates nor rules (decision record 0005).
class Host {
 public:
  virtual ~Host() = default;
  /// The value of a name that is no local; empty if nothing is declared by it.
  virtual std::optional<Value> find_name(std::string_view name, Span use) = 0;
  /// The value of a function that the host provides, or that its user declared; empty if it has
  /// none by this name. Asked before the table of functions only if declares_function says so.
  virtual std::optional<Value> call(const HostCall& call) = 0;
  /// Whether the user declared a function by this name (it hides the built-in one). Of a call
  /// `space.f(...)` on a name that is no local it is asked for `space.f`; if there is one, call()
  /// gets that name and no receiver.
  virtual bool declares_function(std::string_view name) = 0;
  /// A property of a resource; null if it is not written.
  virtual Value property(ResourceHandle resource, std::string_view name, Span use) = 0;
  /// Whether there is a resource to read `name` from: true, false, or the Unknown that decides it.
  /// Asked for a safe read (`.?name`), which gives null where there is none.
  virtual Value presence(ResourceHandle /*resource*/, std::string_view /*name*/) {
    return Value::boolean(true);
  }
  /// The resource that is nested in another under a symbolic name (`a::b`); empty if there is none.
  virtual std::optional<Value> nested(ResourceHandle resource, std::string_view name, Span use) = 0;
  /// The canonical text of a resource (its ID), for comparison and messages.
  virtual std::string resource_text(ResourceHandle resource) = 0;
  virtual void report(Problem problem) = 0;
};

}  // namespace exr
