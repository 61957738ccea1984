public import Documents
internal import GeoFiles
internal import Pages

/// `report.html`: one page that needs nothing else.
public enum ReportOutput: WritableOutput {
  /// `report.html`
  public static let fileName = "report.html"
  /// What is in it.
  public static let title = LocalizedText(
    en: "The report for readers and for paper", zh: "检查报告（可阅读、可打印）")

  static func write(_ edition: Edition, _ press: Press, to path: String) async throws {
    try OutputFile.write(Array(Report(edition).html.utf8), to: path)
  }
}
