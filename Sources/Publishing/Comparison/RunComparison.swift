internal import Compliance
public import Documents
internal import Planar
internal import Planning
public import Rules
public import Workers

/// What changed between two batch runs, finding by finding.
///
/// Findings are the same where pack, rule and subject are; figures are compared as they are
/// written, so to the last digit. Findings of a rule that only one run has are not changes: the
/// rule is.
public struct RunComparison: Sendable {
  /// One of the two runs.
  public struct Run: Sendable, Hashable {
    /// Its folder, as the user gave it.
    public let path: String
    /// SHA-256 of its manifest in hexadecimal.
    let manifestHash: String
    /// What the project is called.
    public let name: LocalizedText
    /// The day that it answers for, if stated.
    public let asOf: String?
    /// Of the program that wrote it.
    public let engineVersion: String
    /// How many it has.
    public let findings: Int
  }

  /// What became of the findings of a rule that both runs have.
  public struct RuleChanges: Sendable, Hashable {
    /// Which rule.
    public let name: RuleKey
    /// As the later run cites it.
    public let clause: String
    /// How many findings both runs have.
    public internal(set) var compared = 0
    private var counts = Array(repeating: 0, count: Transition.allCases.count)

    init(name: RuleKey, clause: String) {
      self.name = name
      self.clause = clause
    }

    /// How many findings went this way.
    public internal(set) subscript(transition: Transition) -> Int {
      get { counts[transition.rawValue] }
      set { counts[transition.rawValue] = newValue }
    }

    /// How many findings changed.
    public var changed: Int { counts.reduce(0, +) }
  }

  /// What became of the subjects of one kind.
  public struct SubjectChanges: Sendable, Hashable {
    /// `parcel`, `facility`, or the level of a unit.
    public let kind: String
    /// How many are the same in all that both runs say of them.
    public internal(set) var unchanged = 0
    /// By change; none: left out.
    public internal(set) var counts: [Change: Int] = [:]

    init(kind: String) { self.kind = kind }
  }

  /// The earlier run.
  public let before: Run
  /// The later run.
  public let after: Run
  /// What went into them differently.
  public let differences: RunDifferences
  /// The rules that both have, in the order of the later one.
  public let rules: [RuleChanges]
  /// The rules that the earlier run alone has.
  public let rulesGone: [RuleKey]
  /// The rules that the later run alone has.
  public let rulesAdded: [RuleKey]
  /// By kind: parcels first, then facilities, then units by level.
  public let subjects: [SubjectChanges]

  /// All runs in the order given, those between the two included, with their parcels by verdict.
  public let trend: [(run: Run, parcels: [Int])]

  let findings: ComparedFindings
  /// The parcels of either run by id, and what became of each; `nil`: nothing.
  let parcels: SubjectPairs
  let parcelChanges: [Change?]
  let layers: Sides<RunLayers>

  /// Whether the two runs say the same of everything.
  public var isEmpty: Bool {
    findings.changes.isEmpty && rulesGone.isEmpty && rulesAdded.isEmpty
      && subjects.allSatisfy { $0.counts.isEmpty }
  }

  /// How many findings changed in all.
  public var changedFindings: Int { findings.changes.count }

