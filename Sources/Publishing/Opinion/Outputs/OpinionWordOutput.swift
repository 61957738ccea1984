internal import Documents
internal import GeoFiles
internal import Pages
internal import Wording

/// `opinion.docx`: the sheet as a document of Word, for whoever adds words of their own.
enum OpinionWordOutput: WritableOutput {
  /// `opinion.docx`
  static let fileName = "opinion.docx"
  /// What is in it.
  static let title = OutputWords.opinionWord

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    let document = WordDocument(OpinionSheet(edition))
    try OutputFile.write(ZipFile.bytes(of: document.parts), to: path)
  }
}
