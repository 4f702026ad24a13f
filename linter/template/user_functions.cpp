#include "template/user_functions.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>

#include "template/declared_values.h"

namespace exr {

namespace {

class UserCall {
 public:
  UserCall(Expansion& expansion, const UserFunction& function, const HostCall& call)
      : expansion_(expansion),
        declared_(*function.declaration),
        home_(*function.home),
        call_(call) {}

  Value run() {
    std::deque<Local> frames;
    const Local* innermost = nullptr;
    for (std::size_t i = 0; i < declared_.parameters.size(); ++i) {
      frames.push_back({declared_.parameters[i].name, argument(i), innermost});
      innermost = &frames.back();
    }
    expansion_.running_functions().push_back(&declared_);
    Value result = expansion_.evaluate(declared_.body, {home_, innermost});
    expansion_.running_functions().pop_back();
    return checked(result, declared_.type, "the result of", declared_.name);
  }

 private:
  Value argument(std::size_t index) {
    if (index >= call_.arguments.size()) return {};
    const FunctionParameter& parameter = declared_.parameters[index];
    return checked(call_.arguments[index], parameter.type, "parameter", parameter.name);
  }

  // What fails in a branch that may never be taken is no Problem.
  Value checked(const Value& value, TypeId type, std::string noun, const std::string& name) {
    if (type == TypeId::kNone || expansion_.evaluation().undecided > 0) return value;
    return checked_value(
        expansion_, value,
        {.type = {.home = home_.lowered, .type = type},
         .noun = std::move(noun),
         .name = name,
         .text = "invalid(" + std::to_string(static_cast<std::uint32_t>(call_.span.file)) + ":" +
                 std::to_string(call_.span.begin) + ":" + name + ")",
         .place = call_.span});
  }

  Expansion& expansion_;
  const FunctionDeclaration& declared_;
  TemplateInstance& home_;
  const HostCall& call_;
};

}  // namespace

Value call_user_function(Expansion& expansion, const UserFunction& function, const HostCall& call) {
  const auto& running = expansion.running_functions();
  const std::string& name = function.declaration->name;
  if (std::find(running.begin(), running.end(), function.declaration) != running.end()) {
    expansion.report(ProblemKind::CyclicReference, "`" + name + "` is needed to compute itself",
                     call.span);
    return Expansion::in_a_cycle(name);
  }
  return UserCall(expansion, function, call).run();
}

}  // namespace exr
