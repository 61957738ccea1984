internal import Compliance
internal import Documents
internal import Geodesy
internal import Measuring
internal import Pages
internal import Planning
internal import Rules
internal import Walking
internal import Wording
internal import Workers

/// `manifest.json`: where every figure comes from.
enum ManifestOutput: ResultOutput {
  /// `manifest.json`
  static let fileName = OutputFolder.mark
  /// What is in it.
  static let title = OutputWords.manifest

  static func printings(_ writing: ResultWriting) -> [Printing<Edition>] {
    [
      Printing(fileName: fileName) { edition, press, path in
        var members = await members(of: edition, press)
        members["outputs"] = .object(Imprint.json(of: press.written))
        if writing.isOnlyFailing { members["only_failing"] = .flag(true) }
        try JSONValue.object(members).write(to: path)
      }
    ]
  }

  /// All of it but what was written.
  static func account(of edition: Edition, _ press: Press) async -> JSONValue {
    .object(await members(of: edition, press))
  }

  private static func members(of edition: Edition, _ press: Press) async -> [String: JSONValue] {
    let imprint = edition.imprint
    var members: [String: JSONValue] = [
      "schema": .integer(1),
      "engine": imprint.engineJSON,
      "language": .text(edition.language.rawValue),
      "project": Imprint.json(of: edition.city.project),
      "working_crs": .text(edition.city.workingCRS.definition),
      "inputs": imprint.inputsJSON,
      "packs": imprint.packsJSON,
      "inherited_packs": imprint.inheritedPacksJSON,
      "counts": await counts(edition, press),
    ]
    let leftOut = edition.result.rulesLeftOut
    if !leftOut.isEmpty {
      members["rules_left_out"] = .list(leftOut.map { .text("\($0.key)") })
    }
    members["network"] = edition.result.network.map(network)
    return members
  }

  private static func network(_ network: CityNetwork) -> JSONValue {
    let streets = network.network
    return .object([
      "file": .text(network.source.source.path),
      "kilometres": .text(String(Int((streets.totalMetres / 1000).rounded()))),
      "nodes": .integer(streets.nodeCount),
      "edges": .integer(streets.edgeCount),
      "components": .integer(streets.componentCount),
      "snap_within": .text("\(network.source.snapWithin)"),
      "islands_under": .text("\(network.source.islandsUnder)"),
      "tolerance": .text("\(network.source.tolerance)"),
      "parcels_off": .integer(network.access.lost.count { $0 > 0 }),
      "facilities_off": .integer(network.access.facilities.lostCount),
    ])
  }

  private static func counts(_ edition: Edition, _ press: Press) async -> JSONValue {
    let result = edition.result
    let findings = await press.workers.sideBySide(Array(result.findings.indices)) { index in
      self.findings(result.findings[index], pack: edition.packID(ofFinding: index))
    }
    return .object([
      "parcels": subjects(result.parcelVerdicts),
      "facilities": subjects(result.facilityVerdicts),
      "units": subjects(result.unitVerdicts),
      "rows": rows(edition.city.inputs),
      "left_out": leftOut(edition.city),
      "rejected": .integer(edition.city.rejected.count),
      "notes": .integer(edition.city.notes.count),
      "findings": .list(findings),
    ])
  }

  /// Of every layer, and of all together: each row that was read was checked or rejected.
  private static func rows(_ inputs: [InputFile]) -> JSONValue {
    func counts(_ inputs: [InputFile]) -> JSONValue {
      .object([
        "read": .integer(inputs.reduce(0) { $0 + $1.rowsRead }),
        "checked": .integer(inputs.reduce(0) { $0 + $1.rowsChecked }),
        "rejected": .integer(inputs.reduce(0) { $0 + $1.rowsRejected }),
      ])
    }
    let layers = Dictionary(grouping: inputs.filter { $0.role != "project" }, by: \.role)
    return .object(layers.mapValues(counts).merging(["all": counts(inputs)]) { own, _ in own })
  }

  /// Facilities that do not stand on the day, or perhaps not, by why.
  private static func leftOut(_ city: City) -> JSONValue {
    let counts = city.leftOut
    return .object(
      Dictionary(
        uniqueKeysWithValues: Standing.Doubt.allCases.map {
          ($0.rawValue, .integer(counts[$0] ?? 0))
        }))
  }

  private static func subjects(_ verdicts: [Verdict]) -> JSONValue {
    .object(byVerdict(Verdict.counts(of: verdicts)))
  }

  private static func findings(_ findings: RuleFindings, pack: String) -> JSONValue {
    var members = byVerdict(findings.verdictCounts)
    members["pack"] = .text(pack)
    members["rule"] = .text(findings.rule.id)
    var flags: [String: JSONValue] = [:]
    for (entry, count) in findings.flagCounts { flags[entry.name] = .integer(count) }
    members["flags"] = .object(flags)
    return .object(members)
  }

  private static func byVerdict(_ counts: [Int]) -> [String: JSONValue] {
    Dictionary(uniqueKeysWithValues: zip(Verdict.names, counts.map { .integer($0) }))
  }
}
