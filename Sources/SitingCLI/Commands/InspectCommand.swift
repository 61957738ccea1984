import ArgumentParser
import Compliance
import Documents
import Foundation
import GeoFiles
import Measuring
import Planning
import Walking
import Wording
import Workers

struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "What is in this file, and will it work?",
    discussion: """
      Shows rows, geometry, CRS, columns and what they are taken for, facility kinds that are \
      known or not, and everything that a run would reject or note. Ends with status 65 when the \
      file cannot be used as it is.
      """)

  @Argument(help: "The file.", completion: .file())
  var file: String

  @Option(help: "CRS, where the file states none.")
  var crs: String?

  @Option(help: "Text encoding, such as GBK.")
  var encoding: String?

  @Option(help: "The layer, where there are several.")
  var layer: String?

  @Option(name: .customLong("where"), help: "Which rows, as SQL has it: \"户数 > 100\".")
  var filter: String?

  @Option(
    name: .customLong("as"),
    help:
      "What the rows are: parcels, facilities, units or entrances. Default: what the columns say.")
  var role: LayerRole?

  @Option(
    help:
      "A layer known to be right: which datum fits it best, CGCS2000, GCJ-02 (Amap) or BD-09 (Baidu).",
    completion: .file())
  var against: String?

  @Option(help: "Level of the rows of a units file that do not state it.")
  var level: UnitLevel?

  @Option(help: "The day on which facilities are to stand, such as 2025-12-31.")
  var asOf: String?

  @Flag(help: "Print JSON on standard output.")
  var json = false

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func validate() throws { try CalendarDate.check(asOf) }

  func run() async throws {
    if !LayerFiles.isNoFile(file) { try InputError.check(file) }
    var source = LayerSource(path: LayerFiles.shown(file), resolvedPath: file)
    source.layer = layer
    source.filter = filter
    source.crs = crs
    source.encoding = encoding
    if let against {
      try await compare(source, with: against)
      return
    }
    if role == nil, try await inspectStreets(source) { return }
    source.level = level
    let inspection = try await Inspection.inspect(
      source, role: role, on: asOf.flatMap { CalendarDate($0) }, vocabulary: try .builtIn(),
      workers: computing.workers)
    if json {
      Console.write(try Console.json(InspectionSummary(inspection)))
    } else {
      Console.write(inspection.sheet(shared.console, on: asOf.flatMap { CalendarDate($0) }))
    }
    if !inspection.isUsable || (inspection.rows > 0 && inspection.rowsChecked == 0) {
      throw ExitStatus.badData
    }
  }
}

extension InspectCommand {
  /// Says which datum fits; nothing is changed by it.
  private func compare(_ source: LayerSource, with reference: String) async throws {
    if !LayerFiles.isNoFile(reference) { try InputError.check(reference) }
    let fit = try await DatumFit.between(
      source, and: LayerSource(path: LayerFiles.shown(reference), resolvedPath: reference),
      vocabulary: .builtIn(), workers: computing.workers)
    let console = shared.console
    guard let fit else {
      Console.write(console.say(DatumWords.nothingToCompare))
      throw ExitStatus.badData
    }
    var table = TextTable(
      header: ["CRS", console.say(DatumWords.metres)]
        + (fit.measure == .areas ? [console.say(DatumWords.inside)] : []))
    for candidate in fit.candidates {
      let metres = candidate.metres.isFinite ? "\(Int(candidate.metres.rounded()))" : "–"
      table.append(
        [candidate.crs, metres]
          + (candidate.inside.map { ["\(Int(($0 * 100).rounded())) %"] } ?? []))
    }
    Console.write(console.say(DatumWords.compared(fit.measure, rows: fit.rows)))
    Console.write(table.text)
    Console.write(
      console.say(fit.isClear ? DatumWords.proposal(fit.candidates[0].crs) : DatumWords.undecided))
  }

  /// Shows a file of streets as what it is; `false` for other files.
  private func inspectStreets(_ source: LayerSource) async throws -> Bool {
    let workers = computing.workers
    if NetworkLoader.isSaved(file) {
      let network = try WalkNetwork(contentsOf: file)
      Console.write(
        json ? try Console.json(network.summary) : network.summary.sheet(shared.console))
      return true
    }
    if !NetworkLoader.isOSM(file) {
      guard await NetworkLoader.isLineLayer(source, workers: workers) else { return false }
    }
    let streets = try await NetworkLoader.inspect(NetworkSource(source), workers: workers)
    Console.write(json ? try Console.json(streets) : streets.sheet(shared.console))
    if streets.metres == 0 { throw NetworkLoadError.nothingWalkable(path: file) }
    return true
  }
}

extension LayerInspection {
  /// All of it, as lines.
  fileprivate func sheet(_ console: Console, on day: CalendarDate?) -> String {
    var head = TextTable(header: [console.say(TerminalWords.file), path])
    head.append([console.say(TerminalWords.takenFor), role])
    head.append([
      console.say(TerminalWords.rows),
      console.say(TerminalWords.usable(rows, rowsChecked)),
    ])
    head.append([
      console.say(TerminalWords.geometry),
      geometry.map { "\($0.kind) \($0.rows)" }.joined(separator: ", "),
    ])
    head.append(["CRS", crs ?? console.say(TerminalWords.notStated)])
    if let extent {
      head.append([
        console.say(TerminalWords.extent),
        "\(extent.minX) \(extent.minY) – \(extent.maxX) \(extent.maxY)",
      ])
    }
    var table = TextTable(
      header: [
        console.say(TerminalWords.column), console.say(TerminalWords.takenFor),
        console.say(TerminalWords.type), console.say(TerminalWords.missingCells),
        console.say(TerminalWords.samples),
      ], right: [3])
    for column in columns {
      table.append([
        column.name, column.takenFor ?? "–", column.type, "\(column.missing)",
        column.samples.joined(separator: ", "),
      ])
    }
    var parts = [head.text, table.text]
    if !columnsNotFound.isEmpty {
      parts.append(
        console.say(TerminalWords.notFound) + columnsNotFound.joined(separator: ", "))
    }
    if !kinds.isEmpty {
      var words = TextTable(
        header: [
          console.say(TerminalWords.kindInData), console.say(TerminalWords.rows),
          console.say(TerminalWords.knownAs),
        ], right: [1])
      for word in kinds {
        words.append([
          word.word, "\(word.rows)", word.kind ?? console.say(TerminalWords.unknownKind),
        ])
      }
      parts.append(words.text)
    }
    if let sentence = leftOut.sentence(on: day) { parts.append(sentence[console.language]) }
    if problems.isEmpty {
      parts.append(console.say(TerminalWords.noProblems))
    } else {
      parts.append(
        problems.map { problem in
          let rows = problem.rows > 0 ? " (\(problem.rows)\(console.say(TerminalWords.ofRows))" : ""
          let first = problem.firstRow.map { console.say(TerminalWords.firstRow($0)) }
          return "\(problem.severity.rawValue): \(problem.sentence[console.language])"
            + (rows.isEmpty ? "" : rows + (first ?? ")"))
        }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }
}
