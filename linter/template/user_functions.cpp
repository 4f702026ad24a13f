#include "template/user_functions.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "expression/local_frames.h"
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
    LocalFrames frames(declared_.parameters.size(), nullptr);
    for (std::size_t i = 0; i < declared_.parameters.size(); ++i)
      frames.bind(declared_.parameters[i].name, argument(i));
    expansion_.running_functions().push_back(&declared_);
    const Value result = expansion_.evaluate(declared_.body, {home_, frames.innermost()});
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
  Value checked(const Value& value, TypeId type, std::string_view noun, std::string_view name) {
    if (type == TypeId::kNone || expansion_.evaluation().undecided > 0) return value;
    return checked_value(expansion_, value,
                         {.type = {.home = home_.lowered, .type = type},
                          .noun = noun,
                          .name = name,
                          .text = {},
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
