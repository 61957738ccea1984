public import Documents
internal import GeoData

/// What data calls our columns and values: `aliases.yaml`.
public struct FieldAliases: Sendable {
  /// Role, then our column, to its aliases, best first.
  public let columns: [LayerRole: [String: [String]]]
  /// Role, then our column, to its names as `FoldedText.fold` makes them: ours, then the aliases.
  let foldedNames: [LayerRole: [String: [String]]]
  /// Family, then word as `FoldedText.fold` makes it, to our value.
  public private(set) var words: [WordFamily: [String: String]]
  /// Family, then unit as `FoldedText.fold` makes it, to what one of it is worth.
  let units: [UnitFamily: [String: UnitFactor]]
  /// Units that are none of ours, folded: a column in one of them is not read.
  let foreignUnits: Set<String>
  /// Role, then what a column of conditions is called, to the names that files have for it.
  let conditionColumns: [LayerRole: [String: [String]]]
  /// Role, then our column, to headers that look like it and are none, folded.
  let lookAlikes: [LayerRole: [String: LookAlikes]]
  /// Headers of columns that tell whether a facility operates besides those that are for it.
  let operation: OperationHeaders
  /// What columns of a plan call what forms say of it, folded.
  let planFacts: [PlanFact: [String]]
  /// How a scenario says what is done with a facility.
  let scenario: ScenarioWords
  /// How files of candidate sites call what only they have.
  let candidates: CandidateWords
  /// Folded words that say that there is no value.
  let missing: Set<String>

  /// Headers that look like a column of ours, folded.
  struct LookAlikes: Sendable {
    /// They are something else.
    var others: Set<String> = []
    /// They may be this or another column.
    var unclear: Set<String> = []
  }

  /// Reads the file of aliases.
  ///
  /// - Throws: Every fault with its line: columns and families that do not exist or have no entry,
  ///   an alias given twice in a layer, a factor that is not a number.
  public init(yaml: String, file: String) throws(DocumentFaults) {
    let root = try DocumentNode(yaml: yaml, file: file)
    let reader = DocumentReader(file: file)
    let sections = reader.fields(
      root, of: "the aliases",
      allowed: [
        "columns", "conditions", "operation", "look_alikes", "words", "units", "foreign_units",
        "missing", "plan_facts", "scenario", "candidates",
      ])
    let columns = Self.columns(sections?.required("columns"), reader)
    self.columns = columns
    foldedNames = Dictionary(
      uniqueKeysWithValues: LayerRole.allCases.map { role in
        let names = role.columns.map { ($0.name, [$0.name] + (columns[role]?[$0.name] ?? [])) }
        return (
          role,
          Dictionary(uniqueKeysWithValues: names.map { ($0, $1.map(FoldedText.fold)) })
        )
      })
    words = Self.words(sections?.required("words"), reader)
    units = Self.units(sections?.required("units"), reader)
    conditionColumns = Self.conditionColumns(sections?.required("conditions"), reader)
    lookAlikes = Self.lookAlikes(sections?.required("look_alikes"), reader)
    operation = OperationHeaders(sections?.required("operation"), reader)
    foreignUnits = Set((sections?.texts("foreign_units") ?? []).map(FoldedText.fold))
    planFacts = Self.planFacts(sections?.required("plan_facts"), reader)
    scenario = ScenarioWords(sections?.required("scenario"), reader)
    candidates = CandidateWords(sections?.required("candidates"), reader)
    missing = Set((sections?.texts("missing") ?? []).map(FoldedText.fold))
    try reader.finish()
  }

  private static func planFacts(
    _ node: DocumentNode?, _ reader: DocumentReader
  ) -> [PlanFact: [String]] {
    let names = PlanFact.allCases.map(\.rawValue)
    guard let node, let fields = reader.fields(node, of: "plan_facts", allowed: names) else {
      return [:]
    }
    return Dictionary(
      uniqueKeysWithValues: PlanFact.allCases.map {
        ($0, fields.texts($0.rawValue).map(FoldedText.fold))
      })
  }

  /// Takes a word for a level of planning units.
  mutating func setLevel(_ level: String, _ word: String) {
    words[.level, default: [:]][word] = level
  }

  /// The aliases that come with the program.
  public static func builtIn() throws -> FieldAliases {
    try FieldAliases(yaml: GeoData.text("aliases.yaml"), file: "aliases.yaml")
  }

  private static func columns(
    _ node: DocumentNode?, _ reader: DocumentReader
  ) -> [LayerRole: [String: [String]]] {
    var result: [LayerRole: [String: [String]]] = [:]
    guard let node,
      let roles = reader.fields(
        node, of: "columns", allowed: LayerRole.allCases.map(\.rawValue))
    else { return result }
    for role in LayerRole.allCases {
      let names = role.columns.map(\.name)
      guard let node = roles.required(role.rawValue),
        let fields = reader.fields(node, of: "the columns of \(role)", allowed: names)
      else { continue }
      var owners: [String: String] = [:]
      for name in names { owners[FoldedText.fold(name)] = name }
      for name in names {
        guard let node = fields.required(name), let aliases = reader.texts(node, name) else {
          continue
        }
        for alias in aliases {
          if let owner = owners.updateValue(name, forKey: FoldedText.fold(alias)) {
            reader.report(node, "'\(alias)' is an alias of '\(owner)' in \(role) already")
          }
        }
        result[role, default: [:]][name] = aliases
      }
    }
    return result
  }

  private static func words(
    _ node: DocumentNode?, _ reader: DocumentReader
  ) -> [WordFamily: [String: String]] {
    var result: [WordFamily: [String: String]] = [:]
    guard let node,
      let families = reader.fields(
        node, of: "words", allowed: WordFamily.allCases.map(\.rawValue))
    else { return result }
    for family in WordFamily.allCases {
      guard let node = families.required(family.rawValue),
        let values = reader.anyFields(node, of: "the words of \(family.rawValue)")
      else { continue }
      var words: [String: String] = [:]
      for pair in values.pairs {
        guard let value = reader.text(pair.key, "a value of \(family.rawValue)") else { continue }
        for word in [value] + (reader.texts(pair.value, value) ?? []) {
          let other = words.updateValue(value, forKey: FoldedText.fold(word))
          if let other, other != value {
            reader.report(pair.value, "'\(word)' means '\(other)' already")
          }
        }
      }
      result[family] = words
    }
    for family in WordFamily.allCases {
      guard let (yes, no) = family.flagValues else { continue }
      let flags = (result[.flag] ?? [:]).mapValues { $0 == "yes" ? yes : no }
      result[family, default: [:]].merge(flags) { own, _ in own }
    }
    return result
  }

  private static func units(
    _ node: DocumentNode?, _ reader: DocumentReader
  ) -> [UnitFamily: [String: UnitFactor]] {
    var result: [UnitFamily: [String: UnitFactor]] = [:]
    guard let node,
      let families = reader.fields(
        node, of: "units", allowed: UnitFamily.allCases.map(\.rawValue))
    else { return result }
    for family in UnitFamily.allCases {
      guard let node = families.required(family.rawValue),
        let units = reader.anyFields(node, of: "the units of \(family.rawValue)")
      else { continue }
      for pair in units.pairs {
        guard let factor = UnitFactor(pair.key.scalar ?? "") else {
          reader.report(pair.key, "a unit is worth a number such as 10000 or 2000/3")
          continue
        }
        for unit in reader.texts(pair.value, "units") ?? [] {
          result[family, default: [:]][FoldedText.fold(unit)] = factor
        }
      }
    }
    return result
  }
}
