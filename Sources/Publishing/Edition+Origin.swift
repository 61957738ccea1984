internal import Compliance
internal import Geodesy
internal import Planar
internal import Rules

extension Edition {
  /// The libraries whose results the figures rest on.
  static let libraries = [
    (name: "GEOS", version: GeometryEngine.version), (name: "PROJ", version: Transformer.version),
  ]

  /// The packs that rules come from without having been asked for, by id.
  var inheritedPacks: [RulePack] {
    let asked = Set(result.packs.map(\.id))
    return packs.values.filter { !asked.contains($0.id) }.sorted { $0.id < $1.id }
  }

  /// SHA-256 of a pack's own file, in hexadecimal.
  func hash(of pack: RulePack) -> String {
    SHA256Digest.hexadecimal(SHA256Digest.of(Array(pack.source.utf8)))
  }
}
