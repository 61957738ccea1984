package import Documents

/// Why a page is not on paper.
package enum PrintingWords {
  /// - Parameter variable: Of the environment, which names a browser.
  package static func noBrowser(for file: String, variable: String) -> LocalizedText {
    LocalizedText(
      en: "\(file) was not made: no browser to print with; install Chromium, or name one in"
        + " \(variable)",
      zh: "未生成 \(file)：没有找到可用于打印的浏览器；请安装 Chromium，或在环境变量 \(variable) 中指定")
  }

  /// - Parameters:
  ///   - failure: What the browser did.
  ///   - page: What to print by hand.
  package static func failed(
    _ file: String, _ failure: LocalizedText, printing page: String
  ) -> LocalizedText {
    LocalizedText(
      en: "\(file) was not made: \(failure.en); print \(page) from a browser instead",
      zh: "未生成 \(file)：\(failure.zh)；请在浏览器中打开 \(page) 打印")
  }

  package static func cannotStart(_ browser: String) -> LocalizedText {
    LocalizedText(en: "\(browser) cannot be started", zh: "无法启动 \(browser)")
  }

  package static func tookTooLong(_ browser: String, seconds: Int) -> LocalizedText {
    LocalizedText(
      en: "\(browser) did not finish within \(seconds) s", zh: "\(browser) 在\(seconds)秒内未完成")
  }

  package static func noPage(_ browser: String, status: Int32) -> LocalizedText {
    LocalizedText(
      en: "\(browser) ended with status \(status) and no page",
      zh: "\(browser) 以状态码 \(status) 结束，未输出页面")
  }
}
