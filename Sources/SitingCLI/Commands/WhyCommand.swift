import ArgumentParser
import Compliance
import Documents
import Foundation
import GeoData
import Measuring
import Planning
import Publishing
import Rules
import Wording
import Workers

struct WhyCommand: AsyncParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say why a clause says of a parcel, facility or unit what it does.",
    discussion: """
      From the clause over its figure to rows and files: what was counted, what was not and why,
      how far it is, which bottleneck of the fair division binds, and what would change the verdict.
        siting why project.yaml XQ-0001
        siting why project.yaml XQ-0001 --rule five-minute-nursery
        siting why project.yaml --point 115.65,34.44 --rule 'five-minute-*'
      """)

  @Argument(help: "The project file.", completion: .file(extensions: ["yaml", "yml"]))
  var project: String

  @Argument(help: "Id or name of a parcel, facility or unit; without one, the territory.")
  var subject: String?

  @Option(
    name: .customLong("rule"),
    help: "Rules to explain: rule or pack/rule; * stands for any letters. Default: an overview.")
  var rules: [String] = []

  @Option(help: "A place in place of a subject, as longitude,latitude (WGS 84).")
  var point: String?

  @Option(name: .customLong("pack"), help: "A rule pack: built-in id or path (may be repeated).")
  var packs: [String] = []

  @Flag(help: "Print the same as JSON.")
  var json = false

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func validate() throws {
    if subject != nil, point != nil {
      throw usageError("name a subject or a --point, not both")
    }
    if let point, Self.place(point) == nil {
      throw usageError("--point takes longitude,latitude such as 115.65,34.44, not '\(point)'")
    }
  }

  private static func place(_ text: String) -> (x: Double, y: Double)? {
    let parts = text.split(separator: ",").map { Double($0.trimmingPrefix(" ")) }
    guard parts.count == 2, let x = parts[0], let y = parts[1], abs(x) <= 180, abs(y) <= 90 else {
      return nil
    }
    return (x, y)
  }

  func run() async throws {
    let console = shared.console
    try InputError.check(self.project)
    var project = try ProjectFile.read(self.project)
    if !packs.isEmpty { project.packs = packs }
    project = try project.workingOnItsNetwork()
    let rulePacks = try project.rulePacks(stated: packs)
    let choice = RuleChoice(only: rules)
    let all = rulePacks.flatMap(\.appliedRules)
    try choice.check(all)
    let vocabulary = try project.vocabulary(of: rulePacks)
    let ahead = NetworkAhead(project.layers.network, workers: computing.workers)
    var city = try await project.city(vocabulary, workers: computing.workers) {
      console.progress($0.label[console.language])
    }
    if let place = point.flatMap(Self.place) {
      city = try await Self.city(city, with: place, vocabulary, workers: computing.workers)
    }
    let network = try await city.network(console, ahead: ahead, workers: computing.workers)
    console.clearProgress()
    let (table, row) = try find(in: city)
    let explainer = Explainer(
      city: city, packs: rulePacks, vocabulary: vocabulary.kinds, network: network,
      workers: computing.workers)
    var found: [Explanation] = []
    for rule in all where choice.contains(rule) && SubjectTable(rule.subject) == table {
      console.progress("\(rule.key)")
      if let explanation = try await explainer.explain(
        rule, of: table, row: row, isBrief: rules.isEmpty)
      {
        found.append(explanation)
      }
    }
    console.clearProgress()
    if json {
      Console.write(WhyDocument.text(of: found, city: city, kinds: vocabulary.kinds))
    } else if rules.isEmpty {
      Console.write(overview(found, console))
      if table == .facilities {
        let uses = try await explainer.uses(ofFacility: row, all)
        Console.write(
          Self.text(
            of: uses, kind: city.facilities.kind[row], among: vocabulary.kinds, console))
      }
    } else {
      Console.write(
        found.map {
          WhyText(found: $0, city: city, kinds: vocabulary.kinds, console: console).text
        }.joined(separator: "\n\n"))
    }
  }

  /// No id of anybody's data.
  static let pointID = "siting:point"

  /// The city with a new compound at a place, of which nothing else is known.
  private static func city(
    _ city: City, with place: (x: Double, y: Double), _ vocabulary: Vocabulary, workers: Workers
  ) async throws -> City {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("siting-point-\(UUID().uuidString).geojson")
    defer { try? FileManager.default.removeItem(at: file) }
    let feature =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
      + "{\"id\":\"\(pointID)\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":"
      + "[\(place.x),\(place.y)]}}]}"
    try feature.write(to: file, atomically: true, encoding: .utf8)
    let plan = try await PlanLoader.load(
      [LayerSource(path: file.path, resolvedPath: file.path)], name: pointID, for: city,
      vocabulary: vocabulary, workers: workers)
    var joined = city.with(plan)
    joined.inputs = city.inputs
    return joined
  }

  /// What is asked about: by id, else by a name that only one has.
  private func find(in city: City) throws -> (SubjectTable, Int) {
    if point != nil, let row = city.parcels.rows.ids.firstIndex(of: Self.pointID) {
      return (.parcels, row)
    }
    guard let subject else { return (.territory, 0) }
    let tables: [(SubjectTable, SubjectRows)] = [
      (.parcels, city.parcels.rows), (.facilities, city.facilities.rows), (.units, city.units.rows),
    ]
    for (table, rows) in tables {
      if let row = rows.ids.firstIndex(of: subject) { return (table, row) }
    }
    let named = tables.flatMap { table, rows in
      rows.names.indices.filter { rows.names[$0] == subject }.map { (table, $0, rows.ids[$0]) }
    }
    if named.count == 1 { return (named[0].0, named[0].1) }
    guard named.isEmpty else {
      throw usageError(
        "\(named.count) rows are called '\(subject)': name one by its id:"
          + " \(named.prefix(5).map(\.2).joined(separator: ", "))")
    }
    if let lost = city.rejected.first(where: { $0.id == subject }) {
      throw usageError(
        "'\(subject)' takes no part: \(lost.file): row \(lost.row):"
          + " \(lost.sentence(.exact)[shared.language])")
    }
    let hint = Spelling.hint(for: subject, among: tables.flatMap(\.1.ids))
    throw usageError("no parcel, facility or unit has the id or name '\(subject)'\(hint)")
  }

  /// Whom a facility serves, clause by clause.
  private static func text(
    of uses: [FacilityUse], kind number: Int, among kinds: FacilityKinds, _ console: Console
  ) -> String {
    let kind = number >= 0 ? kinds.all[number].name : WhyWords.unknownKind
    let lines = uses.map { use in
      let obstacles = use.obstacles.map {
        console.say($0.sentence(.plain(kinds: kinds), kind: kind, keepsAway: false))
      }
      return "  \(use.rule.key)" + console.say(Marks.colon)
        + ([console.say(WhyWords.serves(use, console.language))] + obstacles)
        .joined(separator: console.say(Marks.semicolon))
    }
    return
      ([console.say(WhyWords.uses) + console.say(Marks.lastColon)]
      + (lines.isEmpty ? ["  " + console.say(WhyWords.none)] : lines))
      .joined(separator: "\n").replacing("\u{00A0}", with: " ")
  }

  /// A line a clause.
  private func overview(_ found: [Explanation], _ console: Console) -> String {
    var table = TextTable(
      header: [
        console.say(WhyWords.rule), console.say(WhyWords.verdict), console.say(WhyWords.measured),
        console.say(WhyWords.required), console.say(WhyWords.remarks),
      ], right: [2, 3])
    for explanation in found where explanation.verdict != .notApplicable {
      let rule = explanation.rule
      table.append([
        "\(rule.key)", explanation.verdict.label[console.language],
        explanation.measured.isFinite
          ? NumberWords.measured(explanation.measured, against: explanation.required?.figure) : "",
        explanation.required.map { NumberWords.text($0.figure, decimals: 6) } ?? "",
        explanation.reason?.sentence(.plain())[console.language] ?? "",
      ])
    }
    let isEmpty = found.allSatisfy { $0.verdict == .notApplicable }
    return isEmpty
      ? console.say(WhyWords.nothingJudged)
      : table.text + "\n" + console.say(WhyWords.pickOne)
  }
}

extension SubjectTable {
  /// What the subjects of a rule are rows of.
  fileprivate init(_ subject: RuleSubject) {
    switch subject {
    case .parcel: self = .parcels
    case .facility: self = .facilities
    case .plan, .city, .province: self = .territory
    case .community, .street, .township, .district, .planning: self = .units
    }
  }
}
