internal import Documents
internal import GeoData
internal import GeoFiles
internal import Planar

/// What the rows of a file are, by its columns: whatever its words are, a column 设施类型 is one of
/// facilities.
struct RoleGuess {
  private let layer: Layer
  private let vocabulary: Vocabulary
  /// By role: the headers that may be ids or names of its rows, folded.
  private let subjectHeaders: [LayerRole: Set<String>]

  private init(_ layer: Layer, _ vocabulary: Vocabulary) {
    self.layer = layer
    self.vocabulary = vocabulary
    subjectHeaders = Dictionary(
      uniqueKeysWithValues: LayerRole.allCases.map { role in
        let names = ["id", "name"].flatMap {
          [$0] + (vocabulary.aliases.columns[role]?[$0] ?? [])
        }
        return (role, Set(names.map { FoldedText.fold($0) }))
      })
  }

  /// The role whose columns the file has most of; columns that only one role has weigh more.
  static func role(of layer: Layer, _ vocabulary: Vocabulary) -> LayerRole {
    let guess = RoleGuess(layer, vocabulary)
    var best = (role: LayerRole.parcels, score: -1)
    for role in LayerRole.allCases {
      let score = guess.score(role)
      if score > best.score { best = (role, score) }
    }
    return best.role
  }

  private func score(_ role: LayerRole) -> Int {
    let matching = FieldMatching(layer.attributes.names, role: role, aliases: vocabulary.aliases)
    return matching.matches.reduce(0) { $0 + weight(of: $1.key, $1.value, in: role, matching) }
  }

  private func weight(
    of column: String, _ match: FieldMatching.Match, in role: LayerRole, _ matching: FieldMatching
  ) -> Int {
    switch (role, column) {
    case (_, "id"), (_, "name"): isOwn(match, role) ? 2 : 0
    case (.parcels, "households"), (.units, "level"): 3
    case (.units, "type"): knowsMost(unitTypes) ? 3 : 1
    case (.entrances, "parcel"), (.entrances, "facility"):
      layer.geometry.kinds.contains(.point) ? 1 : 0
    case (.facilities, "kind") where namesFacilities(match): 7
    case (.facilities, "kind"): knowsMost(kinds(matching)) ? 5 : isOfKindsAlone(match) ? 3 : 1
    // What facilities serve is called as what parcels are.
    case (.facilities, "served_parcels"):
      match.sources.allSatisfy { names(.parcels, $0) } ? 0 : 1
    default: 1
    }
  }

  /// Whether a header of an id or a name is one in this role alone, as 小区编号 is, and 编号 is not.
  private func isOwn(_ match: FieldMatching.Match, _ role: LayerRole) -> Bool {
    match.sources.contains { source in
      !LayerRole.allCases.contains { $0 != role && names($0, source) }
    }
  }

  private func names(_ role: LayerRole, _ header: String) -> Bool {
    let headers = subjectHeaders[role] ?? []
    return headers.contains(FoldedText.fold(header))
      || TrailingBracket(header).map { headers.contains(FoldedText.fold($0.rest)) } ?? false
  }

  /// Whether the header of a kind is no column of units, as 类型 is.
  private func isOfKindsAlone(_ match: FieldMatching.Match) -> Bool {
    let types = (["type"] + (vocabulary.aliases.columns[.units]?["type"] ?? []))
      .map { FoldedText.fold($0) }
    return !types.contains(FoldedText.fold(match.source))
  }

  /// Whether the header of a kind says of what: 设施类型 is of facilities, whatever else the file tells.
  private func namesFacilities(_ match: FieldMatching.Match) -> Bool {
    let header = FoldedText.fold(match.source)
    return ["设施", "机构", "facility", "institution"].contains(where: header.contains)
  }

  /// How many rows have a word, and whether it is known.
  private typealias Words = [(rows: Int, isKnown: Bool)]

  private func knowsMost(_ words: Words) -> Bool {
    words.reduce(0) { $0 + ($1.isKnown ? $1.rows : 0) } * 2 > layer.count
  }

  private func kinds(_ matching: FieldMatching) -> Words {
    let source = LayerSource(path: "", resolvedPath: "")
    return Inspection.kindWords(layer, matching, of: source, vocabulary).map {
      ($0.rows, $0.kind != nil)
    }
  }

  private var unitTypes: Words {
    let matching = FieldMatching(layer.attributes.names, role: .units, aliases: vocabulary.aliases)
    let cells = matching.cells("type", in: layer)
    let known = vocabulary.aliases.words[.unitType] ?? [:]
    return (0..<layer.count).map { row in
      (1, cells.text(row, missing: []).map { known[FoldedText.fold($0)] != nil } ?? false)
    }
  }
}
