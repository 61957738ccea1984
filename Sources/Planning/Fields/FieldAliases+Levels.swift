internal import Documents

extension FieldAliases {
  /// With what packs call the levels of planning units that they speak of.
  ///
  /// - Parameter words: Level, then all words for it.
  public func adding(levels words: [String: [String]]) -> FieldAliases {
    var result = self
    for (level, names) in words {
      for name in [level] + names { result.setLevel(level, FoldedText.fold(name)) }
    }
    return result
  }

  /// The level that a name stands for: that of a word that is known, else one of planning.
  public func level(named name: String) -> UnitLevel {
    UnitLevel(name: words[.level]?[FoldedText.fold(name)] ?? name)
  }

  /// A level that a project states, by the name that packs have for it.
  func level(_ stated: UnitLevel) -> UnitLevel { level(named: stated.rawValue) }

  /// All words for a level, folded.
  func words(for level: UnitLevel) -> Set<String> {
    let known = (words[.level] ?? [:]).filter { $0.value == level.rawValue }.keys
    return Set(known).union([FoldedText.fold(level.rawValue)])
  }
}
