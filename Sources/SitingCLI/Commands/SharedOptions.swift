public import ArgumentParser
public import Documents
import Foundation
public import Planning
public import Rules
import Workers

extension Language: ExpressibleByArgument {}

/// What every command takes.
struct SharedOptions: ParsableArguments {
  @Option(help: "Language of labels and reports: zh or en. Default: from the locale.")
  var lang: Language?

  @Flag(help: "Say nothing on standard error but errors.")
  var quiet = false

  var language: Language { Console.language(lang) }
  var console: Console { Console(isQuiet: quiet, language: language) }
}

/// A command that says in which language it is to speak.
protocol SpeakingCommand: ParsableCommand {
  var shared: SharedOptions { get }
}

/// For commands that compute.
struct WorkerOptions: ParsableArguments {
  @Option(help: "How many tasks may run at a time. Default: the number of cores.")
  var threads: Int?

  var workers: Workers {
    Workers(count: threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  func validate() throws {
    if let threads, threads < 1 { throw usageError("--threads must be at least 1") }
  }
}

extension Attribution: ExpressibleByArgument {}

extension LayerRole: ExpressibleByArgument {}

extension UnitLevel: ExpressibleByArgument {
  /// A level of administration, or one of planning by its name.
  public init?(argument: String) {
    let known = Self.administrative.map(\.rawValue)
    guard known.contains(argument) || Spelling.nearest(to: argument, among: known) == nil else {
      return nil
    }
    self.init(name: argument)
  }

  /// Those of administration.
  public static var allValueStrings: [String] { administrative.map(\.rawValue) }
}

extension CalendarDate {
  /// - Throws: `ValidationError` where what is given as a day is none.
  static func check(_ asOf: String?) throws {
    guard let asOf, CalendarDate(asOf)?.precision != .day else { return }
    throw usageError("--as-of takes a day such as 2025-12-31, not '\(asOf)'")
  }
}
