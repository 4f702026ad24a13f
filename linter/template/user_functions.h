#pragma once

#include "expression/host.h"
#include "template/expansion.h"

namespace exr {

/// A function that a template declares, and the instance in which its body is evaluated.
struct UserFunction {
  const FunctionDeclaration* declaration = nullptr;
  TemplateInstance* home = nullptr;
};

/// What a function gives. Arguments and result are compared with their declared types.
Value call_user_function(Expansion& expansion, const UserFunction& function, const HostCall& call);

}  // namespace exr
