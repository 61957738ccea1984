internal import Documents
internal import GeoData

extension ConditionLint {
  /// A word of a column that has no others than those that are known.
  ///
  /// - Parameter meant: What a word that is not known may be meant for.
  func checkWords(
    _ name: String, _ test: DocumentNode, _ what: FaultText, meant: (String) -> String?,
    isKnown: (String) -> Bool
  ) {
    if case .mapping = test.content {
      return reader.report(test, "'\(name)' is a word, which is not more or less than another")
    }
    for value in values(of: test) {
      guard let word = value.scalar, !isKnown(word) else { continue }
      var hint = FaultHint(meant(word).map { "; did you mean '\($0)'?" })
      if name == "kind", hint == FaultHint() { hint = RuleContext.ownKind }
      reader.report(value, "'\(name)' is never '\(word)'; it is \(what)\(hint)")
    }
  }

  /// A word of the data's own is free, unless it is nearly one of ours.
  func checkSpelling(_ test: DocumentNode, among words: [String: String]) {
    if case .mapping = test.content { return }
    for value in values(of: test) {
      guard case .scalar(let word, let isPlain) = value.content, words[FoldedText.fold(word)] == nil
      else { continue }
      guard Self.isChinese(word) else {
        if word.count > 3, let meant = meaning(of: word, among: words) {
          reader.report(value, "no word is '\(word)'; did you mean '\(meant)'?")
        }
        continue
      }
      // In two characters there is little to tell a slip from another word by: quotes do.
      guard isPlain, let meant = meaning(of: word, among: words) else { continue }
      reader.report(
        value, "no word is '\(word)'; did you mean '\(meant)'? If not, put quotes around it")
    }
  }

  /// The kind that a word may be meant for.
  func kind(_ word: String) -> String? {
    kinds.index(named: word).map { kinds.all[$0].id }
      ?? Spelling.nearest(to: word, among: kinds.all.map(\.id))
  }

  /// The word that one that is not known may be meant for: a Chinese one that differs in one
  /// character; ours where several of these mean the same, else all of them.
  func meaning(of word: String, among words: [String: String]) -> String? {
    guard Self.isChinese(word) else {
      return Spelling.nearest(to: word, among: Set(words.values).sorted())
    }
    let characters = Array(FoldedText.fold(word))
    guard characters.count > 1 else { return nil }
    let near = words.keys.filter { known in
      known.count == characters.count
        && zip(known, characters).count(where: { $0 != $1 }) == 1
    }
    guard near.count > 1 else { return near.first }
    let meanings = Set(near.compactMap { words[$0] })
    return (meanings.count == 1 ? Array(meanings) : near.sorted()).joined(separator: ", ")
  }

  private static func isChinese(_ word: String) -> Bool {
    word.unicodeScalars.contains(where: \.properties.isIdeographic)
  }
}
