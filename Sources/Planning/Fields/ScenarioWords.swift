internal import Documents

/// How files say what a scenario does with a facility, folded.
struct ScenarioWords: Sendable {
  /// Names of the column.
  private(set) var column: Set<String> = ["action"]
  private var actions: [String: ScenarioAction] = [:]

  /// Reads the section of the aliases.
  init(_ node: DocumentNode?, _ reader: DocumentReader) {
    let names = ScenarioAction.allCases.map(\.rawValue)
    guard let node,
      let fields = reader.fields(node, of: "scenario", allowed: ["action"] + names)
    else { return }
    column.formUnion(fields.texts("action").map(FoldedText.fold))
    for action in ScenarioAction.allCases {
      for word in [action.rawValue] + fields.texts(action.rawValue) {
        actions[FoldedText.fold(word)] = action
      }
    }
  }

  /// The action that a word is for.
  func action(of word: String) -> ScenarioAction? { actions[FoldedText.fold(word)] }
}
