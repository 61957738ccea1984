internal import Documents
internal import Pages
internal import Wording

/// `opinion.json`: everything that the sheet says, for machines.
enum OpinionJSONOutput: WritableOutput {
  /// `opinion.json`
  static let fileName = FileName.opinionJSON
  /// What is in it.
  static let title = OutputWords.opinionJSON

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    try OpinionDocument(edition).json.write(to: path)
  }
}
