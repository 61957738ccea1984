import Documents
import Walking

extension StreetInspection {
  /// All of it, as lines: length by class, parts, and what to worry about.
  func sheet(_ console: Console) -> String {
    func km(_ metres: Double) -> String {
      let tenths = Int((metres / 100).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    var head = TextTable(header: [console.say("walkable", "可步行"), "\(km(metres)) km"])
    head.append([console.say("lines", "线段"), "\(lines)"])
    head.append([
      console.say("connected parts", "连通部分"),
      console.say(
        "\(componentMetres.count); the largest has \(Int(largestShare * 100)) %",
        "\(componentMetres.count) 个；最大部分占 \(Int(largestShare * 100)) %"),
    ])
    if summary.bridges + summary.tunnels > 0 {
      head.append([
        console.say("bridges, tunnels", "桥梁、隧道"), "\(summary.bridges), \(summary.tunnels)",
      ])
    }
    if summary.closedNodes > 0 {
      head.append([console.say("closed gates and walls", "封闭的门、墙"), "\(summary.closedNodes)"])
    }
    if let day = summary.replicationTimestamp {
      head.append([console.say("data of", "数据日期"), day])
    }
    var classes = TextTable(
      header: [
        console.say("class", "道路类别"), console.say("walkable km", "可步行公里"),
        console.say("left out km", "未计入公里"),
      ], right: [1, 2])
    for entry in summary.classes.sorted(by: {
      ($1.walkableMetres, $0.name) < ($0.walkableMetres, $1.name)
    }) {
      classes.append([entry.name, km(entry.walkableMetres), km(entry.excludedMetres)])
    }
    var reasons = TextTable(
      header: [
        console.say("left out for", "未计入原因"), console.say("ways", "条数"), "km",
      ], right: [1, 2])
    for entry in summary.exclusions {
      reasons.append([entry.reason, "\(entry.ways)", km(entry.metres)])
    }
    let last =
      worries.isEmpty
      ? console.say("nothing to worry about", "未发现问题")
      : worries.map { console.say("note: ", "提示：") + "\($0)" }.joined(separator: "\n")
    return [head.text, classes.text, summary.exclusions.isEmpty ? "" : reasons.text, last]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

/// What is to be said of a saved network.
struct SavedNetworkSummary: Encodable {
  let crs: String
  let source: String
  let nodes: Int
  let edges: Int
  let components: Int
  let metres: Double

  func sheet(_ console: Console) -> String {
    var table = TextTable(header: [console.say("saved network of", "已保存路网，来源"), source])
    table.append([console.say("walkable", "可步行"), "\(Int((metres / 1000).rounded())) km"])
    table.append([
      console.say("nodes, edges, parts", "节点、边、连通部分"), "\(nodes), \(edges), \(components)",
    ])
    table.append(["CRS", crs])
    return table.text
  }
}

extension WalkNetwork {
  var summary: SavedNetworkSummary {
    SavedNetworkSummary(
      crs: crs, source: fingerprint, nodes: nodeCount, edges: edgeCount,
      components: componentCount, metres: totalMetres)
  }
}
