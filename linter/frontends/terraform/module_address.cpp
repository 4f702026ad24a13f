#include "frontends/terraform/module_address.h"

#include <charconv>
#include <cstddef>
#include <utility>

#include "support/utf8.h"

namespace exr {

namespace {

constexpr std::string_view kModule = "module.";

// A reader of an address from its front. Each step takes what it reads, or fails.
class AddressText {
 public:
  explicit AddressText(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::optional<ModuleStep> take_step() {
    if (!take(kModule)) return std::nullopt;
    ModuleStep step;
    const std::size_t end = std::min(rest_.find_first_of(".["), rest_.size());
    step.name = rest_.substr(0, end);
    rest_.remove_prefix(end);
    if (step.name.empty()) return std::nullopt;
    if (take("[") && !take_key(step.key)) return std::nullopt;
    return step;
  }

 private:
  bool take_key(InstanceKey& key) {
    if (take("\"")) {
      std::string text;
      if (!take_quoted(text)) return false;
      key = std::move(text);
    } else {
      std::int64_t number = 0;
      const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
      if (error != std::errc()) return false;
      rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
      key = number;
    }
    return take("]");
  }

  // Up to the closing quote, which is taken as well.
  bool take_quoted(std::string& text) {
    while (!rest_.empty()) {
      // how HCL writes what would otherwise begin a template
      if (take("$${")) {
        text += "${";
      } else if (take("%%{")) {
        text += "%{";
      } else if (take("\"")) {
        return true;
      } else if (take("\\")) {
        if (!take_escape(text)) return false;
      } else {
        text += rest_.front();
        rest_.remove_prefix(1);
      }
    }
    return false;
  }

  bool take_escape(std::string& text) {
    if (rest_.empty()) return false;
    const char c = rest_.front();
    rest_.remove_prefix(1);
    switch (c) {
      case 'n':
        text += '\n';
        return true;
      case 'r':
        text += '\r';
        return true;
      case 't':
        text += '\t';
        return true;
      case 'u':
        return take_code(4, text);
      case 'U':
        return take_code(8, text);
      case '"':
      case '\\':
        text += c;
        return true;
      default:
        return false;
    }
  }

  bool take_code(std::size_t digits, std::string& text) {
    std::uint32_t code = 0;
    if (rest_.size() < digits) return false;
    const char* end = rest_.data() + digits;
    const auto read = std::from_chars(rest_.data(), end, code, 16);
    if (read.ec != std::errc() || read.ptr != end) return false;
    append_character(text, code);
    rest_.remove_prefix(digits);
    return true;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<ModuleInstance> parse_module_address(std::string_view address) {
  ModuleInstance instance{.address = std::string(address), .steps = {}};
  AddressText text(address);
  while (!text.at_end()) {
    if (!instance.steps.empty() && !text.take(".")) return std::nullopt;
    std::optional<ModuleStep> step = text.take_step();
    if (!step) return std::nullopt;
    instance.steps.push_back(*std::move(step));
  }
  return instance;
}

}  // namespace exr
