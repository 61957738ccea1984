package import Documents
internal import GeoData
package import Walking

extension StreetInspection.Choice {
  /// What it is called.
  package var name: LocalizedText {
    guard let table = try? StreetDefaults.builtIn(), let entry = table.entry(id) else {
      return LocalizedText(en: id, zh: id)
    }
    return LocalizedText(en: "\(entry.name.en) (\(id))", zh: "\(entry.name.zh)（\(id)）")
  }
}

extension StreetInspection.Worry {
  /// What is wrong, and what to do about it.
  package var sentence: LocalizedText { LocalizedText(en: description, zh: chinese) }

  private var chinese: String {
    switch self {
    case .nothingWalkable: "文件中没有可步行的道路；请检查其中是否有道路，而不只是其他对象"
    case .onlyFastRoads: "文件中只有高速公路和干线公路；请换用含全部街道和小路的数据"
    case .islands(let count, let share):
      "路网分成互不连通的 \(count) 部分，最大部分占总长 \(Self.percent(share))；其他部分上的地点无法到达："
        + "请检查断口，或对线图层加大 tolerance"
    case .missingNodes(let count, let cutWays):
      "缺少 \(count) 个节点，\(cutWays) 条道路在那里断开；请导出完整的道路，并在项目范围四周各多取 1 公里"
    case .muchExcluded(let reason, let metres, let share):
      "\(Self.kilometres(metres))（\(Self.percent(share))）未计入：\(Self.advice(reason))"
    case .uncrossedAreas(let count): "\(count) 个场地只能沿边步行：拐角过多，或缺少一部分"
    case .repeatedWays(let count): "\(count) 条道路的编号重复出现，已略过；请用 osmium merge 合并数据"
    case .movedEnds(let places, let tolerance):
      "有 \(places) 处线端点只在容差 \(tolerance) 米内相接；请在地图上抽查几处"
    case .endsOnOtherLevels(let count):
      "\(count) 个线端点落在另一层的线上，未与之相连；如行人可在此换层，请在此处打断该线"
    case .unusableRows(let count): "\(count) 行没有可用的线；请检查其几何"
    case .crossings(let count):
      "有 \(count) 处线相交或相接而没有公共顶点，未在此相连；如行人可在此转到另一条线，请在项目文件写"
        + " `network: {file: …, join: crossings}`"
    case .sidewalksNotDrawn(let ways, let metres):
      "\(ways) 条道路（\(Self.kilometres(metres))）注明人行道另绘，而文件中没有：视为沿道路本身步行；"
        + "请换用含全部人行道的数据"
    }
  }

  private static func advice(_ reason: WalkExclusion) -> String {
    switch reason {
    case .private: "为私有（内部）道路；封闭小区的居民可以走：请为小区给出出入口"
    case .unknownClass: "类别不明（如 highway=road）；行人可走处请标 foot=yes"
    case .fastRoad:
      "为未注明行人的干线公路；行人可走处请标 sidewalk=both 或 foot=yes，或在项目的 network 写"
        + " `walkable: {trunk: yes}`"
    case .otherUsers:
      "为未注明行人的自行车道、骑马道或公交专用路；行人可走处请标 foot=yes，或在项目的 network 写"
        + " `walkable: {cycleway: yes}`"
    default: reason.rawValue
    }
  }

  private static func percent(_ share: Double) -> String { "\(tenths(share * 100))%" }

  private static func kilometres(_ metres: Double) -> String { "\(tenths(metres / 1000)) 公里" }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
