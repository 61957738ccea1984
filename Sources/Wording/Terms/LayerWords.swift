public import Documents
internal import Planning

/// What the layers that a run reads are called.
public enum LayerWords {
  private static let all: [String: LocalizedText] = [
    LayerRole.entrances.rawValue: LocalizedText(en: "entrances", zh: "小区出入口"),
    "plan": LocalizedText(en: "plan", zh: "规划方案"),
    "scenario": LocalizedText(en: "scenario", zh: "设想方案"),
    "network": LocalizedText(en: "walking network", zh: "步行路网"),
    "project": LocalizedText(en: "project file", zh: "项目文件"),
  ]

  /// Of a layer by its name in the project file; a layer without words goes by its name.
  public static func of(_ name: String) -> LocalizedText {
    all[name] ?? LayerRole(rawValue: name)?.words ?? LocalizedText(en: name, zh: name)
  }
}
