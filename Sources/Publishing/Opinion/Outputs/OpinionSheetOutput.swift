internal import Documents
internal import GeoFiles
internal import Pages
internal import Wording

/// `opinion.html`: the sheet for readers, one page that needs nothing else.
enum OpinionSheetOutput: WritableOutput {
  /// `opinion.html`
  static let fileName = "opinion.html"
  /// What is in it.
  static let title = OutputWords.opinionSheet

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    try OutputFile.write(Array(OpinionSheet(edition).html.utf8), to: path)
  }
}

/// `opinion.pdf`: the sheet as a browser prints it. The only output whose bytes differ from run to
/// run.
enum OpinionPDFOutput: WritableOutput {
  /// `opinion.pdf`
  static let fileName = "opinion.pdf"
  /// What is in it.
  static let title = OutputWords.opinionPDF

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    guard let browser = Browser.installed else {
      throw OmittedOutput(
        reason: PrintingWords.noBrowser(for: fileName, variable: Browser.variable))
    }
    do {
      try await browser.print(OpinionSheet(edition).html, to: path)
    } catch let failure as Browser.Failure {
      throw OmittedOutput(
        reason: PrintingWords.failed(
          fileName, failure.reason, printing: OpinionSheetOutput.fileName))
    }
  }
}
