internal import Documents

/// How files of candidate sites call what only they have, folded.
struct CandidateWords: Sendable {
  /// Names of columns: the kinds that may be built, what a site costs, and whether it is left to the search.
  private(set) var kinds: Set<String> = []
  private(set) var cost: Set<String> = []
  private(set) var choice: Set<String> = []
  private var choices: [String: SiteChoice] = [:]

  /// Reads the section of the aliases.
  init(_ node: DocumentNode?, _ reader: DocumentReader) {
    let names = SiteChoice.allCases.map(\.rawValue)
    guard let node,
      let fields = reader.fields(
        node, of: "candidates", allowed: ["kinds", "cost", "choice"] + names)
    else { return }
    func folded(_ name: String) -> Set<String> {
      Set(([name] + fields.texts(name)).map(FoldedText.fold))
    }
    (kinds, cost, choice) = (folded("kinds"), folded("cost"), folded("choice"))
    for choice in SiteChoice.allCases {
      for word in folded(choice.rawValue) { choices[word] = choice }
    }
  }

  /// The choice that a word is for.
  func choice(of word: String) -> SiteChoice? { choices[FoldedText.fold(word)] }
}
