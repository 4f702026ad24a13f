#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "findings/severity.h"

namespace exr {

/// What can be odd or broken in what the user gave us. A closed list: each kind has a fixture in
/// fixtures/problems.
enum class ProblemKind : std::uint8_t {
  SyntaxError,
  UnreadableFile,
  LimitExceeded,
  UnreadableModule,
  ModuleCycle,
  UnknownFunction,
  WrongArgumentCount,
  UnknownSymbol,
  DuplicateSymbol,
  CyclicReference,
  WrongParameterType,
  ConstraintViolation,
  MissingArgument,
  UnknownParameter,
  NotIterable,
  IntegerOutOfRange,
  EvaluationError,
  RuleSyntax,
  UnindexedRelation,
  ConfigurationError,
  NoResources,
  OddSuppression,
  IncompletePlan,
};

/// The name that people see and the severity that decides the exit code: an error is something that
/// could not be read, a warning something that is missing but leaves a verdict.
struct ProblemKindFacts {
  ProblemKind kind;
  std::string_view name;
  Severity severity;
  std::string_view meaning;
};

inline constexpr std::array kProblemKinds = {
    ProblemKindFacts{ProblemKind::SyntaxError, "SyntaxError", Severity::Error,
                     "the text is not of the language; the statement is left out"},
    ProblemKindFacts{ProblemKind::UnreadableFile, "UnreadableFile", Severity::Error,
                     "a file is missing, not readable or not text"},
    ProblemKindFacts{ProblemKind::LimitExceeded, "LimitExceeded", Severity::Error,
                     "a file, a nesting, a loop or an evaluation passes its limit"},
    ProblemKindFacts{ProblemKind::UnreadableModule, "UnreadableModule", Severity::Warning,
                     "a module is not there; its resources and outputs are unknown"},
    ProblemKindFacts{ProblemKind::ModuleCycle, "ModuleCycle", Severity::Error,
                     "a module uses itself"},
    ProblemKindFacts{ProblemKind::UnknownFunction, "UnknownFunction", Severity::Error,
                     "no function has this name; its value is unknown"},
    ProblemKindFacts{ProblemKind::WrongArgumentCount, "WrongArgumentCount", Severity::Error,
                     "a function got too few or too many arguments"},
    ProblemKindFacts{ProblemKind::UnknownSymbol, "UnknownSymbol", Severity::Error,
                     "nothing is declared by this name"},
    ProblemKindFacts{ProblemKind::DuplicateSymbol, "DuplicateSymbol", Severity::Error,
                     "two declarations have one name; the first one counts"},
    ProblemKindFacts{ProblemKind::CyclicReference, "CyclicReference", Severity::Error,
                     "a value is needed to compute itself"},
    ProblemKindFacts{ProblemKind::WrongParameterType, "WrongParameterType", Severity::Error,
                     "an argument is not of its parameter's type"},
    ProblemKindFacts{ProblemKind::ConstraintViolation, "ConstraintViolation", Severity::Error,
                     "an argument violates a decorator of its parameter"},
    ProblemKindFacts{ProblemKind::MissingArgument, "MissingArgument", Severity::Error,
                     "a module call leaves out a required parameter"},
    ProblemKindFacts{ProblemKind::UnknownParameter, "UnknownParameter", Severity::Error,
                     "an argument names no parameter of the template"},
    ProblemKindFacts{ProblemKind::NotIterable, "NotIterable", Severity::Error,
                     "a loop runs over what is no array"},
    ProblemKindFacts{ProblemKind::IntegerOutOfRange, "IntegerOutOfRange", Severity::Error,
                     "an integer does not fit in 64 bits"},
    ProblemKindFacts{ProblemKind::EvaluationError, "EvaluationError", Severity::Error,
                     "a function fails on these arguments, as it would in Azure"},
    ProblemKindFacts{ProblemKind::RuleSyntax, "RuleSyntax", Severity::Error,
                     "a rule, table or vocabulary file is not of the rule language"},
    ProblemKindFacts{ProblemKind::UnindexedRelation, "UnindexedRelation", Severity::Warning,
                     "a rule goes through all resources to compare IDs, which an index would find"},
    ProblemKindFacts{ProblemKind::ConfigurationError, "ConfigurationError", Severity::Error,
                     "the configuration or the command line cannot be understood"},
    ProblemKindFacts{ProblemKind::NoResources, "NoResources", Severity::Warning,
                     "the files that were named declare no Azure resource, so nothing was checked"},
    ProblemKindFacts{ProblemKind::OddSuppression, "OddSuppression", Severity::Note,
                     "an ignore has no reason, names no rule, or covers no finding"},
    ProblemKindFacts{ProblemKind::IncompletePlan, "IncompletePlan", Severity::Warning,
                     "a Terraform plan lacks resources: planning failed, or was limited"},
};

const ProblemKindFacts& facts_of(ProblemKind kind);

}  // namespace exr
