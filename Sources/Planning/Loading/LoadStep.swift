public import Documents

/// What the loading of a city is busy with.
public enum LoadStep: Sendable, Hashable {
  /// Reads a file; its path as the user gave it.
  case reading(String)
  /// Reads the columns of a layer.
  case checking(LayerRole)
  /// Moves and repairs the geometry of a layer.
  case placing(LayerRole)
  /// Finds what lies in what.
  case joining

  /// For a progress line.
  public var label: LocalizedText {
    switch self {
    case .reading(let path): LocalizedText(en: "reading \(path)", zh: "读取 \(path)")
    case .checking(let role): LocalizedText(en: "checking \(role)", zh: "检查\(role.zh)")
    case .placing(let role): LocalizedText(en: "placing \(role)", zh: "定位\(role.zh)")
    case .joining: LocalizedText(en: "joining layers", zh: "关联图层")
    }
  }
}
