#include <utility>

#include "azure/resource_type.h"
#include "frontends/bicep/lowering.h"
#include "support/text.h"

namespace exr {

namespace {

// A property's key where it is one plain word; empty otherwise.
std::string_view plain_key(SyntaxNode property) {
  const SyntaxNode key = property.find(SyntaxField::Key);
  if (!key) return {};
  std::string_view text = key.text();
  if (key.is(SyntaxKind::String) && text.size() >= 2) text = text.substr(1, text.size() - 2);
  return text;
}

// A type may begin with the namespace that it is of: `az:Microsoft.Network/virtualNetworks`.
std::string without_azure_namespace(const std::string& type) {
  constexpr std::string_view kAzure = "az:";
  return type.starts_with(kAzure) ? type.substr(kAzure.size()) : type;
}

// Every provider of Azure has a dot in its name. Of those that have one, Microsoft Graph is an
// extension (learn.microsoft.com, "Bicep types for Microsoft Graph").
bool is_type_of_extension(const std::string& type) {
  const std::string_view provider = provider_of(type);
  return provider.find('.') == std::string_view::npos ||
         provider.find(':') != std::string_view::npos ||
         equal_ignoring_case(provider, "Microsoft.Graph");
}

}  // namespace

StatementLowering::Body StatementLowering::read_body(SyntaxNode node) {
  Body body;
  if (node.is(SyntaxKind::Array)) node = node.find(SyntaxKind::For);
  if (node.is(SyntaxKind::For)) {
    const SyntaxNode item = node.find(SyntaxField::Item);
    const SyntaxNode index = node.find(SyntaxField::Index);
    body.loop = LoopHeader{.item = std::string(item ? item.text() : ""),
                           .index = std::string(index ? index.text() : ""),
                           .iterable = expressions_.lower(node.find(SyntaxField::Iterable))};
    node = node.find(SyntaxField::Body);
  }
  if (node.is(SyntaxKind::If)) {
    body.condition = expressions_.lower(node.find(SyntaxField::Condition));
    node = node.find(SyntaxField::Body);
  }
  if (node.is(SyntaxKind::Object)) body.object = node;
  return body;
}

void StatementLowering::lower_resource(SyntaxNode node, std::optional<std::uint32_t> nested_in) {
  const SyntaxNode name = name_of(node);
  const SyntaxNode type = node.find(SyntaxField::Type);
  if (!type || type.is_missing() || !name || (!nested_in && !declare(name))) {
    template_.partial = true;
    return;
  }
  read_decorators(node, expressions_);
  ResourceDeclaration resource;
  resource.symbol = name.text();
  const std::string written = expressions_.plain_text(type);
  const std::size_t at = written.find('@');
  resource.type = without_azure_namespace(written.substr(0, at));
  resource.of_extension = nested_in ? template_.resources[*nested_in].of_extension
                                    : is_type_of_extension(resource.type);
  if (at != std::string::npos) resource.api_version = written.substr(at + 1);
  resource.existing = static_cast<bool>(node.find(SyntaxField::Existing));
  Body body = read_body(node.find(SyntaxField::Body));
  resource.condition = body.condition;
  resource.loop = std::move(body.loop);
  resource.nested_in = nested_in;
  resource.symbol_span = expressions_.span(name);
  resource.span = statement_span(node);
  const auto index = static_cast<std::uint32_t>(template_.resources.size());
  template_.resources.push_back(std::move(resource));
  if (body.object)
    lower_resource_body(index, body.object);
  else
    template_.partial = true;
}

void StatementLowering::lower_resource_body(std::uint32_t index, SyntaxNode object) {
  std::vector<NodeId> entries;
  std::unordered_set<std::string_view> nested_names;
  for (const SyntaxNode child : object.children()) {
    if (child.is(SyntaxKind::Resource)) {
      if (declare_in(nested_names, name_of(child))) lower_resource(child, index);
      continue;
    }
    const std::string_view key =
        child.is(SyntaxKind::Property) ? plain_key(child) : std::string_view();
    ResourceDeclaration& resource = template_.resources[index];
    NodeId* slot = key == "name"        ? &resource.name
                   : key == "parent"    ? &resource.parent
                   : key == "scope"     ? &resource.scope
                   : key == "dependsOn" ? &resource.depends_on
                                        : nullptr;
    if (slot != nullptr) {
      *slot = expressions_.lower(child.find(SyntaxField::Value));
    } else if (const NodeId entry = expressions_.lower_entry(child); entry != NodeId::kNone) {
      entries.push_back(entry);
    }
  }
  template_.resources[index].body = expressions_.add_object(object, entries);
}

void StatementLowering::lower_module(SyntaxNode node) {
  const SyntaxNode name = name_of(node);
  const SyntaxNode path = node.find(SyntaxField::Path);
  if (!declare(name)) {
    template_.partial = true;
    return;
  }
  read_decorators(node, expressions_);
  ModuleDeclaration module;
  module.symbol = name.text();
  Body body = read_body(node.find(SyntaxField::Body));
  module.condition = body.condition;
  module.loop = std::move(body.loop);
  module.symbol_span = expressions_.span(name);
  module.span = statement_span(node);
  if (body.object) {
    for (const SyntaxNode child : body.object.children()) {
      const std::string_view key =
          child.is(SyntaxKind::Property) ? plain_key(child) : std::string_view();
      NodeId* slot = key == "name"               ? &module.name
                     : key == "scope"            ? &module.scope
                     : key == "params"           ? &module.parameters
                     : key == "dependsOn"        ? &module.depends_on
                     : key == "extensionConfigs" ? &module.extension_configs
                                                 : nullptr;
      if (slot != nullptr) *slot = expressions_.lower(child.find(SyntaxField::Value));
    }
  } else {
    template_.partial = true;
  }
  add_reference(FileReference::Use::Module, path,
                static_cast<std::uint32_t>(template_.modules.size()), 1);
  if (path) {
    module.path = result_.references.empty() ? "" : result_.references.back().path;
    module.path_span = expressions_.span(path);
  }
  template_.modules.push_back(std::move(module));
}

void StatementLowering::lower_import(SyntaxNode node) {
  const auto first = static_cast<std::uint32_t>(template_.imports.size());
  for (const SyntaxNode child : node.children()) {
    if (!child.is(SyntaxKind::ImportItem) && !child.is(SyntaxKind::ImportAll)) continue;
    const SyntaxNode name = name_of(child);
    const SyntaxNode alias = child.find(SyntaxField::Alias);
    if (!declare(alias ? alias : name)) continue;
    ImportDeclaration import;
    import.name = (alias ? alias : name).text();
    if (child.is(SyntaxKind::ImportItem)) {
      import.exported =
          name.is(SyntaxKind::String) ? expressions_.plain_text(name) : std::string(name.text());
    }
    import.span = expressions_.span(child);
    template_.imports.push_back(std::move(import));
  }
  const auto count = static_cast<std::uint32_t>(template_.imports.size()) - first;
  if (count > 0)
    add_reference(FileReference::Use::Import, node.find(SyntaxField::Path), first, count);
}

// `with { ... }`
void StatementLowering::lower_configuration(SyntaxNode node) {
  const SyntaxNode body = node.find(SyntaxField::Body);
  if (body) template_.configurations.push_back(expressions_.lower(body));
}

void StatementLowering::lower_extension(SyntaxNode node) {
  lower_configuration(node);
  const SyntaxNode alias = node.find(SyntaxField::Alias);
  const SyntaxNode name = alias ? alias : name_of(node);
  if (!name) return;
  if (name.is(SyntaxKind::String)) {
    // `br:host/path/kubernetes:1.0` is called `kubernetes`
    std::string spec = expressions_.plain_text(name);
    spec = spec.substr(spec.rfind('/') + 1);
    template_.extensions.push_back(spec.substr(0, spec.find_first_of(":@")));
  } else if (declare(name)) {
    template_.extensions.emplace_back(name.text());
  }
}

void StatementLowering::lower_using(SyntaxNode node) {
  lower_configuration(node);
  const SyntaxNode path = node.find(SyntaxField::Path);
  // `using none`
  if (!path || !path.is(SyntaxKind::String)) return;
  const bool extends = node.is(SyntaxKind::Extends);
  add_reference(extends ? FileReference::Use::Extends : FileReference::Use::Using, path, 0, 0);
}

}  // namespace exr
