#include "hcl/terraform_sources.h"

#include <map>
#include <utility>

#include "hcl/module_folders.h"
#include "hcl/module_reader.h"
#include "hcl/written_path.h"

namespace exr {

namespace {

// Locals and variables that are followed for one place; a chain of more is a circle.
constexpr int kLongestChain = 200;

using Calls = std::vector<std::string>;

Calls caller_of(const Calls& calls) { return {calls.begin(), std::prev(calls.end())}; }

Calls names_of(const std::vector<CallStep>& module) {
  Calls names;
  for (const CallStep& step : module) names.push_back(step.name);
  return names;
}

template <typename Found>
std::optional<Span> header_of(const Found* block) {
  return block == nullptr ? std::nullopt : std::optional(block->header);
}

}  // namespace

class TerraformSources::Reader {
 public:
  Reader(std::string folder, const FileSystem& files, SourceMap& sources, const Limits& limits,
         Problems& problems)
      : root(std::move(folder)),
        modules(files, sources, limits, problems),
        limits_(limits),
        folders_(root, files, sources, limits, problems) {}

  struct Place {
    const TerraformModule* module = nullptr;
    std::string folder;
    bool is_third_party = false;
  };

  // Where a chain of calls leads; a module that cannot be read has a null pointer.
  const Place& place_of(const Calls& calls) {
    const auto found = places_.find(calls);
    if (found != places_.end()) return found->second;
    Place place = folder_of(calls);
    if (!place.folder.empty()) place.module = modules.find(place.folder);
    return places_.emplace(calls, std::move(place)).first->second;
  }

  const HclBlock* find_block(const BlockAddress& address) {
    const TerraformModule* module = place_of(address.module_calls).module;
    return module == nullptr ? nullptr
                             : module->find_resource(address.is_data, address.type, address.name);
  }

  const HclBlock* find_call(const Calls& calls) {
    if (calls.empty()) return nullptr;
    const TerraformModule* caller = place_of(caller_of(calls)).module;
    return caller == nullptr ? nullptr : caller->find_call(calls.back());
  }

  std::optional<SourcePlace> find_behind(const SourceInstance& instance, const SourcePath& path);

  // the root folder, and all modules that were read
  const std::string root;
  ModuleReader modules;

 private:
  struct Origin;
  const HclAttribute* attribute_behind(Origin& origin, const NamedValue& named);
  std::optional<SourcePlace> find_behind(Origin origin);

  Place folder_of(const Calls& calls) {
    if (calls.empty()) return {.folder = root};
    if (calls.size() > limits_.module_depth) return {};
    if (auto installed = folders_.find(calls))
      return {.folder = installed->path, .is_third_party = installed->is_third_party};
    const Place& caller = place_of(caller_of(calls));
    const HclBlock* call =
        caller.module == nullptr ? nullptr : caller.module->find_call(calls.back());
    const HclAttribute* source = call == nullptr ? nullptr : call->body.find_attribute("source");
    if (source == nullptr) return {.is_third_party = caller.is_third_party};
    const HclExpression& text = modules.expressions().at(source->value);
    if (text.kind != HclExpressionKind::Text || !is_local_source(text.text))
      return {.is_third_party = true};
    return {.folder = join_path(caller.folder, text.text), .is_third_party = caller.is_third_party};
  }

