public import Compliance
public import Documents

extension Verdict {
  /// What a reader calls it.
  public var label: LocalizedText {
    switch self {
    case .pass: LocalizedText(en: "pass", zh: "符合")
    case .fail: LocalizedText(en: "fail", zh: "不符合")
    case .unknown: LocalizedText(en: "unknown", zh: "无法判定")
    case .notApplicable: LocalizedText(en: "not applicable", zh: "不适用")
    }
  }

  /// One character for those who see no colours.
  public var sign: String {
    switch self {
    case .pass: "✓"
    case .fail: "✗"
    case .unknown: "?"
    case .notApplicable: "–"
    }
  }
}
