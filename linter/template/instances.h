#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "expression/evaluator.h"
#include "support/apart.h"
#include "support/shared_text.h"
#include "support/text.h"
#include "template/deployment.h"
#include "template/memo.h"
#include "template/place.h"
#include "template/symbols.h"
#include "value/truth.h"
#include "value/value.h"

namespace exr {

struct TemplateInstance;

/// One round of a loop around a resource or module; of what has no loop the only one.
struct Iteration {
  bool is_looped = false;
  Value item;
  Value index;
  /// Whether this round is sure to happen.
  Truth certain = Truth::True;
  /// It stands for all rounds of a loop of unknown length.
  bool stands_for_many = false;
  /// `[0]`, `[*]`; empty without a loop.
  std::string suffix;
};

/// The rounds of one loop as names see them.
struct Rounds {
  std::vector<ResourceHandle> handles;
  /// What the symbol gives: a resource, or an array of them.
  Value symbol;
};

/// What a resource is called and where it is.
struct ResourceIdentity {
  /// The full type.
  std::string type;
  std::string api_version;
  /// One name for each segment of the type after the provider, and all of them with slashes.
  std::vector<Value> names;
  Value full_name;
  Value id;
  /// The ID's canonical text.
  SharedText id_text;
  /// IDs; the parent's is null if there is none.
  Value parent;
  Value scope;
};

/// A resource or a module call in one round of its loop, in one instance of its template. Frames
/// point into the instance itself: it never moves.
struct Declared {
  TemplateInstance* owner = nullptr;
  std::uint32_t declaration = 0;
  ResourceHandle handle{};
  Iteration iteration;
  /// The names that the loops around bind, innermost first; null if there are none.
  const Local* locals = nullptr;
  Apart<std::array<Local, 2>> frames;
  Memo<Value> name;
  Memo<Value> condition;
  /// Of the first round of a loop: those that expressions read by an index of which not all is
  /// known, by its canonical text.
  Apart<std::map<std::string, ResourceHandle>> picked;

  Declared() = default;
  Declared(const Declared&) = delete;
  Declared& operator=(const Declared&) = delete;
  /// Binds item and index of a loop, inside of what is bound already.
  void bind(const LoopHeader& loop, const Local* outer);
};

/// A resource of the deployment, or one that is there already.
struct ResourceInstance : Declared {
  /// Of a nested resource: the one around it.
  ResourceInstance* around = nullptr;
  Memo<ResourceIdentity> identity;
  Memo<Value> body;
  /// By declaration.
  Apart<std::map<std::uint32_t, Memo<Rounds>>> nested;
};

/// One call of a module.
struct ModuleCall : Declared {
  Memo<Place> place;
  /// The called template with its arguments; null if it cannot be read or is too deep.
  Memo<TemplateInstance*> callee;
};

/// The value of a parameter, and of its default (null if it has none).
struct ParameterValue {
  Value value;
  Value default_value;
  bool secure = false;
};

/// The resources and module calls of an instance by what an expression calls them: key of the ID,
/// or name. Empty until it is first asked for.
struct DeployedIndex {
  std::unordered_map<std::string, ResourceHandle> by_text;
  Progress progress = Progress::Untouched;
};

/// One template with arguments, at a place: a deployment. What is in it is computed when it is
/// first asked for.
struct TemplateInstance {
  const Template* lowered = nullptr;
  const Symbols* symbols = nullptr;
  Place place;
  Value scope;
  /// Symbolic names from the root down; empty for the root.
  std::string address;
  /// What `deployment().name` gives.
  Value name;
  /// Whether the calls around it happen, and on which conditions (null if none is written).
  Truth deployed = Truth::True;
  Value condition;
  bool stands_for_many = false;
  std::uint32_t depth = 0;
  /// Of a nested deployment with outer scope: the instance whose names it uses (null otherwise),
  /// and what the loops around the call bind.
  TemplateInstance* outer = nullptr;
  const Local* locals = nullptr;
  /// The call; invalid for the root and for what is only imported from.
  Span call;
  /// Of a third-party module, and of what it calls: the user's own call of it; else invalid.
  Span third_party_call;
  std::unordered_map<std::string, Argument, HashIgnoringCase, EqualIgnoringCase> arguments;
  /// There may be more arguments than are known.
  bool arguments_are_open = false;

  std::vector<Memo<ParameterValue>> parameters;
  std::vector<Memo<Value>> variables;
  std::vector<Memo<Value>> outputs;
  /// Of a parameter file: the values of its own arguments.
  std::vector<Memo<Value>> own_arguments;
  std::vector<Memo<Rounds>> resources;
  std::vector<Memo<Rounds>> modules;
  DeployedIndex deployed_index;
  /// The resource groups among them, by the key of the ID.
  DeployedIndex made_groups;

  bool is_root() const { return address.empty(); }
  /// Where a name stands among all instances: `param:hub.name`, `hub/name`.
  std::string qualified(std::string_view symbol, char separator) const {
    return address.empty() ? std::string(symbol) : address + separator + std::string(symbol);
  }
};

}  // namespace exr
