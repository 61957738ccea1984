internal import Documents
internal import Pages
internal import Planning
internal import Quantities
internal import Rules

/// What manifests say of where figures come from. No clock and no host: the same run elsewhere
/// gives the same bytes.
extension Imprint {
  /// The program and its libraries.
  var engineJSON: JSONValue {
    .object([
      "name": .text("siting"),
      "version": .text(engineVersion),
      "libraries": .object(
        Dictionary(uniqueKeysWithValues: Self.libraries.map { ($0.name, .text($0.version)) })),
    ])
  }

  /// The input files with their hashes.
  var inputsJSON: JSONValue {
    .list(zip(inputs, inputHashes).map { Self.json(of: $0, hash: $1) })
  }

  /// The packs asked for.
  var packsJSON: JSONValue { .list(askedPacks.map { json(of: $0) }) }

  /// The packs that rules come from without having been asked for.
  var inheritedPacksJSON: JSONValue { .list(inheritedPacks.map { json(of: $0) }) }

  /// The files of a publication, by name.
  static func json(of files: [PublishedFile]) -> [String: JSONValue] {
    Dictionary(
      uniqueKeysWithValues: files.map { file in
        (
          file.name, .object(["bytes": .integer(file.byteCount), "sha256": .text(file.sha256)])
        )
      })
  }

  private static func json(of input: InputFile, hash: String) -> JSONValue {
    var fields: [String: JSONValue] = [
      "role": .text(input.role),
      "file": .text(input.path),
      "sha256": .text(hash),
      "rows_read": .integer(input.rowsRead),
      "rows_checked": .integer(input.rowsChecked),
      "rows_rejected": .integer(input.rowsRejected),
      "crs": .optional(input.crs == "" ? nil : input.crs.description),
      "fields": .object(input.matchedFields.mapValues { .text($0) }),
    ]
    if !input.conversions.isEmpty {
      fields["conversions"] = .object(input.conversions.mapValues { .text($0) })
    }
    for (key, text) in input.asked { fields[key] = .text(text) }
    return .object(fields)
  }

  private func json(of pack: RulePack) -> JSONValue {
    .object([
      "id": .text(pack.id),
      "file": .text(pack.file),
      "sha256": .text(hash(of: pack)),
      "title": .both(pack.title),
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

  /// What the project states.
  static func json(of project: Project) -> JSONValue {
    let assumptions = project.assumptions
    return .object([
      "name": .both(project.name),
      "note": project.note.map { .both($0) } ?? .null,
      "as_of": .optional(project.asOf.map { "\($0)" }),
      "planned": .flag(project.countsPlanned),
      "scope": .text(project.isComplete ? "complete" : "partial"),
      "attribution": .optional(project.attribution),
      "distances": .text(project.distances.rawValue),
      "assumptions": .object([
        "persons_per_household": .optional(assumptions.personsPerHousehold.map { "\($0)" }),
        "detour": .optional(assumptions.detour.map { "\($0)" }),
        "status": .optional(assumptions.status?.rawValue),
        "urban": assumptions.urban.map { .flag($0) } ?? .null,
      ]),
      "targets": .object(
        Dictionary(
          project.targets.map { ($0.name, .text("\($0.amount)")) }, uniquingKeysWith: { $1 })),
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

  private static func subject(_ subject: DeclaredStatistics.Subject) -> String {
    switch subject {
    case .territory(let word): word
    case .unit(let level, let id): "\(level.rawValue) \(id)"
    }
  }
}

extension JSONValue {
  /// A text in both languages.
  static func both(_ text: LocalizedText) -> JSONValue {
    .object(["en": .text(text.en), "zh": .text(text.zh)])
  }
}
