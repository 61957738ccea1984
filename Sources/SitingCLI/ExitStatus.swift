import ArgumentParser
import Compliance
import Conformance
import Documents
import Foundation
import GeoFiles
import Locating
import Measuring
import Planning
import Publishing
import Rules
import Walking

/// What the program ends with.
enum ExitStatus: Int32, Error, CaseIterable {
  case done = 0
  case doesNotComply = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case fault = 70
  case cannotWrite = 73

  var meaning: String {
    switch self {
    case .done: "done"
    case .doesNotComply:
      "a plan does not comply (review), a failure was found (check --fail-on),"
        + " there is no such proposal (propose), or a case does not agree (conformance)"
    case .usage: "wrong usage"
    case .badData: "bad data"
    case .noInput: "input not found"
    case .fault: "a fault of ours"
    case .cannotWrite: "cannot write the output"
    }
  }

  /// For `--help`.
  static var summary: String {
    allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ") + "."
  }

  /// The status of an error; `nil` for those that the argument parser explains itself.
  init?(of error: any Error) {
    switch error {
    case let status as ExitStatus: self = status
    case is InputError: self = .noInput
    case is ExitCode, is CleanExit, is ValidationError: return nil
    case is NetworkFileError, is OSMError: self = .badData
    case let error as NetworkError where error.isAboutAsking: self = .usage
    case let error as NetworkLoadError:
      if case .notFound = error { self = .noInput } else { self = .badData }
    case is RuleChoiceError: self = .usage
    case is PlanReviewError: self = .badData
    case is ProposalError: self = .doesNotComply
    case let error as PackError:
      if case .notFound = error { self = .noInput } else { self = .badData }
    case is DocumentFaults: self = .badData
    case let error as CityLoadError:
      self = error.faults.contains(where: \.isMissingFile) ? .noInput : .badData
    case let error as LayerFileError:
      switch error {
      case .notFound, .isDirectory, .unreadable: self = .noInput
      default: self = .badData
      }
    case let error as ConformanceError:
      if case .noneChosen = error { self = .usage } else { self = .noInput }
    case let error as RunFolderError: self = error.isMissing ? .noInput : .badData
    case let error as PublishingError:
      switch error {
      case .unknownOutput, .nothingToOpen: self = .usage
      default: self = .cannotWrite
      }
    case let error as CocoaError where error.isFileError: self = .noInput
    default:
      // What the argument parser throws is not public by type; it knows its own status.
      guard Siting.exitCode(for: error) == .failure else { return nil }
      self = .fault
    }
  }
}
