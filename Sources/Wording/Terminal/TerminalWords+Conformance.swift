package import Documents

extension TerminalWords {
  package static func ranCases(_ count: Int) -> LocalizedText {
    LocalizedText(en: "ran \(count) cases", zh: "已运行用例 \(count) 个")
  }

  package static func casesDone(_ done: Int, of all: Int) -> LocalizedText {
    LocalizedText(en: "\(done)/\(all) cases", zh: "用例 \(done)/\(all)")
  }

  package static let caseGroup = LocalizedText(en: "group", zh: "分组")
  package static let cases = LocalizedText(en: "cases", zh: "用例")
  package static let agrees = LocalizedText(en: "pass", zh: "符合")
  package static let differs = LocalizedText(en: "fail", zh: "不符")
  package static let notRun = LocalizedText(en: "not run", zh: "未运行")
  package static let allCases = LocalizedText(en: "all", zh: "合计")

  package static func promise(_ name: String) -> LocalizedText {
    LocalizedText(en: " (promise: \(name))", zh: "（承诺：\(name)）")
  }

  // MARK: What differs

  /// `r on A: measured 5, expected 4`
  package static func difference(
    about: String?, _ field: String, found: String, expected: LocalizedText, note: String?
  ) -> LocalizedText {
    let (foundEn, foundZh) = found.isEmpty ? ("nothing", "空") : (found, found)
    let place = about.map { "\($0): " } ?? ""
    let more = note.map { "; \($0)" } ?? ""
    return LocalizedText(
      en: "\(place)\(field) \(foundEn), expected \(expected.en)\(more)",
      zh: "\(place)\(field) 为 \(foundZh)，应\(expected.zh)\(more)")
  }

  package static func justThis(_ text: String) -> LocalizedText {
    LocalizedText(en: text, zh: "为 \(text)")
  }

  package static func amongOthers(_ text: String) -> LocalizedText {
    LocalizedText(en: "with \(text)", zh: "含 \(text)")
  }

  package static func notThis(_ text: String) -> LocalizedText {
    LocalizedText(en: "without \(text)", zh: "不含 \(text)")
  }

  package static func matching(_ pattern: String) -> LocalizedText {
    LocalizedText(en: "/\(pattern)/", zh: "匹配 /\(pattern)/")
  }

  package static let nothing = LocalizedText(en: "nothing", zh: "为空")
}
