internal import Documents
internal import GeoFiles

/// Which column of a file is which of ours.
struct FieldMatching: Sendable, Hashable {
  /// A column of the file that is one of ours.
  struct Match: Sendable, Hashable {
    /// The file's name for it.
    let source: String
    /// What its unit, if its header names one, is worth in ours.
    var factor = UnitFactor.one
    /// Columns of the file that are read in rows in which those before them say nothing.
    var others: [Match] = []

    /// The file's names, in the order in which they are read.
    var sources: [String] { [source] + others.map(\.source) }
  }

  /// Two columns of a file that are the same one of ours.
  struct Doubt: Sendable, Hashable {
    /// Our name.
    let column: String
    /// The file's column that is read first.
    let used: String
    /// The file's column that is read where that one says nothing.
    let second: String
  }

  /// A column that looks like one of ours, and whose unit nobody knows: it is not read.
  struct UnknownUnit: Sendable, Hashable {
    /// Our name.
    let column: String
    /// The file's name.
    let source: String
  }

  /// A unit that the project states and nobody knows.
  struct WrongUnit: Sendable, Hashable {
    /// Our name of the column.
    let column: String
    let unit: String
    /// The units that are known for it, sorted.
    let known: [String]
  }

  /// A column that the project states and the file does not have.
  struct Absence: Sendable, Hashable {
    /// Our name.
    let column: String
    /// The name that the project states.
    let stated: String
  }

  /// A column that looks like one of ours and is none, or may be another one: it is not read.
  struct LookAlike: Sendable, Hashable {
    /// Our name.
    let column: String
    /// The file's name.
    let source: String
    /// Whether it may be meant all the same.
    let mayBe: Bool
  }

  /// By our names.
  private(set) var matches: [String: Match] = [:]
  /// In the order of our columns.
  private(set) var doubts: [Doubt] = []
  /// Stated names that the file does not have.
  private(set) var absent: [Absence] = []
  /// In the order of our columns.
  private(set) var unknownUnits: [UnknownUnit] = []
  /// In the order of our columns.
  private(set) var wrongUnits: [WrongUnit] = []
  /// In the order of our columns.
  private(set) var lookAlikes: [LookAlike] = []

  /// Matches the columns of a file.
  ///
  /// A stated name comes first, then our own name, then the aliases in their order; a name that is
  /// one of ours as a whole is never taken for another one with a unit behind it. Of several columns
  /// with an alias of one of ours a row has the first that says something in it.
  ///
  /// - Parameters:
  ///   - headers: The file's column names.
  ///   - role: What the rows are.
  ///   - stated: The file's names by ours, as the project states them.
  ///   - units: Units by our names, likewise.
  init(
    _ headers: [String], role: LayerRole, stated: [String: String] = [:],
    units: [String: String] = [:], aliases: FieldAliases
  ) {
    var free: [String: [String]] = [:]
    let known = Set(headers)
    for (column, header) in stated.sorted(by: { $0.key < $1.key })
    where role.column(column) != nil {
      if known.contains(header) {
        matches[column] = Match(source: header)
      } else {
        absent.append(Absence(column: column, stated: header))
      }
    }
    let taken = Set(matches.values.map(\.source))
    for header in headers where !taken.contains(header) {
      free[FoldedText.fold(header), default: []].append(header)
    }
    let names = aliases.foldedNames[role] ?? [:]
    let owned = Set(names.values.joined())
    let others = headers.filter { !taken.contains($0) && !owned.contains(FoldedText.fold($0)) }
      .map(SplitHeader.init)
    for column in role.columns {
      var found: [Match] = []
      for name in names[column.name] ?? [] {
        found += (free[name] ?? []).map { Match(source: $0) }
        found += others.compactMap { header in
          header.factor(behind: name, column.content, aliases).map {
            Match(source: header.whole, factor: $0)
          }
        }
      }
      if let stated = matches[column.name] {
        // What the user states is no doubt, but its unit still counts.
        settle(column, stated.source, unit: units[column.name], aliases)
        continue
      }
      guard var first = found.first else {
        let doubtful = others.first { header in
          (names[column.name] ?? []).contains {
            header.hasUnknownUnit(behind: $0, column.content, aliases)
          }
        }
        if let doubtful {
          unknownUnits.append(UnknownUnit(column: column.name, source: doubtful.whole))
        }
        continue
      }
      var seen: Set = [first.source]
      first.others = found.filter { seen.insert($0.source).inserted }
      matches[column.name] = first
      doubts += first.others.map {
        Doubt(column: column.name, used: first.source, second: $0.source)
      }
    }
    lookAlikes = role.columns.filter { matches[$0.name] == nil }.flatMap { column in
      aliases.lookAlikes[role]?[column.name].map {
        Self.lookAlikes(column.name, $0, headers.filter { !taken.contains($0) })
      } ?? []
    }
  }

