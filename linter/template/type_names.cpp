// Follows the names of types: `linkType`, `shared.linkType`, `linkType.peerings[*]`.

#include <charconv>
#include <string_view>

#include "support/text.h"
#include "template/parameter_types.h"

namespace exr {

namespace {

constexpr std::uint32_t kLongestWay = 64;

// `.name`, `[0]`, `[*]` or `*` after a type's name.
struct Accessor {
  enum class Kind : std::uint8_t { Property, Additional, Element, Item };
  Kind kind = Kind::Property;
  std::string_view name;
  std::size_t index = 0;
};

// Takes the first word or accessor off the front of a name.
std::optional<Accessor> take_accessor(std::string_view& text) {
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view inside = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    if (inside == "*") return Accessor{.kind = Accessor::Kind::Element};
    Accessor item{.kind = Accessor::Kind::Item};
    std::from_chars(inside.data(), inside.data() + inside.size(), item.index);
    return item;
  }
  if (text.starts_with('.')) text.remove_prefix(1);
  const std::string_view word = text.substr(0, text.find_first_of(".["));
  if (word.empty()) return std::nullopt;
  text.remove_prefix(word.size());
  if (word == "*") return Accessor{.kind = Accessor::Kind::Additional};
  return Accessor{.kind = Accessor::Kind::Property, .name = word};
}

class TypeWalk {
 public:
  explicit TypeWalk(Expansion& expansion) : expansion_(expansion) {}

  TypeSite resolve(const Template& home, TypeId id) {
    if (id == TypeId::kNone || ++steps_ > kLongestWay) return {};
    const Type& type = *home.find_type(id);
    TypeSite site{.home = &home, .type = &type, .nullable = type.nullable, .constraints = {}};
    if (type.kind == Type::Kind::Reference) {
      site = resolve_name(home, type.name);
      site.nullable = site.nullable || type.nullable;
    }
    if (type.constraints != Constraints{}) site.constraints.emplace_back(&home, &type.constraints);
    return site;
  }

 private:
  TypeSite resolve_name(const Template& home, std::string_view name) {
    TypeSite site;
    if (const std::string_view word = declared_word(home, name); !word.empty()) {
      name.remove_prefix(word.size());
      site = declared_in(home, word);
    } else if (const auto first = take_accessor(name)) {
      site = resolve_word(home, first->name, name);
    }
    while (site.type != nullptr && !name.empty()) {
      const auto accessor = take_accessor(name);
      if (!accessor) return {};
      site = part_of(site, *accessor);
    }
    return site;
  }

  // What of a name is the name of a declared type; empty if nothing is. In ARM JSON it may hold
  // dots: `_1.link`.
  std::string_view declared_word(const Template& home, std::string_view name) {
    const Symbols& symbols = expansion_.symbols_of(home);
    for (std::size_t end = name.find_first_of(".[");; end = name.find_first_of(".[", end + 1)) {
      const std::string_view word = name.substr(0, end);
      if (symbols.find_type(word) != nullptr) return word;
      if (end == std::string_view::npos) return {};
    }
  }

  TypeSite declared_in(const Template& home, std::string_view name) {
    const TypeDeclaration* declared = expansion_.symbols_of(home).find_type(name);
    if (declared == nullptr) return {};
    TypeSite site = resolve(home, declared->type);
    site.constraints.emplace_back(&home, &declared->constraints);
    return site;
  }

  // The type by a plain name; of a namespace the name after it is taken too.
  TypeSite resolve_word(const Template& home, std::string_view word, std::string_view& rest) {
    const auto symbol = expansion_.symbols_of(home).find(word);
    if (!symbol || symbol->kind != Symbol::Kind::Import) return declared_in(home, word);
    const ImportDeclaration& import = home.imports[symbol->index];
    if (import.target == TemplateId::kNone) return {};
    const Template& target = expansion_.library().at(import.target);
    if (!import.exported.empty()) return declared_in(target, import.exported);
    const auto member = take_accessor(rest);
    return member ? declared_in(target, member->name) : TypeSite{};
  }

  TypeSite part_of(const TypeSite& site, const Accessor& accessor) {
    const Type& type = *site.type;
    switch (accessor.kind) {
      case Accessor::Kind::Property:
        for (const TypeProperty& property : type.properties) {
          if (property.name != accessor.name) continue;
          return resolve(*site.home, property.type);
        }
        return {};
      case Accessor::Kind::Additional:
        return resolve(*site.home, type.additional);
      case Accessor::Kind::Element:
        return type.kind == Type::Kind::Array && !type.members.empty()
                   ? resolve(*site.home, type.members.front())
                   : TypeSite{};
      case Accessor::Kind::Item:
        return accessor.index < type.members.size()
                   ? resolve(*site.home, type.members[accessor.index])
                   : TypeSite{};
    }
    return {};
  }

  Expansion& expansion_;
  std::uint32_t steps_ = 0;
};

}  // namespace

TypeSite resolve_type(Expansion& expansion, const Template& home, TypeId type) {
  return TypeWalk(expansion).resolve(home, type);
}

Value constant_value(Expansion& expansion, const Template& home, NodeId node) {
  return expansion.evaluate(node, {expansion.declarations_of(home)}, "constant");
}

bool is_declared_secure(Expansion& expansion, const DeclaredType& declared) {
  if (declared.constraints != nullptr && declared.constraints->secure) return true;
  for (const auto& [home, constraints] :
       resolve_type(expansion, *declared.home, declared.type).constraints) {
    if (constraints->secure) return true;
  }
  return false;
}

}  // namespace exr
