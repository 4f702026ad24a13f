#pragma once

#include "findings/problem.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "template/module_stores.h"
#include "template/template.h"

namespace exr {

/// Where a front end reads files from and what it reads them into. All parts outlive the call.
struct Reading {
  const FileSystem& files;
  SourceMap& sources;
  const Limits& limits;
  TemplateLibrary& library;
  Problems& problems;
  ModuleStores stores = {};
};

}  // namespace exr
