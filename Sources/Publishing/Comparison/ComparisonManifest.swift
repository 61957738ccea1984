internal import Documents
internal import Rules
internal import Wording

/// `manifest.json` of a comparison: which runs, what went into them differently, how many changes.
enum ComparisonManifest: WritableOutput {
  /// `manifest.json`
  static let fileName = OutputFolder.mark
  /// What is in it.
  static let title = OutputWords.comparisonManifest

  static func write(
    _ edition: ComparisonEdition, _ press: Press, to path: String
  ) async throws {
    let comparison = edition.comparison
    let manifest = JSONValue.object([
      "schema": .integer(1),
      "engine": .object(["name": .text("siting"), "version": .text(edition.engineVersion)]),
      "comparison": .object([
        "before": run(comparison.before),
        "after": run(comparison.after),
        "inputs": .list(comparison.differences.inputs.map(input)),
        "packs": .list(
          comparison.differences.packs.map {
            change($0.id, ["sha256_before": $0.hashBefore, "sha256_after": $0.hashAfter])
          }),
        "settings": .list(
          comparison.differences.settings.map {
            change($0.name, ["before": $0.before, "after": $0.after])
          }),
        "rules_added": .list(comparison.rulesAdded.map { .object(rule($0)) }),
        "rules_gone": .list(comparison.rulesGone.map { .object(rule($0)) }),
      ]),
      "counts": .object([
        "findings": .list(
          comparison.rules.filter { $0.changed > 0 }.map { changes in
            var members = rule(changes.name)
            members["compared"] = .integer(changes.compared)
            for transition in Transition.allCases {
              members[transition.name] = .integer(changes[transition])
            }
            return .object(members)
          }),
        "subjects": .list(comparison.subjects.map(subjects)),
      ]),
      "outputs": .object(
        Dictionary(
          uniqueKeysWithValues: press.written.map { file in
            (
              file.name,
              .object(["bytes": .integer(file.byteCount), "sha256": .text(file.sha256)])
            )
          })),
    ])
    try manifest.write(to: path)
  }

  private static func run(_ run: RunComparison.Run) -> JSONValue {
    .object([
      "folder": .text(run.path),
      "manifest_sha256": .text(run.manifestHash),
      "name": .object(["en": .text(run.name.en), "zh": .text(run.name.zh)]),
      "as_of": .optional(run.asOf),
      "engine": .text(run.engineVersion),
      "findings": .integer(run.findings),
    ])
  }

  private static func input(_ input: RunDifferences.Input) -> JSONValue {
    .object([
      "role": .text(input.role),
      "file_before": .optional(input.fileBefore),
      "file_after": .optional(input.fileAfter),
      "sha256_before": .optional(input.hashBefore),
      "sha256_after": .optional(input.hashAfter),
    ])
  }

  private static func change(_ name: String, _ sides: [String: String?]) -> JSONValue {
    var members = sides.mapValues { JSONValue.optional($0) }
    members["name"] = .text(name)
    return .object(members)
  }

  private static func rule(_ name: RuleKey) -> [String: JSONValue] {
    ["pack": .text(name.pack), "rule": .text(name.rule)]
  }

  private static func subjects(_ subjects: RunComparison.SubjectChanges) -> JSONValue {
    var members: [String: JSONValue] = [
      "kind": .text(subjects.kind), "unchanged": .integer(subjects.unchanged),
    ]
    for change in Change.allCases {
      members[change.rawValue] = .integer(subjects.counts[change] ?? 0)
    }
    return .object(members)
  }
}
