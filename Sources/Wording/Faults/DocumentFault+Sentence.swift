public import Documents

extension DocumentFault {
  /// `file:line:column: message` in a language.
  public func sentence(_ language: Language) -> String {
    "\(place): \(text.said(in: language))"
  }
}

extension DocumentFaults {
  /// One line a fault, in a language.
  public func sentences(_ language: Language) -> String {
    faults.map { $0.sentence(language) }.joined(separator: "\n")
  }
}

extension FaultText {
  /// The text in a language; what has no Chinese yet stays English.
  public func said(in language: Language) -> String {
    language == .en ? description : filled { FaultWords.chinese[$0] }
  }
}
