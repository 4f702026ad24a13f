#pragma once

#include "template/reading.h"
#include "template/template.h"

namespace exr {

/// Reads the files that a template names in calls of `loadTextContent`, `loadFileAsBase64`,
/// `loadJsonContent`, `loadYamlContent` and `loadDirectoryFileInfo`, and puts what each call gives
/// into Template::loaded. Their arguments are constants, paths are relative to the template and
/// lead nowhere outside of the project
/// (https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-files). What
/// cannot be read is a Problem at the argument, and its value Unknown.
void load_content(Template& lowered, const Reading& reading);

}  // namespace exr
