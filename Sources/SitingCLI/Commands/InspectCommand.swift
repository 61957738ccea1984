import ArgumentParser
import Compliance
import Documents
import Foundation
import GeoData
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
      known or not, and everything that a run would reject or note. Of a project file it shows what \
      is wrong in all of its files, in the order of what to do. Ends with status 65 when the \
      file cannot be used as it is.
      """)

  @Argument(
    help: "The file, or a project file, of which all files are looked into.", completion: .file())
  var file: String

  @OptionGroup var reading: LayerOptions

  @Option(
    name: .customLong("as"),
    help: """
      What the rows are: parcels, facilities, units, entrances, plan or network. Default: what the \
      columns say.
      """)
  var role: InspectedRole?

  @Option(
    help:
      """
      A layer known to be right, such as parcels, streets or OpenStreetMap data: which datum fits it best, CGCS2000, \
      GCJ-02 (Amap) or BD-09 (Baidu).
      """,
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
    var source = reading.source(file)
    if let against {
      try await compare(source, with: against)
      return
    }
    if role == nil, file.isProjectFile {
      try await ProjectSheet.show(file, asJSON: json, shared.console, workers: computing.workers)
      return
    }
    if role == nil || role == .network {
      if try await inspectStreets(source, isSure: role == .network) { return }
    }
    source.level = level
    let inspection =
      role == .plan
      ? try await Inspection.inspectPlan(
        source, vocabulary: try .builtIn(), workers: computing.workers)
      : try await Inspection.inspect(
        source, role: role?.layerRole, on: asOf.flatMap { CalendarDate($0) },
        vocabulary: try .builtIn(), workers: computing.workers)
    if json {
      Console.write(try Console.json(InspectionSummary(inspection)))
    } else {
      Console.write(
        inspection.sheet(
          shared.console, on: asOf.flatMap { CalendarDate($0) }, kinds: try .builtIn()))
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
    let workers = computing.workers
    let truth =
      NetworkLoader.isOSM(reference)
      ? try DatumReference(osm: reference, workers: workers)
      : try await DatumReference(
        LayerSource(path: LayerFiles.shown(reference), resolvedPath: reference),
        vocabulary: .builtIn(), workers: workers)
    let fit = try await DatumFit.between(
      source, and: truth, vocabulary: .builtIn(), workers: workers)
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

  /// Shows a file of streets as what it is; `false` for other files, unless it is said to be one.
  private func inspectStreets(_ source: LayerSource, isSure: Bool) async throws -> Bool {
    let workers = computing.workers
    if NetworkLoader.isSaved(file) {
      let network = try WalkNetwork(contentsOf: file)
      Console.write(
        json ? try Console.json(network.summary) : network.summary.sheet(shared.console))
      return true
    }
    if !NetworkLoader.isOSM(file), !isSure {
      guard await NetworkLoader.isLineLayer(source, workers: workers) else { return false }
    }
    let streets = try await NetworkLoader.inspect(NetworkSource(source), workers: workers)
    Console.write(json ? try Console.json(streets) : streets.sheet(shared.console))
    if streets.metres == 0 { throw NetworkLoadError.nothingWalkable(path: file) }
    return true
  }
}

/// What a file can be looked into as.
enum InspectedRole: String, ExpressibleByArgument, CaseIterable {
  case parcels
  case facilities
  case units
  case entrances
  case plan
  case network

  /// `nil` for those that are no layer of a city.
  var layerRole: LayerRole? { LayerRole(rawValue: rawValue) }
}

extension String {
  /// Whether it is the path of a project file.
  fileprivate var isProjectFile: Bool {
    let name = lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}
