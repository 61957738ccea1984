package import Documents
package import Planning

extension ScenarioAction {
  /// What is done, for a reader.
  package var words: LocalizedText {
    switch self {
    case .add: LocalizedText(en: "add", zh: "新增")
    case .move: LocalizedText(en: "move", zh: "迁移")
    case .close: LocalizedText(en: "close", zh: "关闭")
    case .change: LocalizedText(en: "change", zh: "调整")
    }
  }
}
