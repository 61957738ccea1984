public import Documents
public import Planning

extension LayerInspection.Problem {
  /// What is wrong with the first of the rows and what to do, as files and packs name things.
  public var sentence: LocalizedText {
    switch matter {
    case .fault(let text): LocalizedText(en: text.said(in: .en), zh: text.said(in: .zh))
    case .rejected(let reasons): reasons.sentence(.exact)
    case .note(let note): note.sentence(.exact)
    }
  }
}
