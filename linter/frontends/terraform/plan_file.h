#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/result.h"

namespace exr {

/// What a JSON file is to Terraform.
enum class TerraformJson : std::uint8_t { Plan, State, Neither };

/// Tells a plan and a state by their first fields, which `terraform show -json` writes in no order
/// that is promised (https://developer.hashicorp.com/terraform/internals/json-format). Looks at a
/// file no further than it must: mostly to the third field, and where it is neither to the first
/// field that is none of theirs. A file that is broken after that is still told.
TerraformJson terraform_json_kind(std::string_view text);

/// Why a file that Terraform (or OpenTofu) made cannot be checked as it is, and the command that
/// makes what can: a saved plan, a plan in words, the log of `terraform plan -json`, a state file.
/// Empty for any other file.
std::string_view unreadable_plan_reason(std::string_view text);

/// The text of a plan file as UTF-8. What Windows PowerShell redirects into a file is UTF-16, with
/// or without its byte order mark; text in UTF-8 is given back as it is.
Result<std::string> plan_text(std::string bytes);

}  // namespace exr
