package import Documents
package import GeoData
internal import Geodesy
internal import Planar
package import Planning
package import Rules

/// Where the figures of a page come from, and who reads it: what pages of all kinds share.
package struct Imprint: Sendable {
  package let language: Language
  package let engineVersion: String
  package let kinds: FacilityKinds
  package let topics: Topics
  /// The packs asked for, in their order.
  package let askedPacks: [RulePack]
  /// By id: the packs asked for and those that they extend, where they can be read again.
  package let packs: [String: RulePack]
  /// By id of the pack: SHA-256 of its own file, in hexadecimal.
  package let packHashes: [String: String]
  /// The files that were read.
  package let inputs: [InputFile]
  /// SHA-256 of each input file, in their order.
  package let inputHashes: [String]

  package init(
    language: Language, engineVersion: String, kinds: FacilityKinds, topics: Topics,
    askedPacks: [RulePack],
    packs: [String: RulePack], packHashes: [String: String], inputs: [InputFile],
    inputHashes: [String]
  ) {
    self.language = language
    self.engineVersion = engineVersion
    self.kinds = kinds
    self.topics = topics
    self.askedPacks = askedPacks
    self.packs = packs
    self.packHashes = packHashes
    self.inputs = inputs
    self.inputHashes = inputHashes
  }

  /// The libraries whose results the figures rest on.
  package static let libraries = [
    (name: "GEOS", version: GeometryEngine.version), (name: "PROJ", version: Transformer.version),
  ]

  /// The packs that rules come from without having been asked for, by id.
  package var inheritedPacks: [RulePack] {
    let asked = Set(askedPacks.map(\.id))
    return packs.values.filter { !asked.contains($0.id) }.sorted { $0.id < $1.id }
  }

  /// SHA-256 of a pack's own file, in hexadecimal.
  package func hash(of pack: RulePack) -> String { packHashes[pack.id] ?? "" }

  /// What to call the document that a rule is from: its number, else its title, else its pack.
  package func document(of rule: AppliedRule) -> String {
    guard let pack = packs[rule.origin] else { return rule.origin }
    return pack.document.number ?? say(pack.title)
  }

  /// The column name of a rule: behind its pack's where several packs run.
  package func columnPrefix(of rule: AppliedRule) -> String {
    guard askedPacks.count > 1 else { return rule.columnName }
    return rule.key.pack.replacing("-", with: "_") + "_" + rule.columnName
  }

  /// The text in the reader's language.
  package func say(_ text: LocalizedText) -> String { text[language] }
}
