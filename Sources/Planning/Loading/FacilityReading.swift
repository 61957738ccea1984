internal import Documents
internal import GeoData

/// What the columns of facilities say, in the order of the rows.
struct FacilityValues: RowValues {
  var subjects = SubjectValues()
  /// Position in the vocabulary, -1 for a rejected row.
  var kind: [Int] = []
  /// The declared columns alone: there are no rows yet.
  var columns = Facilities()
  /// Ids as stated.
  var servedParcels: [[String]] = []
  var units = UnitTexts()

  mutating func append(_ other: FacilityValues) {
    let count = subjects.ids.count
    subjects.append(other.subjects)
    kind += other.kind
    columns.appendColumns(of: other.columns, behind: count)
    servedParcels += other.servedParcels
    units.append(other.units, behind: count)
  }

  mutating func pad() {
    columns.padColumns(to: subjects.ids.count)
    units.pad(to: subjects.ids.count)
  }
}

extension FacilityValues {
  init(_ range: RowRange, _ vocabulary: Vocabulary, _ records: inout RowRecords) {
    let aliases = vocabulary.aliases
    subjects = range.subjects(aliases, &records)
    kind = Self.kinds(range, vocabulary, &records)
    columns.readColumns(range, aliases, &records)
    // What follows completes columns by others.
    columns.padColumns(to: range.rows.count)
    columns.completeOperation(range, aliases, &records)
    columns.completeOperation(byBracketsOf: range, aliases, &records)
    let served = range.column("served_parcels", aliases)
    servedParcels = range.rows.map { row in
      (served.items(row) ?? []).filter { !served.isMissing($0) }
    }
    units = UnitTexts(range, aliases)
  }

  private static func kinds(
    _ range: RowRange, _ vocabulary: Vocabulary, _ records: inout RowRecords
  ) -> [Int] {
    let column = range.column("kind", vocabulary.aliases)
    let words = KindWords(range.file.source.kinds, vocabulary.kinds)
    return range.rows.map { row in
      let text = column.text(row).flatMap { column.isMissing($0) ? nil : $0 }
      if let kind = words.kind(of: text) { return kind }
      records.reject(
        range.firstRow + row, text.map(words.rejection) ?? .missingKind(column: column.shown))
      return -1
    }
  }
}

/// The words for kinds in one file: those that the project states, then the vocabulary's.
struct KindWords {
  private let stated: [String: Int]
  private let other: Int?
  private let kinds: FacilityKinds

  init(_ stated: [String: String], _ kinds: FacilityKinds) {
    self.kinds = kinds
    var words: [String: Int] = [:]
    for (word, id) in stated where word != "*" {
      words[FoldedText.fold(word)] = kinds.index(ofID: id)
    }
    self.stated = words
    other = stated["*"].flatMap { kinds.index(ofID: $0) }
  }

  /// Position of a kind by the word that the data uses for it.
  func kind(of word: String?) -> Int? {
    guard let word else { return other }
    return stated[FoldedText.fold(word)] ?? kinds.index(named: word)
      ?? TrailingBracket(word).flatMap { stated[FoldedText.fold($0.rest)] }
      ?? (kinds.refusal(of: word) == nil ? other : nil)
  }

  /// Why a row with a word for no kind does not take part.
  func rejection(of word: String) -> Rejection {
    if let because = kinds.refusal(of: word) { return .notFacility(word, because: because) }
    return .unknownKind(word, nearest: nearest(to: word))
  }

  /// The kinds with the names that are nearest to a word, each with that name.
  private func nearest(to word: String) -> [KindName] {
    var owners: [String: Int] = [:]
    for (index, kind) in kinds.all.enumerated() {
      for name in [kind.id, kind.name.zh, kind.name.en] + kind.aliases where owners[name] == nil {
        owners[name] = index
      }
    }
    var seen: Set<Int> = []
    return Spelling.allNearest(to: word, among: owners.keys.sorted()).compactMap { name in
      guard let index = owners[name], seen.insert(index).inserted else { return nil }
      return KindName(id: kinds.all[index].id, name: kinds.all[index].name, word: name)
    }
  }
}