  const Limits& limits_;
  ModuleFolders folders_;
  std::map<Calls, Place> places_;
};

// A value on the way to where it comes from.
struct TerraformSources::Reader::Origin {
  // the module that it stands in, and the block whose `each` it may name
  std::vector<CallStep> module;
  const HclBlock* repeated = nullptr;
  SourceKey key;
  // what of the path is written there
  WrittenPath written;
  SourcePath path;
};

// The attribute that an expression's name stands for: a local, an argument of the call, or what the
// block is repeated by. Moves to where it stands; null if there is none.
const HclAttribute* TerraformSources::Reader::attribute_behind(Origin& origin,
                                                               const NamedValue& named) {
  if (named.space == "each") {
    const auto* key = std::get_if<std::string>(&origin.key);
    if (origin.repeated == nullptr || key == nullptr) return nullptr;
    origin.path.insert(origin.path.begin(), *key);
    return std::exchange(origin.repeated, nullptr)->body.find_attribute("for_each");
  }
  const Calls calls = names_of(origin.module);
  if (named.space == "local") {
    origin.repeated = nullptr;
    const TerraformModule* module = place_of(calls).module;
    return module == nullptr ? nullptr : module->find_local(named.name);
  }
  origin.repeated = find_call(calls);
  if (origin.repeated == nullptr) return nullptr;
  origin.key = origin.module.back().key;
  origin.module.pop_back();
  return origin.repeated->body.find_attribute(named.name);
}

// Follows what is written from a value to the argument of a call that decides it.
std::optional<SourcePlace> TerraformSources::Reader::find_behind(Origin origin) {
  const HclExpressions& expressions = modules.expressions();
  std::optional<SourcePlace> argument;
  for (int i = 0; i < kLongestChain; ++i) {
    if (origin.written.expression == HclExpressionId::kNone) return argument;
    const auto named = find_named_value(origin.written.expression, expressions);
    if (!named) return argument;
    SourcePath rest = named->path;
    rest.insert(rest.end(), origin.path.begin() + static_cast<std::ptrdiff_t>(origin.written.steps),
                origin.path.end());
    origin.path = std::move(rest);
    const HclAttribute* attribute = attribute_behind(origin, *named);
    if (attribute == nullptr) return argument;
    origin.written = follow_written(*attribute, origin.path, 0, expressions);
    if (named->space != "var") continue;
    argument = origin.written.place;
    argument->call_depth = origin.module.size();
  }
  return argument;
}

std::optional<SourcePlace> TerraformSources::Reader::find_behind(const SourceInstance& instance,
                                                                 const SourcePath& path) {
  const HclBlock* block = find_block(block_of(instance));
  if (block == nullptr) return std::nullopt;
  return find_behind({.module = instance.module,
                      .repeated = block,
                      .key = instance.key,
                      .written = follow_written(*block, path, modules.expressions()),
                      .path = path});
}

TerraformSources::TerraformSources(std::string root, const FileSystem& files, SourceMap& sources,
                                   const Limits& limits, Problems& problems)
    : reader_(std::make_unique<Reader>(std::move(root), files, sources, limits, problems)) {}
TerraformSources::~TerraformSources() = default;

bool TerraformSources::found() const { return reader_->modules.is_module(reader_->root); }
const std::string& TerraformSources::root() const { return reader_->root; }

std::optional<Span> TerraformSources::find_block(const BlockAddress& address) {
  return header_of(reader_->find_block(address));
}

std::optional<Span> TerraformSources::find_whole_block(const BlockAddress& address) {
  const HclBlock* block = reader_->find_block(address);
  return block == nullptr ? std::nullopt : std::optional(block->span);
}

std::optional<SourcePlace> TerraformSources::find_written(const BlockAddress& address,
                                                          const SourcePath& path) {
  const HclBlock* block = reader_->find_block(address);
  if (block == nullptr) return std::nullopt;
  return follow_written(*block, path, expressions()).place;
}

std::optional<SourcePlace> TerraformSources::find_argument_behind(const SourceInstance& instance,
                                                                  const SourcePath& path) {
  return reader_->find_behind(instance, path);
}

std::optional<SourcePlace> TerraformSources::find_argument_behind(const BlockAddress& address,
                                                                  const SourcePath& path) {
  SourceInstance instance{.is_data = address.is_data, .type = address.type, .name = address.name};
  for (const std::string& call : address.module_calls)
    instance.module.push_back({.name = call, .key = {}});
  return reader_->find_behind(instance, path);
}

std::optional<Span> TerraformSources::find_call(const Calls& module_calls) {
  return header_of(reader_->find_call(module_calls));
}

std::optional<Span> TerraformSources::find_variable(const Calls& module_calls,
                                                    const std::string& name) {
  const TerraformModule* module = find_module(module_calls);
  return module == nullptr ? std::nullopt : header_of(module->find_variable(name));
}

std::optional<Span> TerraformSources::find_output(const Calls& module_calls,
                                                  const std::string& name) {
  const TerraformModule* module = find_module(module_calls);
  return module == nullptr ? std::nullopt : header_of(module->find_output(name));
}

std::optional<SourcePlace> TerraformSources::find_output_value(const std::string& name,
                                                               SourcePath path) {
  const TerraformModule* module = find_module({});
  const HclBlock* output = module == nullptr ? nullptr : module->find_output(name);
  if (output == nullptr) return std::nullopt;
  path.insert(path.begin(), SourceStep("value"));
  return follow_written(*output, path, expressions()).place;
}

std::optional<Span> TerraformSources::find_local(const Calls& module_calls,
                                                 const std::string& name) {
  const TerraformModule* module = find_module(module_calls);
  const HclAttribute* local = module == nullptr ? nullptr : module->find_local(name);
  return local == nullptr ? std::nullopt : std::optional(local->span);
}

bool TerraformSources::is_third_party(const Calls& module_calls) {
  return reader_->place_of(module_calls).is_third_party;
}

const TerraformModule* TerraformSources::find_module(const Calls& module_calls) {
  return reader_->place_of(module_calls).module;
}

const HclExpressions& TerraformSources::expressions() const {
  return reader_->modules.expressions();
}

}  // namespace exr
