public import Documents
public import Planning

extension LoadStep {
  /// For a progress line.
  public var label: LocalizedText {
    switch self {
    case .reading(let path): LocalizedText(en: "reading \(path)", zh: "读取 \(path)")
    case .checking(let role): LocalizedText(en: "checking \(role)", zh: "检查\(role.words.zh)")
    case .placing(let role): LocalizedText(en: "placing \(role)", zh: "定位\(role.words.zh)")
    case .joining: LocalizedText(en: "joining layers", zh: "关联图层")
    }
  }
}
