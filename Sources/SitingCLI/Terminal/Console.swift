import Compliance
import Conformance
import Documents
import Foundation
import GeoFiles
import Geodesy
import Locating
import Measuring
import Planning
import Publishing
import Rules
import Walking
import Wording

/// Standard output for what was asked for, standard error for everything else.
struct Console {
  /// The language that the command line asks for, before a command is read from it; `nil`: none.
  @TaskLocal static var asked: Language?
  /// What takes down all that is said, in place of the streams; `nil`: nothing does.
  @TaskLocal static var transcript: Transcript?

  let style: OutputStyle
  let language: Language
  private let start = ContinuousClock.now

  init(isQuiet: Bool = false, language: Language) {
    self.language = language
    let isOnStreams = Self.transcript == nil
    style = OutputStyle(
      isQuiet: isQuiet, stdoutIsTTY: isOnStreams && isatty(STDOUT_FILENO) == 1,
      stderrIsTTY: isOnStreams && isatty(STDERR_FILENO) == 1,
      environment: ProcessInfo.processInfo.environment)
  }

  /// The language asked for, else that of the locale.
  static func language(_ asked: Language?) -> Language {
    if let asked = asked ?? Self.asked { return asked }
    let environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment[name], !value.isEmpty {
        return value.hasPrefix("zh") ? .zh : .en
      }
    }
    return .en
  }

  /// Standard output. A closed pipe ends the program quietly, by its signal.
  static func write(_ text: String) {
    putLine(text, on: .standardOutput)
  }

  /// A value as JSON: keys in `snake_case` and sorted, so that the same value gives the same bytes.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return ShownText.escaped(json: String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Standard error, also when quiet.
  ///
  /// - Parameter language: What faults of documents are said in; `nil`: that of the locale.
  static func explain(_ error: any Error, in language: Language? = nil) {
    if error is ExitStatus { return }
    let text = sentence(error, in: Self.language(language)).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = TerminalWords.error[Self.language(language)]
    let lines = text.map { start + $0 }.joined(separator: "\n")
    putLine(lines, on: .standardError)
  }

  /// Standard error.
  static func complain(_ text: String) { putLine(text, on: .standardError) }

  /// What is wrong, in a language: a line a fault.
  static func sentence(_ error: any Error, in language: Language) -> String {
    switch error {
    case let error as DocumentFaults: error.sentences(language)
    case let error as CityLoadError: error.sentences(language)
    case let error as PackError: error.text.said(in: language)
    case let error as LayerFileError: error.text.said(in: language)
    case let error as LayerWriteError: error.text.said(in: language)
    case let error as CRSError: error.text.said(in: language)
    case let error as PlanReviewError: error.sentence[language]
    case let error as ProposalError: error.sentence[language]
    case let error as ScenarioError: error.sentences(language)
    case let error as InputError: error.text.said(in: language)
    case let error as PublishingError: error.text.said(in: language)
    case let error as RunFolderError: error.text.said(in: language)
    case let error as NetworkLoadError: error.text.said(in: language)
    case let error as NetworkFileError: error.text.said(in: language)
    case let error as NetworkError: error.text.said(in: language)
    case let error as OSMError: error.text.said(in: language)
    case let error as ConformanceError: error.text.said(in: language)
    case let error as OwnTargetError:
      error.faults.map { $0.said(in: language) }.joined(separator: "\n")
    case let error as RuleChoiceError:
      error.faults.map { $0.said(in: language) }.joined(separator: "\n")
    default: "\(error)"
    }
  }

  /// A line on standard error, unless quiet.
  func note(_ text: String) {
    guard !style.isQuiet else { return }
    clearProgress()
    Self.putLine(text, on: .standardError)
  }

  /// A line on standard error that the next one replaces; only on a terminal.
  func progress(_ text: String) {
    guard style.hasProgress else { return }
    Self.put("\r\u{1B}[2K\(ShownText.shown(text).prefix(78))", on: .standardError)
  }

  /// Ends the progress line.
  func clearProgress() {
    guard style.hasProgress else { return }
    Self.put("\r\u{1B}[2K", on: .standardError)
  }

  /// Seconds since the start, for standard error only.
  var elapsed: String {
    let duration = start.duration(to: .now)
    let hundredths =
      duration.components.seconds * 100
      + duration.components.attoseconds / 10_000_000_000_000_000
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
  }

  /// Whatever names of the data are in it, they do nothing.
  private static func putLine(_ text: String, on stream: FileHandle) {
    put(ShownText.shown(text) + "\n", on: stream)
  }

  private static func put(_ text: String, on stream: FileHandle) {
    if let transcript { return transcript.append(text) }
    stream.write(Data(text.utf8))
  }

  /// A text in the language.
  func say(_ text: LocalizedText) -> String { text[language] }

  /// One of two texts, in the language.
  func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
}
