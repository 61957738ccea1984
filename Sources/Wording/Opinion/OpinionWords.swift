package import Documents

/// Words and sentences of the opinion on a plan; those of one section stand in a file of their own.
package enum OpinionWords {
  package static let location = LocalizedText(en: "Where", zh: "位置")

  package static func reference(to number: Int) -> LocalizedText {
    LocalizedText(en: "No. \(number)", zh: "第\(number)项")
  }
}
