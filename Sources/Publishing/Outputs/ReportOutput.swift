internal import Documents
internal import GeoFiles
internal import Pages
internal import Wording

/// `report.html`: one page that needs nothing else.
enum ReportOutput: WritableOutput, ResultOutput {
  /// `report.html`
  static let fileName = "report.html"
  /// What is in it.
  static let title = OutputWords.report

  static func write(_ edition: Edition, _ press: Press, to path: String) async throws {
    try OutputFile.write(Array(Report(edition).html.utf8), to: path)
  }
}
