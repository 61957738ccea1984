internal import Documents

/// What the words of conditions, and of columns that are read for them alone, mean: a pack may use
/// the words that data use for our values, and data those of packs.
public struct ConditionWords: Sendable {
  /// By column: our word for each word, folded.
  private var meanings: [String: [String: String]] = [:]
  /// By the name that conditions have for a column of the source: the file's names for it.
  private var names: [LayerRole: [String: [String]]] = [:]
  /// By column of yes or no: what a word says in it, folded.
  private var answers: [String: [String: Bool]] = [:]
  /// Words that say yes or no whatever is asked, folded.
  private var flags = ["true": true, "false": false]
  /// Words that take back what stands before them in brackets, folded.
  private var doubts: Set<String> = []

  /// No words but `true` and `false`.
  public init() {}

  /// The words of a vocabulary.
  public init(_ aliases: FieldAliases) {
    for column in LayerRole.allCases.flatMap(\.columns) {
      switch column.content {
      case .word(let family), .openWord(let family), .words(let family):
        meanings[column.name, default: [:]].merge(aliases.words[family] ?? [:]) { own, _ in own }
      case .flag(let family):
        answers[column.name] = (aliases.words[family] ?? [:]).mapValues { $0 == "yes" }
      default: break
      }
    }
    // The one column of sources that packs ask for by words: what a public place is.
    meanings["type", default: [:]].merge(aliases.words[.facilityType] ?? [:]) { own, _ in own }
    names = aliases.conditionColumns
    for (word, answer) in aliases.words[.flag] ?? [:] { flags[word] = answer == "yes" }
    doubts = aliases.missing
    for (word, state) in aliases.words[.operating] ?? [:]
    where [OperatingState.unknown, .closed].map(\.rawValue).contains(state) { doubts.insert(word) }
  }

  /// Our word for a word of a condition; the word itself where it stands for no other.
  public func meaning(of word: String, in column: String) -> String {
    known(word, in: column) ?? word
  }

  /// Our word for a word of a column; `nil` where it is none that we know.
  public func known(_ word: String, in column: String) -> String? {
    meanings[column]?[FoldedText.fold(word)]
  }

  /// Whether a word of a condition asks for yes or no of a column; `nil`: neither.
  public func isYes(_ word: String, in column: String) -> Bool? {
    if let answers = answers[column] { return answers[FoldedText.fold(word)] }
    // A figure is not meant as a yes or no elsewhere, though data may write these so.
    return word.first?.isNumber == true ? nil : isYes(word)
  }

  /// Whether a word says yes or no in any column; `nil`: neither.
  public func isYes(_ word: String) -> Bool? {
    let folded = FoldedText.fold(word)
    if let flag = flags[folded] { return flag }
    // 是（2023年） says yes; 是（否） and 是（待核实） say nothing.
    guard let bracket = TrailingBracket(word) else { return nil }
    let remark = FoldedText.fold(bracket.content)
    return flags[remark] == nil && !doubts.contains(remark)
      ? flags[FoldedText.fold(bracket.rest)] : nil
  }

  /// What the files of a role may call a column that conditions read, besides its own name.
  public func sourceNames(of column: String, in role: LayerRole) -> [String] {
    names[role]?[column] ?? []
  }
}
