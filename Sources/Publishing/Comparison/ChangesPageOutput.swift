internal import Compliance
public import Documents
internal import Foundation
internal import GeoData
internal import GeoFiles
internal import Pages
internal import Planar
internal import Rules
internal import Wording

/// `changes.html`: the comparison for readers.
enum ChangesPageOutput: WritableOutput {
  /// `changes.html`
  static let fileName = "changes.html"
  /// What is in it.
  static let title = OutputWords.changesPage

  static func write(
    _ edition: ComparisonEdition, _ press: Press, to path: String
  ) async throws {
    let imprint = Imprint(
      language: edition.language, engineVersion: edition.engineVersion,
      kinds: try .builtIn(), topics: try .builtIn(), askedPacks: [], packs: [:], packHashes: [:],
      inputs: [], inputHashes: [])
    let page = ChangesPage(
      try RunChanges(edition), imprint: imprint)
    try OutputFile.write(Array(page.html.utf8), to: path)
  }
}

extension RunChanges {
  fileprivate init(_ edition: ComparisonEdition) throws {
    let comparison = edition.comparison
    let language = edition.language
    // Runs that are called differently, such as one with a scenario, go by their names.
    let areNamed = comparison.before.name != comparison.after.name
    func run(_ run: RunComparison.Run, _ layers: RunLayers) -> Run {
      Run(
        title: areNamed ? run.name[language] : run.title, parcels: layers.parcelsByVerdict)
    }
    self.init(
      name: comparison.after.name, before: run(comparison.before, comparison.layers.before),
      after: run(comparison.after, comparison.layers.after))
    trend = comparison.trend.map { Run(title: $0.run.title, parcels: $0.parcels) }
    let known = try KnownRules()
    rules = comparison.rules.map { changes in
      let rule = known[changes.name]
      return Rule(
        name: changes.name.rule, clause: changes.clause, says: rule?.says,
        topic: rule.map { known.topics.name($0.means) },
        counts: [.passToFail, .failToPass, .toUnknown, .fromUnknown, .figures].map { changes[$0] })
    }
    supposed = edition.supposed
    draw(comparison)
    list(comparison, language)
    inputs = comparison.differences.lines(language)
  }

  /// Every parcel of either run, where it is in the later one if it is there.
  private mutating func draw(_ comparison: RunComparison) {
    let pairs = comparison.parcels
    var degrees = GeometryColumn()
    for pair in 0..<pairs.count {
      let isInLater = pairs.after[pair] >= 0
      let layers = isInLater ? comparison.layers.after : comparison.layers.before
      degrees.append(
        row: Int(isInLater ? pairs.after[pair] : pairs.before[pair]), of: layers.geometry)
      verdictsBefore.append(comparison.findings.verdict(.before, ofPair: pair, 0))
      verdictsAfter.append(comparison.findings.verdict(.after, ofPair: pair, 0))
      isChanged.append(comparison.parcelChanges[pair] != nil)
    }
    // Degrees of longitude are as long as they are in the middle of what is drawn.
    let middle = degrees.envelope.isEmpty ? 0 : degrees.envelope.centre.y
    let narrow = cos(middle * .pi / 180)
    degrees.withMutableCoordinates { x, y in
      for vertex in x.indices {
        x[vertex] *= 111_320 * narrow
        y[vertex] *= 110_574
      }
    }
    geometry = degrees
  }

