public import Documents
internal import GeoFiles
internal import Pages

/// `opinion.html`: the sheet for readers, one page that needs nothing else.
public enum OpinionSheetOutput: WritableOutput {
  /// `opinion.html`
  public static let fileName = "opinion.html"
  /// What is in it.
  public static let title = LocalizedText(
    en: "The opinion for readers and for paper", zh: "审查意见表（可阅读、可打印）")

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    try OutputFile.write(Array(OpinionSheet(edition).html.utf8), to: path)
  }
}

/// `opinion.pdf`: the sheet as a browser prints it. The only output whose bytes differ from run to
/// run.
public enum OpinionPDFOutput: WritableOutput {
  /// `opinion.pdf`
  public static let fileName = "opinion.pdf"
  /// What is in it.
  public static let title = LocalizedText(
    en: "The opinion on paper, where a browser is there to print it", zh: "审查意见表（PDF，需本机有浏览器）")

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    guard let browser = Browser.installed else {
      throw OmittedOutput(
        reason: LocalizedText(
          en: "\(fileName) was not made: no browser to print with; install Chromium, or name one in"
            + " \(Browser.variable)",
          zh: "未生成 \(fileName)：没有找到可用于打印的浏览器；请安装 Chromium，或在环境变量"
            + " \(Browser.variable) 中指定"))
    }
    do {
      try await browser.print(OpinionSheet(edition).html, to: path)
    } catch let failure as Browser.Failure {
      throw OmittedOutput(
        reason: LocalizedText(
          en: "\(fileName) was not made: \(failure.en); print \(OpinionSheetOutput.fileName) from a"
            + " browser instead",
          zh: "未生成 \(fileName)：\(failure.zh)；请在浏览器中打开 \(OpinionSheetOutput.fileName) 打印"))
    }
  }
}