  /// The headers that look like a column that the file does not have.
  private static func lookAlikes(
    _ column: String, _ known: FieldAliases.LookAlikes, _ headers: [String]
  ) -> [LookAlike] {
    headers.map(SplitHeader.init).compactMap { header in
      let names = Set([header.folded, header.base].compactMap { $0 })
      let isOther = !names.isDisjoint(with: known.others)
      guard isOther || !names.isDisjoint(with: known.unclear) else { return nil }
      return LookAlike(column: column, source: header.whole, mayBe: !isOther)
    }
  }
}

extension FieldMatching {
  /// Takes a column back that is not read after all.
  mutating func leaveOut(_ column: String) {
    matches[column] = nil
    doubts.removeAll { $0.column == column }
  }

  /// The unit of a column that the project states: as it states, else as its header says.
  private mutating func settle(
    _ column: LayerColumn, _ source: String, unit: String?, _ aliases: FieldAliases
  ) {
    let header = SplitHeader(source)
    guard case .number(let family) = column.content else { return }
    let known = aliases.units[family] ?? [:]
    guard let unit else {
      matches[column.name]?.factor = header.statedFactor(column.content, aliases)
      guard header.namesForeignUnit(aliases) else { return }
      matches[column.name] = nil
      unknownUnits.append(UnknownUnit(column: column.name, source: source))
      return
    }
    if let factor = known[FoldedText.fold(unit)] {
      matches[column.name]?.factor = factor
    } else {
      wrongUnits.append(WrongUnit(column: column.name, unit: unit, known: known.keys.sorted()))
    }
  }

  /// The columns of a layer that are one of ours, in the order in which they are read.
  func cells(_ column: String, in layer: Layer) -> [CellReading] {
    (matches[column]?.sources ?? []).compactMap { layer.attributes[$0].map(CellReading.init) }
  }
}

extension [CellReading] {
  /// The text of the first that says something in a row.
  ///
  /// - Parameter missing: Folded words that say that there is no value.
  func text(_ row: Int, missing: Set<String>) -> String? {
    guard count > 1 else { return first?.text(row) }
    let texts = lazy.compactMap { $0.text(row) }
    return texts.first { !missing.contains(FoldedText.fold($0)) } ?? texts.first
  }

  /// The same, unless it says that there is no value.
  func said(_ row: Int, missing: Set<String>) -> String? {
    text(row, missing: missing).flatMap { missing.contains(FoldedText.fold($0)) ? nil : $0 }
  }
}

/// A header that may have a unit behind its name: `建筑面积（㎡）`, `floor_area_m2`.
private struct SplitHeader {
  let whole: String
  let folded: String
  /// Without its last brackets, folded; `nil` without brackets at the end.
  let base: String?
  /// What stands in them, folded.
  let unit: String

  init(_ header: String) {
    whole = header
    folded = FoldedText.fold(header)
    let plain = FoldedText.halfWidth(header).drop { $0.isWhitespace }
    if let close = plain.last, let open = ["]": "[", ")": "(", "】": "【"][close],
      let start = plain.lastIndex(of: Character(open))
    {
      base = FoldedText.fold(String(plain[..<start]))
      unit = FoldedText.fold(String(plain[plain.index(after: start)...].dropLast()))
    } else {
      base = nil
      unit = ""
    }
  }

  /// The factor of the unit, if the header is `name` with a unit, or with any remark where no unit
  /// can be meant.
  func factor(
    behind name: String, _ content: LayerColumn.Content, _ aliases: FieldAliases
  ) -> UnitFactor? {
    guard case .number(let family) = content else { return base == name ? .one : nil }
    if base == name, let factor = aliases.units[family]?[unit] { return factor }
    guard folded.hasPrefix(name), folded != name else { return nil }
    let rest = folded.dropFirst(name.count).drop { $0 == "/" || $0 == ":" }
    return aliases.units[family]?[String(rest)]
  }

  /// Whether the header is `name` with something behind it that may be a unit, and is none of ours.
  func hasUnknownUnit(
    behind name: String, _ content: LayerColumn.Content, _ aliases: FieldAliases
  ) -> Bool {
    guard case .number = content else { return false }
    if base == name, !unit.isEmpty { return true }
    guard folded.hasPrefix(name) else { return false }
    let rest = folded.dropFirst(name.count).drop { $0 == "/" || $0 == ":" }
    return aliases.foreignUnits.contains(String(rest))
  }

  /// Whether the header ends with a unit that is none of ours.
  func namesForeignUnit(_ aliases: FieldAliases) -> Bool {
    aliases.foreignUnits.contains(unit)
      || aliases.foreignUnits.contains { folded.hasSuffix($0) && $0.count > 2 }
  }

  /// The factor of the unit in brackets of a column that the user named.
  func statedFactor(_ content: LayerColumn.Content, _ aliases: FieldAliases) -> UnitFactor {
    guard case .number(let family) = content else { return .one }
    return aliases.units[family]?[unit] ?? .one
  }
}
