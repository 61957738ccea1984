public import Documents

/// A level of planning units that a pack names, such as `school_district` or 片区: known by its id.
public struct PlanningLevel: Sendable, Hashable {
  /// The word for it in rules, and that a project's layer states.
  public let id: String
  /// What it is called.
  public let name: LocalizedText
  /// What else data call it.
  public let aliases: [String]

  /// All words for it.
  public var words: [String] { [id, name.en, name.zh] + aliases }

  /// Whether both have one id.
  public static func == (a: PlanningLevel, b: PlanningLevel) -> Bool { a.id == b.id }

  /// By id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The levels of planning units that packs name.
public struct PlanningLevels: Sendable {
  private var levels: [String: PlanningLevel] = [:]

  /// None.
  init() {}

  /// The level of an id.
  subscript(id: String) -> PlanningLevel? { levels[id] }

  /// All ids, sorted.
  public var ids: [String] { levels.keys.sorted() }

  /// Level, then all words for it.
  public var words: [String: [String]] { levels.mapValues(\.words) }

  /// With levels that a pack adds: `school_district: {zh: 学区, en: school districts, aliases: [学片]}`,
  /// one language, or a text alone, standing for both.
  ///
  /// - Parameter reader: Takes the faults.
  func adding(_ node: DocumentNode, _ reader: DocumentReader) -> PlanningLevels {
    var result = self
    for pair in reader.anyFields(node, of: "levels")?.pairs ?? [] {
      guard let id = pair.key.scalar, let level = Self.level(id, pair.value, reader),
        result.isFree(level, pair.key, reader)
      else { continue }
      result.levels[id] = level
    }
    return result
  }

  private static func level(
    _ id: String, _ node: DocumentNode, _ reader: DocumentReader
  ) -> PlanningLevel? {
    let what: FaultText = "level '\(id)'"
    if node.scalar != nil {
      return reader.text(node, what).map {
        PlanningLevel(id: id, name: LocalizedText(en: $0, zh: $0), aliases: [])
      }
    }
    guard
      let fields = reader.fields(node, of: what, allowed: ["en", "zh", "aliases"])
    else { return nil }
    guard let name = fields.optionalText("zh") ?? fields.text("en") else { return nil }
    return PlanningLevel(
      id: id,
      name: LocalizedText(
        en: fields.optionalText("en") ?? name, zh: fields.optionalText("zh") ?? name),
      aliases: fields.texts("aliases"))
  }

  /// Whether its words are those of no other level, and of nothing else that rules are about.
  private func isFree(
    _ level: PlanningLevel, _ place: DocumentNode, _ reader: DocumentReader
  ) -> Bool {
    let id = level.id
    guard id.first?.isLetter == true, id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else {
      reader.report(place, "the level '\(id)' must be of letters, digits and '_'")
      return false
    }
    if let other = levels[id], other.words != level.words {
      reader.report(place, "'\(id)' is a level already: \(other.name.en)")
      return false
    }
    for word in level.words {
      if let known = RuleSubject(rawValue: word)?.rawValue ?? Self.administrative(word) {
        reader.report(place, "'\(word)' is what '\(known)' is called; rules speak of it as it is")
        return false
      }
      let folded = FoldedText.fold(word)
      let other = levels.values.first {
        $0.id != id && $0.words.contains { FoldedText.fold($0) == folded }
      }
      if let other {
        reader.report(place, "'\(word)' is a word for the level '\(other.id)' already")
        return false
      }
    }
    return true
  }

  /// The level of administration that data call so.
  static func administrative(_ word: String) -> String? {
    guard case .word(let words)? = try? ConditionColumns.builtIn().content("level", .units) else {
      return nil
    }
    return words[FoldedText.fold(word)]
  }
}
