internal import Documents

/// Headers of columns that tell whether a facility operates besides those that are for it, folded.
struct OperationHeaders: Sendable {
  /// What such a column says.
  enum Sense: String, Sendable, CaseIterable {
    /// Words of operation, yes and no, where most of its words are such.
    case states
    /// Whatever it likes: only what says that a facility does not operate counts.
    case remarks
    /// A yes that is a no: 是否停业.
    case denied
  }

  private var senses: [String: Sense] = [:]

  init(_ node: DocumentNode?, _ reader: DocumentReader) {
    guard let node,
      let fields = reader.fields(
        node, of: "the columns of operation", allowed: Sense.allCases.map(\.rawValue))
    else { return }
    for sense in Sense.allCases {
      for header in fields.texts(sense.rawValue) { senses[FoldedText.fold(header)] = sense }
    }
  }

  /// What a column of a header says of operation; `nil`: nothing.
  ///
  /// - Parameter words: Of operation, folded: 是否 and one of them is a header, too.
  func sense(of header: String, _ words: [String: String]) -> Sense? {
    [header, TrailingBracket(header)?.rest].compactMap { $0 }.map(FoldedText.fold).lazy
      .compactMap { name in
        if let sense = senses[name] { return sense }
        guard name.hasPrefix("是否") else { return nil }
        switch words[String(name.dropFirst(2))] {
        case "open": return .states
        case "closed": return .denied
        default: return nil
        }
      }.first
  }
}
