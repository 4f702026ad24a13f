#include "conformance/plan_edges.h"

#include <optional>

#include "conformance/corpus.h"
#include "frontends/terraform/plan_graph.h"
#include "frontends/terraform/plan_reader.h"
#include "frontends/terraform/planned_value.h"
#include "graph/linker.h"
#include "hcl/terraform_sources.h"
#include "source/file_system.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace conformance {

namespace {

using exr::InstanceId;
using exr::PlanPath;
using exr::Value;
using exr::WrittenExpression;

bool takes_ids(const PlanPath& path) {
  const exr::AttributeMeaning meaning = exr::meaning_of(path);
  return meaning.kind == exr::AttributeKind::Id || meaning.is_list || meaning.name == "scope";
}

// Compares the attributes of a resource as they are planned with what they are mapped as.
class IdCount {
 public:
  IdCount(PlanFigures& figures, std::string address)
      : figures_(figures), address_(std::move(address)) {}

  void count(const Value& planned, const Value& mapped, const WrittenExpression& written) {
    if (planned.is_unknown()) {
      if (written.is_known() && !written.is_part && takes_ids(path_) &&
          !exr::references_in(*written.value).empty())
        count_id(planned, mapped);
    } else if (planned.is_object() && mapped.is_object()) {
      for (const auto& property : planned.as_object().properties()) {
        const Value* inner = mapped.as_object().find(property.name);
        if (inner != nullptr) step(property.name.str(), planned, property.value, *inner, written);
      }
    } else if (planned.is_array() && mapped.is_array()) {
      for (std::size_t i = 0; i < planned.as_array().size(); ++i) {
        step(static_cast<std::int64_t>(i), planned, planned.as_array().members[i],
             mapped.as_array().members[i], written);
      }
    }
  }

 private:
  void step(exr::PlanStep name, const Value& around, const Value& planned, const Value& mapped,
            const WrittenExpression& written) {
    path_.push_back(std::move(name));
    count(planned, mapped, exr::find_written_at(written, around, path_.back()));
    path_.pop_back();
  }

  void count_id(const Value& planned, const Value& mapped) {
    const bool is_other =
        mapped.is_unknown() && mapped.as_unknown().text != planned.as_unknown().text;
    if (!mapped.is_unknown() || is_other) {
      ++figures_.one;
    } else if (!mapped.as_unknown().candidates.empty()) {
      ++figures_.several;
    } else {
      ++figures_.none;
      figures_.open = address_ + "." + exr::path_text(path_);
    }
  }

  PlanFigures& figures_;
  std::string address_;
  PlanPath path_;
};

void count_ids(exr::MappedPlan& plan, InstanceId instance, PlanFigures& figures) {
  const exr::PlanInput& input = plan.input();
  const exr::PlannedResource& resource = plan.instances().resource(instance);
  const exr::InstanceBlock* block = plan.instances().block_of(instance);
  if (block == nullptr || block->configured == nullptr) return;
  const Value planned = exr::planned_value(resource, input.sources, input.limits).attributes;
  IdCount(figures, resource.address)
      .count(planned, plan.resolved_attributes(instance),
             {.value = &plan.expressions().at(block->configured->expressions)});
}

void count_records(const exr::PlanInput& input, PlanFigures& figures) {
  exr::MappedPlan plan(input);
  for (std::uint32_t i = 0; i < input.plan.resources.size(); ++i) {
    const exr::PlannedResource& resource = input.plan.resources[i];
    if (resource.is_data || !exr::is_planned(resource)) continue;
    ++figures.records;
    const exr::MappedInstance* mapped = plan.find_mapped({.index = i});
    if (mapped == nullptr || mapped->is_opaque) {
      ++figures.opaque;
      continue;
    }
    ++(mapped->result.patches.empty() ? figures.mapped : figures.edits);
    count_ids(plan, {.index = i}, figures);
  }
}

std::string share(std::size_t part, std::size_t all) {
  const std::size_t tenths = all == 0 ? 0 : (1000 * part + all / 2) / all;
  return std::to_string(part) + " (" + std::to_string(tenths / 10) + "." +
         std::to_string(tenths % 10) + " %)";
}

}  // namespace

PlanFigures& PlanFigures::operator+=(const PlanFigures& other) {
  plans += other.plans;
  records += other.records;
  mapped += other.mapped;
  edits += other.edits;
  opaque += other.opaque;
  one += other.one;
  several += other.several;
  none += other.none;
  if (!other.open.empty()) open = other.open;
  return *this;
}

std::string PlanFigures::text() const {
  return std::to_string(plans) + " plans, " + std::to_string(records) + " resources: mapped " +
         share(mapped, records) + ", edits " + share(edits, records) + ", opaque " +
         share(opaque, records) + "; " + std::to_string(ids()) + " unknown IDs: one target " +
         share(one, ids()) + ", several " + share(several, ids()) + ", none " + share(none, ids()) +
         (open.empty() ? "" : ", as " + open);
}

MappedFigures map_case(const MappedCase& mapped) {
  MappedFigures result;
  result.figures.plans = 1;
  exr::SourceMap sources;
  const exr::Limits limits;
  const exr::FileId file = sources.add(mapped.plan.string(), read_bytes(mapped.plan));
  const auto plan = exr::read_plan(sources.file(file), file, limits, result.problems);
  if (!plan) {
    result.complaint = "not read";
    return result;
  }
  const exr::DiskFileSystem files;
  std::optional<exr::TerraformSources> configuration;
  if (!mapped.sources.empty()) {
    configuration.emplace(mapped.sources, files, sources, limits, result.problems);
    if (!configuration->found()) result.complaint = "no sources";
  }
  exr::MappingLibrary mappings(exr::embedded_mappings());
  const exr::PlanInput input{.plan = *plan,
                             .mappings = mappings,
                             .sources = sources,
                             .limits = limits,
                             .configuration = configuration ? &*configuration : nullptr};
  exr::ResourceGraph graph;
  exr::add_plan(input, graph, result.problems);
  exr::link(graph, {});
  count_records(input, result.figures);
  std::size_t declared = 0;
  for (const exr::Resource& resource : graph.resources()) declared += resource.existing ? 0 : 1;
  if (declared < result.figures.mapped) result.complaint = "resources are missing in the graph";
  if (graph.extension_resources().size() != result.figures.opaque)
    result.complaint = "opaque resources are missing in the graph";
  return result;
}

}  // namespace conformance
