internal import Compliance
public import Documents
internal import Geodesy
internal import Planning
internal import Rules
internal import Walking

/// `manifest.json`: where every figure comes from.
public enum ManifestOutput: WritableOutput {
  /// `manifest.json`
  public static let fileName = OutputFolder.mark
  /// What is in it.
  public static let title = LocalizedText(
    en: "Inputs with their hashes, rule packs, versions, counts", zh: "输入文件及其哈希、规则包、版本、统计")

  static func write(_ edition: Edition, to path: String) async throws {
    // No clock and no host: the same run elsewhere gives the same bytes.
    let manifest = JSONValue.object([
      "schema": .integer(1),
      "engine": engine(edition),
      "language": .text(edition.language.rawValue),
      "project": project(edition.city.project),
      "working_crs": .text(edition.city.workingCRS.definition),
      "network": network(edition.result.network),
      "inputs": .list(
        zip(edition.city.inputs, edition.inputHashes).map { input($0, hash: $1) }),
      "packs": .list(edition.result.packs.map { pack($0, hash: edition.hash(of: $0)) }),
      "inherited_packs": .list(
        edition.inheritedPacks.map { pack($0, hash: edition.hash(of: $0)) }),
      "counts": counts(edition),
      "outputs": .object(
        Dictionary(
          uniqueKeysWithValues: edition.written.map { file in
            (
              file.name,
              .object(["bytes": .integer(file.byteCount), "sha256": .text(file.sha256)])
            )
          })),
    ])
    var bytes: [UInt8] = []
    manifest.append(to: &bytes)
    bytes.append(10)
    var file = try OutputFile(creating: path)
    try file.write(bytes)
    try file.finish()
  }

  private static func engine(_ edition: Edition) -> JSONValue {
    .object([
      "name": .text("siting"),
      "version": .text(edition.engineVersion),
      "libraries": .object(
        Dictionary(
          uniqueKeysWithValues: Edition.libraries.map { ($0.name, .text($0.version)) })),
    ])
  }

  private static func project(_ project: Project) -> JSONValue {
    let assumptions = project.assumptions
    return .object([
      "name": both(project.name),
      "note": project.note.map(both) ?? .null,
      "as_of": .optional(project.asOf.map { "\($0)" }),
      "scope": .text(project.isComplete ? "complete" : "partial"),
      "attribution": .optional(project.attribution),
      "assumptions": .object([
        "persons_per_household": .optional(assumptions.personsPerHousehold.map { "\($0)" }),
        "detour": .optional(assumptions.detour.map { "\($0)" }),
        "status": .optional(assumptions.status?.rawValue),
        "urban": assumptions.urban.map { .flag($0) } ?? .null,
      ]),
      "parameters": .object(project.parameters.mapValues { .text("\($0)") }),
      "statistics": .list(
        project.statistics.map { declared in
          .object([
            "subject": .text(subject(declared.subject)),
            "figures": .object(declared.figures.mapValues { .text("\($0)") }),
          ])
        }),
    ])
  }

  private static func network(_ network: CityNetwork?) -> JSONValue {
    guard let network else { return .null }
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
      "facilities_off": .integer(network.access.facilities.edges.count { $0 < 0 }),
    ])
  }

  private static func subject(_ subject: DeclaredStatistics.Subject) -> String {
    switch subject {
    case .territory(let word): word
    case .unit(let level, let id): "\(level.rawValue) \(id)"
    }
  }

  private static func input(_ input: InputFile, hash: String) -> JSONValue {
    .object([
      "role": .text(input.role),
      "file": .text(input.path),
      "sha256": .text(hash),
      "rows_read": .integer(input.rowsRead),
      "rows_checked": .integer(input.rowsChecked),
      "rows_rejected": .integer(input.rowsRejected),
      "crs": .optional(input.crs.isEmpty ? nil : input.crs),
      "fields": .object(input.matchedFields.mapValues { .text($0) }),
    ])
  }

  private static func pack(_ pack: RulePack, hash: String) -> JSONValue {
    .object([
      "id": .text(pack.id),
      "file": .text(pack.file),
      "sha256": .text(hash),
      "title": both(pack.title),
      "document": .optional(pack.document.number),
      "issued": .text(pack.document.issued),
      "status": .text(pack.document.status.rawValue),
      "extends": .list(pack.extends.map { .text($0) }),
      "rules": .integer(pack.rules.count),
      "parameters": .object(
        pack.parameters.mapValues { parameter in
          .object([
            "value": .optional(parameter.value.map { "\($0)" }), "unit": .text(parameter.unit),
          ])
        }),
    ])
  }

  private static func counts(_ edition: Edition) -> JSONValue {
    let result = edition.result
    return .object([
      "parcels": subjects(result.parcelVerdicts),
      "facilities": subjects(result.facilityVerdicts),
      "units": subjects(result.unitVerdicts),
      "rejected": .integer(edition.city.rejected.count),
      "notes": .integer(edition.city.notes.count),
      "findings": .list(
        result.findings.enumerated().map { index, findings in
          self.findings(findings, pack: edition.packID(ofFinding: index))
        }),
    ])
  }

  private static func subjects(_ verdicts: [Verdict]) -> JSONValue {
    .object(byVerdict(Report.counts(of: verdicts)))
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

  private static func both(_ text: LocalizedText) -> JSONValue {
    .object(["en": .text(text.en), "zh": .text(text.zh)])
  }
}
