import ArgumentParser
import Compliance
import Documents
import Foundation
import GeoData
import Measuring
import Planning
import Publishing
import Quantities
import Walking
import Wording
import Workers

struct CatchmentCommand: AsyncParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "catchment",
    abstract: "Draw what is reached on foot from facilities, or their circles.",
    discussion: """
      With a network the areas of 5, 10 and 15 minutes are drawn along the streets that are reached;
      without one, or with --radius, they are circles.
        siting catchment --project project.yaml --minutes 5,10,15 --out catchments.geojson
        siting catchment --facilities facilities.geojson --network city.osm.pbf
        siting catchment --project project.yaml --form blocks --depth 150

      --form streets draws reached streets and --offset metres beside them. --form blocks fills what they
      surround, too, for the question "do I live in it?": every point of it is within --depth metres of a
      reached street. Neither is evidence: verdicts rest on distances.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case streets
    case blocks
  }

  @Option(help: "Take facilities and network from a project.")
  var project: String?

  @Option(help: "Facilities (may be repeated).")
  var facilities: [String] = []

  @Option(help: "The walking network: OpenStreetMap data, a saved .walknet, or street lines.")
  var network: String?

  @Option(help: "Minutes of walking, such as 5,10,15.")
  var minutes: String?

  @Option(help: "Metres of walking, such as 300,500.")
  var metres: String?

  @Option(help: "Circles of these metres instead of walks.")
  var radius: String?

  @Option(help: "Walking speed in metres per minute.")
  var speed = 60.0

  @Option(help: "Metres that are drawn to each side of a street, 1 to 500.")
  var offset = 25.0

  @Option(help: "What is drawn: streets and what is beside them, or also the blocks between them.")
  var form = Form.streets

  @Option(
    help: ArgumentHelp(
      "Metres from a reached street within which blocks are filled, 1.5 offsets to 1000.",
      discussion: "150, or 1.5 offsets if that is more, where none is given."))
  var depth: Double?

  @Option(help: "Only facilities of these kinds: kind,kind.")
  var kind: String?

  @Option(help: "CRS of tables named as options, such as EPSG:4547, GCJ-02 or BD-09.")
  var crs: String?

  @Option(help: "The GeoJSON file to write.")
  var out = "catchments.geojson"

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func validate() throws {
    if project == nil, facilities.isEmpty {
      throw usageError("name a project, or facilities with --facilities")
    }
    if radius != nil, minutes != nil || metres != nil {
      throw usageError("--radius is for circles, --minutes and --metres are for walks")
    }
    guard speed > 0, speed <= 600 else {
      throw usageError(
        "--speed is in metres per minute, above 0 and at most 600, such as 60; not \(speed)")
    }
    guard offset >= Self.offsets.lowerBound, offset <= Self.offsets.upperBound else {
      throw usageError(
        "--offset is in metres, at least 1 and at most 500, such as 25; not \(offset)")
    }
    if radius != nil, form == .blocks {
      throw usageError("--form blocks is for walks along streets, --radius draws circles")
    }
    if let depth {
      guard form == .blocks else { throw usageError("--depth is for --form blocks") }
      guard depth >= leastDepth, depth <= Self.mostDepth else {
        throw usageError(
          "--depth is in metres, at least \(leastDepth) (\(IsochroneForm.leastDepth) times the offset of"
            + " \(offset)) and at most \(Self.mostDepth), such as"
            + " \(max(Self.usualDepth, leastDepth)); not \(depth)")
      }
    }
    _ = try reaches()
  }

  /// Metres to each side of a street that can be drawn: what is printed is exact to 11 mm.
  private static let offsets = 1.0...500.0
  /// Metres: streets that are 300 m apart, as far as GB 50180-2018 (6.0.2) lets them be, leave no hole.
  private static let usualDepth = 150.0
  /// Metres; more than 1.5 times the largest offset.
  private static let mostDepth = 1_000.0

  private var leastDepth: Double { IsochroneForm.leastDepth * offset }

  private var isochroneForm: IsochroneForm {
    switch form {
    case .streets: .streets
    case .blocks: .blocks(depth: depth ?? max(Self.usualDepth, leastDepth))
    }
  }

  /// Circles, metres.
  private static let longestRadius = 100_000.0

  /// How far, as the options say.
  private func reaches() throws -> [CatchmentPublication.Reach] {
    let longest = WalkNetwork.longestLimit
    if let radius {
      return try Self.numbers(
        of: "--radius", in: "metres", radius, example: "300,500", upTo: Self.longestRadius
      ).map { .radius(metres: $0) }
    }
    let metres = try self.metres.map {
      try Self.numbers(
        of: "--metres", in: "metres of walking", $0, example: "300,500", upTo: longest)
    }
    let minutes = try self.minutes.map {
      try Self.numbers(
        of: "--minutes", in: "minutes of walking", $0, example: "5,10,15", upTo: longest / speed,
        because: " (\(Int(longest)) m at \(speed) m a minute)")
    }
    return (metres ?? []).map { .walk(metres: $0, minutes: nil) }
      + (minutes ?? (metres == nil ? [5, 10, 15] : [])).map {
        .walk(metres: $0 * speed, minutes: $0)
      }
  }

  private static func numbers(
    of option: String, in unit: String, _ text: String, example: String, upTo most: Double,
    because: String = ""
  ) throws -> [Double] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let number = Double(part.trimmingPrefix(" ")), number > 0, number <= most else {
        throw usageError(
          "\(option) takes \(unit) above 0 and at most \(Int(most))\(because), such as \(example);"
            + " not '\(text)'")
      }
      return number
    }
  }

  func run() async throws {
    let console = shared.console
    var project = Project()
    if let path = self.project {
      try InputError.check(path)
      project = try ProjectFile.read(path)
    }
    let packs = try project.packs.isEmpty ? [] : project.rulePacks(stated: [])
    let vocabulary = try project.vocabulary(of: packs)
    func source(_ path: String) -> LayerSource { LayerSource(named: path, crs: crs) }
    if !facilities.isEmpty { project.layers.facilities = facilities.map(source) }
    if let network { project.layers.network = NetworkSource(source(network)) }
    project = try project.workingOnItsNetwork()
    if self.project == nil || !facilities.isEmpty {
      // Nothing is asked of parcels and units.
      project.layers.parcels = []
      project.layers.units = []
      project.layers.entrances = []
    }
    let ahead =
      radius == nil ? NetworkAhead(project.layers.network, workers: computing.workers) : nil
    let city = try await project.city(vocabulary, workers: computing.workers) {
      console.progress($0.label[console.language])
    }
    city.tellPlane(console)
    var kinds: Set<Int>?
    if let kind {
      let names = kind.split(separator: ",").map(String.init)
      for name in names where vocabulary.kinds.index(named: name) == nil {
        throw usageError(
          "there is no facility kind '\(name)'"
            + "\(Spelling.hint(for: name, among: vocabulary.kinds.all.map(\.id)))")
      }
      kinds = vocabulary.kinds.descendants(
        of: names.compactMap { vocabulary.kinds.index(named: $0) }.map {
          vocabulary.kinds.all[$0].id
        })
    }
    let request = CatchmentPublication.Request(
      reaches: try reaches(), offset: offset, form: isochroneForm, kinds: kinds)
    let walking =
      radius == nil
      ? try await city.network(console, ahead: ahead, workers: computing.workers) : nil
    let count = try await CatchmentPublication.write(
      city, network: walking, request, kinds: vocabulary.kinds, to: out,
      workers: computing.workers)
    if radius == nil, walking == nil {
      console.note(
        console.say(TerminalWords.walksAreCircles))
    }
    console.note(
      console.say(TerminalWords.wroteCatchments(count, to: out))
        + " (\(console.elapsed))")
  }
}
