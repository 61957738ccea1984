package import Documents

extension TerminalWords {
  package static let walksAreCircles = LocalizedText(
    en: "note: no network is named; walks are circles of the limit over the detour factor",
    zh: "提示：未指定路网，步行范围按限距除以绕行系数的圆表示")

  package static func wroteCatchments(_ count: Int, to folder: String) -> LocalizedText {
    LocalizedText(en: "wrote \(count) catchments to \(folder)", zh: "已写出服务范围 \(count) 个到 \(folder)")
  }

  package static func unusedWorkingCRS(_ stated: String, used: String) -> LocalizedText {
    LocalizedText(
      en: "note: working_crs \(stated) is far from true scale here; distances are those on the"
        + " ground, found in \(used)",
      zh: "提示：working_crs \(stated) 在此处与实地比例相差过大；距离按实地计算，工作坐标系为 \(used)")
  }

  package static func stretchedWorkingCRS(_ crs: String, kilometre: Double) -> LocalizedText {
    let tenths = Int((kilometre * 10).rounded())
    let metres = "\(tenths / 10).\(tenths % 10)"
    return LocalizedText(
      en: "note: 1,000 m on the ground are \(metres) m in working_crs \(crs) here; distances are"
        + " those on the ground",
      zh: "提示：此处实地 1000 米在 working_crs \(crs) 中为 \(metres) 米；距离按实地计算")
  }

  package static func readingNetwork(_ path: String) -> LocalizedText {
    LocalizedText(en: "reading the network \(path)", zh: "读取路网 \(path)")
  }

  package static func network(kilometres: Int, lostParcels lost: Int, facilities adrift: Int)
    -> LocalizedText
  {
    LocalizedText(
      en: "network: \(kilometres) km of streets to walk; \(lost) parcels and \(adrift) facilities"
        + " have no street near", zh: "路网：可步行道路 \(kilometres) 公里；附近无道路的小区 \(lost) 个、设施 \(adrift) 个")
  }

  package static func wrote(_ path: String) -> LocalizedText {
    LocalizedText(en: "wrote \(path)", zh: "已写出 \(path)")
  }

  package static let walkable = LocalizedText(en: "walkable", zh: "可步行")
  package static let lines = LocalizedText(en: "lines", zh: "线段")
  package static let connectedParts = LocalizedText(en: "connected parts", zh: "连通部分")

  package static func components(_ count: Int, largestPercent: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count); the largest has \(largestPercent) %",
      zh: "\(count) 个；最大部分占 \(largestPercent) %")
  }

  package static let bridges = LocalizedText(en: "bridges, tunnels", zh: "桥梁、隧道")
  package static let closedGates = LocalizedText(en: "closed gates and walls", zh: "封闭的门、墙")
  package static let dataOf = LocalizedText(en: "data of", zh: "数据日期")
  package static let streetClass = LocalizedText(en: "class", zh: "道路类别")
  package static let walkableKilometres = LocalizedText(en: "walkable km", zh: "可步行公里")
  package static let leftOutKilometres = LocalizedText(en: "left out km", zh: "未计入公里")
  package static let leftOutFor = LocalizedText(en: "left out for", zh: "未计入原因")
  package static let leftOutByChoice = LocalizedText(
    en: "left out by default, perhaps wrongly", zh: "按默认规则未计入（可能有误）")
  package static let toInclude = LocalizedText(en: "to include it", zh: "如需计入，项目文件写")
  package static let ways = LocalizedText(en: "ways", zh: "条数")
  package static let noWorries = LocalizedText(en: "nothing to worry about", zh: "未发现问题")
  package static let remark = LocalizedText(en: "note: ", zh: "提示：")
  package static let savedNetwork = LocalizedText(en: "saved network of", zh: "已保存路网，来源")
  package static let nodes = LocalizedText(en: "nodes, edges, parts", zh: "节点、边、连通部分")
}
