internal import Compliance
internal import Documents
internal import GeoData
internal import Geodesy
internal import Planar
internal import Planning
internal import Rules
internal import Workers

/// Where the figures of a publication come from, and who reads it: what publications of all kinds
/// share.
struct Imprint: Sendable {
  let language: Language
  let workers: Workers
  let engineVersion: String
  let kinds: FacilityKinds
  /// The packs asked for, in their order.
  let askedPacks: [RulePack]
  /// By id: the packs asked for and those that they extend, where they can be read again.
  let packs: [String: RulePack]
  /// The files that were read.
  let inputs: [InputFile]
  /// SHA-256 of each input file, in their order.
  let inputHashes: [String]

  /// Reads the input files once more, for their hashes.
  init(
    language: Language, workers: Workers, engineVersion: String, packs: [RulePack],
    inputs: [InputFile], hashes: FileHashes = FileHashes()
  ) async throws {
    self.language = language
    self.workers = workers
    self.engineVersion = engineVersion
    self.inputs = inputs
    kinds = try FacilityKinds.builtIn()
    askedPacks = packs
    self.packs = Self.withAncestors(packs)
    inputHashes = try await workers.map(inputs.count, grain: 1) { range in
      try range.map {
        try hashes.digest(of: inputs[$0].resolvedPath, named: inputs[$0].path)
      }
    }.flatMap { $0 }
  }

  /// By id: those asked for, and those that rules of them are written in.
  private static func withAncestors(_ packs: [RulePack]) -> [String: RulePack] {
    var known = Dictionary(packs.map { ($0.id, $0) }) { first, _ in first }
    let missing = Set(packs.flatMap(\.rules).map(\.origin)).subtracting(known.keys)
    for pack in packs.flatMap(\.ancestors) where missing.contains(pack.id) { known[pack.id] = pack }
    return known
  }

  /// The libraries whose results the figures rest on.
  static let libraries = [
    (name: "GEOS", version: GeometryEngine.version), (name: "PROJ", version: Transformer.version),
  ]

  /// The packs that rules come from without having been asked for, by id.
  var inheritedPacks: [RulePack] {
    let asked = Set(askedPacks.map(\.id))
    return packs.values.filter { !asked.contains($0.id) }.sorted { $0.id < $1.id }
  }

  /// SHA-256 of a pack's own file, in hexadecimal.
  func hash(of pack: RulePack) -> String {
    SHA256Digest.hexadecimal(SHA256Digest.of(Array(pack.source.utf8)))
  }

  /// What to call the document that a rule is from: its number, else its title, else its pack.
  func document(of rule: AppliedRule) -> String {
    guard let pack = packs[rule.origin] else { return rule.origin }
    return pack.document.number ?? say(pack.title)
  }

  /// The column name of a rule: behind its pack's where several packs run.
  func columnPrefix(of rule: AppliedRule) -> String {
    guard askedPacks.count > 1 else { return rule.columnName }
    return rule.key.pack.replacing("-", with: "_") + "_" + rule.columnName
  }

  /// The text in the reader's language.
  func say(_ text: LocalizedText) -> String { text[language] }
}
