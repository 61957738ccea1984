internal import Documents

/// What the words of conditions mean: a pack may use those that data use for our values, too.
public struct ConditionWords: Sendable {
  /// By column: our word for each word, folded.
  private var meanings: [String: [String: String]] = [:]
  /// Words that say yes or no whatever is asked, folded.
  private var flags = ["true": true, "false": false]

  /// No words but `true` and `false`.
  public init() {}

  /// The words of a vocabulary.
  public init(_ aliases: FieldAliases) {
    for column in LayerRole.allCases.flatMap(\.columns) {
      switch column.content {
      case .word(let family), .openWord(let family), .words(let family):
        meanings[column.name, default: [:]].merge(aliases.words[family] ?? [:]) { own, _ in own }
      default: break
      }
    }
    // 城镇 says yes of one column only; 是 does of each.
    let families = [WordFamily.urban, .inclusive].compactMap { aliases.words[$0] }
    for (word, answer) in families.first ?? [:]
    where families.allSatisfy({ $0[word] == answer }) {
      flags[word] = answer == "yes"
    }
  }

  /// Our word for a word of a condition; the word itself where it stands for no other.
  public func meaning(of word: String, in column: String) -> String {
    meanings[column]?[FoldedText.fold(word)] ?? word
  }

  /// Whether a word says yes or no in any column; `nil`: neither.
  public func flag(_ word: String) -> Bool? { flags[FoldedText.fold(word)] }
}