  /// Those that changed: what fails now first.
  private mutating func list(_ comparison: RunComparison, _ language: Language) {
    let pairs = comparison.parcels
    var gained = [[Int]](repeating: [], count: pairs.count)
    var lost = gained
    var moved = [[Moved]](repeating: [], count: pairs.count)
    for change in comparison.findings.changes {
      let section = comparison.findings.sections[Int(change.section)]
      guard section.kind == 0 else { continue }
      switch change.transition {
      case .failToPass: gained[Int(change.pair)].append(section.rule)
      case .passToFail: lost[Int(change.pair)].append(section.rule)
      case .figures:
        if let figure = comparison.findings.moved(change, language) {
          moved[Int(change.pair)].append(figure)
        }
      default: continue
      }
    }
    let order: [Change] = [.worsened, .improved, .other, .added, .gone]
    let changed = (0..<pairs.count).compactMap { pair in
      comparison.parcelChanges[pair].map { (pair: pair, change: $0) }
    }.sorted { a, b in
      let rank = (
        order.firstIndex(of: a.change) ?? 0, -lost[a.pair].count - gained[a.pair].count, a.pair
      )
      let other = (
        order.firstIndex(of: b.change) ?? 0, -lost[b.pair].count - gained[b.pair].count, b.pair
      )
      return rank < other
    }
    parcels = changed.map { pair, change in
      let isInLater = pairs.after[pair] >= 0
      let number = Int(isInLater ? pairs.after[pair] : pairs.before[pair])
      let layers = isInLater ? comparison.layers.after : comparison.layers.before
      var parcel = Parcel(
        id: layers.subjects[0].id(number), name: layers.names[number], change: change.words,
        before: verdictsBefore[pair], after: verdictsAfter[pair])
      parcel.gained = gained[pair]
      parcel.lost = lost[pair]
      parcel.moved = moved[pair]
      return parcel
    }
  }
}

extension ComparedFindings {
  /// What is missing by a clause that fails as before, and was; `nil` where it is the same or not stated.
  fileprivate func moved(_ row: Row, _ language: Language) -> RunChanges.Moved? {
    let section = sections[Int(row.section)]
    let pairs = kinds[section.kind]
    guard let before = section.before.map({ tables.before.sections[$0] }),
      let after = section.after.map({ tables.after.sections[$0] }),
      let unit = after.shortfallUnit, before.shortfallUnit == unit,
      let old = FigureTexts.decimal(before.shortfall[Int(pairs.before[Int(row.pair)])]),
      let new = FigureTexts.decimal(after.shortfall[Int(pairs.after[Int(row.pair)])]), old != new
    else { return nil }
    return RunChanges.Moved(
      rule: section.rule, before: MissingWords.text(old, unit, language),
      after: MissingWords.text(new, unit, language))
  }
}

/// The rules of the packs that come with the program, by key: what a run's rules say where its packs are
/// among them.
private struct KnownRules {
  private let packs: [String: RulePack]
  let topics: Topics

  init() throws {
    let library = try PackLibrary()
    packs = Dictionary(
      uniqueKeysWithValues: try library.builtInIDs.map { ($0, try library.pack($0)) })
    topics = try .builtIn()
  }

  subscript(key: RuleKey) -> Rule? { packs[key.pack]?.rule(key.rule) }
}

extension RunComparison.Run {
  /// Its day and folder.
  public var title: String {
    let folder = URL(fileURLWithPath: path).lastPathComponent
    return asOf.map { "\($0) (\(folder))" } ?? folder
  }
}

extension RunLayers {
  /// How many parcels have each verdict, in the order of `Verdict`.
  var parcelsByVerdict: [Int] { Verdict.counts(of: subjects[0].overall.compactMap { $0 }) }
}

extension Change {
  /// What became of a subject.
  var words: LocalizedText {
    switch self {
    case .improved: TerminalWords.improved
    case .worsened: TerminalWords.worsened
    case .other: TerminalWords.otherChange
    case .added: TerminalWords.added
    case .gone: TerminalWords.gone
    }
  }
}

extension RunDifferences {
  /// One line a difference, in a language.
  public func lines(_ language: Language) -> [String] {
    let none = TerminalWords.none[language]
    func line(_ what: String, _ before: String?, _ after: String?) -> String {
      what + Marks.colon[language] + "\(before ?? none) → \(after ?? none)"
    }
    // With the start of its hash, by which a reader tells two of a name apart.
    func cite(_ name: String?, _ hash: String?) -> String? {
      name.map { "\($0) (\((hash ?? "").prefix(8)))" }
    }
    return inputs.map { input in
      line(
        CodeWords.of(input.role)[language], cite(input.fileBefore, input.hashBefore),
        cite(input.fileAfter, input.hashAfter))
    }
      + packs.map { pack in
        line(
          TerminalWords.pack[language], cite(pack.hashBefore.map { _ in pack.id }, pack.hashBefore),
          cite(pack.hashAfter.map { _ in pack.id }, pack.hashAfter))
      }
      + settings.map { setting in
        line(
          CodeWords.of(setting.name)[language],
          setting.before.map { CodeWords.of($0)[language] },
          setting.after.map { CodeWords.of($0)[language] })
      }
  }
}
