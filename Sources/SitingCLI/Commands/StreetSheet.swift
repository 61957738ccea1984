import Documents
import Walking
import Wording

extension StreetInspection {
  /// All of it, as lines: length by class, parts, and what to worry about.
  func sheet(_ console: Console) -> String {
    func km(_ metres: Double) -> String {
      let tenths = Int((metres / 100).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    var head = TextTable(header: [console.say(TerminalWords.walkable), "\(km(metres)) km"])
    head.append([console.say(TerminalWords.lines), "\(lines)"])
    head.append([
      console.say(TerminalWords.connectedParts),
      console.say(
        TerminalWords.components(componentMetres.count, largestPercent: Int(largestShare * 100))),
    ])
    if summary.bridges + summary.tunnels > 0 {
      head.append([
        console.say(TerminalWords.bridges), "\(summary.bridges), \(summary.tunnels)",
      ])
    }
    if summary.closedNodes > 0 {
      head.append([console.say(TerminalWords.closedGates), "\(summary.closedNodes)"])
    }
    if let day = summary.replicationTimestamp {
      head.append([console.say(TerminalWords.dataOf), day])
    }
    var classes = TextTable(
      header: [
        console.say(TerminalWords.streetClass), console.say(TerminalWords.walkableKilometres),
        console.say(TerminalWords.leftOutKilometres),
      ], right: [1, 2])
    for entry in summary.classes.sorted(by: {
      ($1.walkableMetres, $0.name) < ($0.walkableMetres, $1.name)
    }) {
      classes.append([entry.name, km(entry.walkableMetres), km(entry.excludedMetres)])
    }
    var reasons = TextTable(
      header: [
        console.say(TerminalWords.leftOutFor), console.say(TerminalWords.ways), "km",
      ], right: [1, 2])
    for entry in summary.exclusions {
      reasons.append([entry.reason, "\(entry.ways)", km(entry.metres)])
    }
    let last =
      worries.isEmpty
      ? console.say(TerminalWords.noWorries)
      : worries.map { console.say(TerminalWords.remark) + console.say($0.sentence) }
        .joined(separator: "\n")
    var doubts = TextTable(
      header: [
        console.say(TerminalWords.leftOutByChoice), "km",
        console.say(TerminalWords.toInclude),
      ], right: [1])
    for choice in choices {
      doubts.append([console.say(choice.name), km(choice.metres), choice.toInclude])
    }
    return [
      head.text, classes.text, summary.exclusions.isEmpty ? "" : reasons.text,
      choices.isEmpty ? "" : doubts.text, last,
    ]
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
    var table = TextTable(header: [console.say(TerminalWords.savedNetwork), source])
    table.append([console.say(TerminalWords.walkable), "\(Int((metres / 1000).rounded())) km"])
    table.append([
      console.say(TerminalWords.nodes), "\(nodes), \(edges), \(components)",
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
