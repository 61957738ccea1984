internal import Compliance
internal import Documents
internal import GeoData
internal import Planning
internal import Rules
internal import Workers

/// What all outputs of one run share.
struct Edition: Sendable {
  let result: ComplianceResult
  let language: Language
  let workers: Workers
  let engineVersion: String
  let kinds: FacilityKinds
  /// By finding: the pack that brought the rule into the run, as an index of `result.packs`.
  let packOfFinding: [Int]
  /// By id: the packs of the run and those that they extend, where they can be read again.
  let packs: [String: RulePack]
  /// SHA-256 of each input file, in the order of `City.inputs`.
  let inputHashes: [String]
  /// The outputs so far.
  var written: [PublishedFile] = []

  init(_ result: ComplianceResult, options: Publication.Options) async throws {
    self.result = result
    language = options.language
    workers = options.workers
    engineVersion = options.engineVersion
    kinds = try FacilityKinds.builtIn()
    packOfFinding = result.packs.indices.flatMap { pack in
      Array(repeating: pack, count: result.packs[pack].rules.count)
    }
    packs = try Self.withAncestors(result.packs)
    let inputs = result.city.inputs
    inputHashes = try await options.workers.map(inputs.count, grain: 1) { range in
      try range.map {
        try SHA256Digest.ofFile(inputs[$0].resolvedPath, named: inputs[$0].path).digest
      }
    }.flatMap { $0 }
  }

  private static func withAncestors(_ packs: [RulePack]) throws -> [String: RulePack] {
    var known = Dictionary(packs.map { ($0.id, $0) }) { first, _ in first }
    let missing = Set(packs.flatMap(\.rules).map(\.pack)).subtracting(known.keys)
    guard !missing.isEmpty else { return known }
    let library = try PackLibrary()
    for id in missing where library.builtInIDs.contains(id) { known[id] = try library.pack(id) }
    return known
  }

  var city: City { result.city }

  /// The text in the reader's language.
  func say(_ text: LocalizedText) -> String { text[language] }
}