  /// Compares two folders that `siting check` wrote.
  ///
  /// - Parameters:
  ///   - between: Folders of runs between the two, of which only the totals are told.
  ///   - progress: Told the folder that is being read.
  /// - Throws: `RunFolderError`, or `LayerFileError`.
  public static func compare(
    _ before: String, with after: String, between: [String] = [],
    workers: Workers = Workers(count: 1),
    progress: (String) -> Void = { _ in }
  ) async throws -> RunComparison {
    let runs = Sides(before: try RunFolder(before), after: try RunFolder(after))
    // Read of both runs or of neither: a subject that only the layer knows would seem to be new.
    let shared = [FacilitiesOutput.fileName, UnitsOutput.fileName].filter {
      runs.before.lists($0) && runs.after.lists($0)
    }
    progress(before)
    let earlier = try await RunLayers(runs.before, others: shared, workers: workers)
    progress(after)
    let later = try await RunLayers(runs.after, others: shared, workers: workers)
    let layers = Sides(before: earlier, after: later)
    let tables = try await workers.map(2, grain: 1) { range in
      try range.map { side in
        side == 0
          ? try FindingTable(runs.before, subjects: layers.before.subjects)
          : try FindingTable(runs.after, subjects: layers.after.subjects)
      }
    }.flatMap { $0 }
    try checkParcels(tables[0], of: runs.before, against: earlier)
    try checkParcels(tables[1], of: runs.after, against: later)
    var others: [(run: Run, parcels: [Int])] = []
    for folder in between {
      progress(folder)
      let run = try RunFolder(folder)
      let layers = try await RunLayers(run, others: [], workers: workers)
      others.append((Run(run, findings: 0), layers.parcelsByVerdict))
    }
    return RunComparison(
      runs, layers, Sides(before: tables[0], after: tables[1]), between: others)
  }

  /// Every parcel with a finding must be in the layer.
  private static func checkParcels(
    _ table: FindingTable, of run: RunFolder, against layers: RunLayers
  ) throws(RunFolderError) {
    let parcels = table.subjects[0]
    guard parcels.count > layers.names.count else { return }
    throw .foreignParcel(path: run.path, id: parcels.id(layers.names.count))
  }

  private init(
    _ runs: Sides<RunFolder>, _ layers: Sides<RunLayers>, _ tables: Sides<FindingTable>,
    between: [(run: Run, parcels: [Int])]
  ) {
    before = Run(runs.before, findings: tables.before.count)
    after = Run(runs.after, findings: tables.after.count)
    trend =
      [(before, layers.before.parcelsByVerdict)] + between
      + [(after, layers.after.parcelsByVerdict)]
    differences = RunDifferences(runs.before, runs.after)
    let earlier = Self.rules(of: runs.before, tables.before)
    let later = Self.rules(of: runs.after, tables.after)
    rulesGone = Self.rules(earlier, notIn: later)
    rulesAdded = Self.rules(later, notIn: earlier)
    let known = Set(earlier)
    var findings = ComparedFindings(tables)
    findings.compare(later.filter(known.contains))
    rules = findings.rules
    var all: [SubjectChanges] = []
    var parcels: [Change?] = []
    for kind in findings.kinds.indices {
      let changes = findings.subjectChanges(ofKind: kind)
      if kind == 0 { parcels = changes }
      var subjects = SubjectChanges(kind: findings.kinds[kind].kind)
      for change in changes {
        if let change { subjects.counts[change, default: 0] += 1 } else { subjects.unchanged += 1 }
      }
      all.append(subjects)
    }
    subjects = all
    self.findings = findings
    self.parcels = findings.kinds[0]
    parcelChanges = parcels
    self.layers = layers
  }

  /// Those of the manifest, in its order; behind them any that only the findings have.
  private static func rules(of run: RunFolder, _ table: FindingTable) -> [RuleKey] {
    let listed = run.rules
    let others = Set(table.sections.map(\.rule)).subtracting(listed)
    return listed + others.sorted()
  }

  private static func rules(_ keys: [RuleKey], notIn others: [RuleKey]) -> [RuleKey] {
    let others = Set(others)
    return keys.filter { !others.contains($0) }
  }
}

extension RunComparison.Run {
  fileprivate init(_ run: RunFolder, findings: Int) {
    let name = run.manifest["project"]?["name"]
    self.init(
      path: run.path, manifestHash: run.manifestHash,
      name: LocalizedText(en: name?["en"]?.text ?? "", zh: name?["zh"]?.text ?? ""),
      asOf: run.asOf, engineVersion: run.engineVersion, findings: findings)
  }
}

/// The same of both runs.
struct Sides<Value: Sendable>: Sendable {
  let before: Value
  let after: Value
}
