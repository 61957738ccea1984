internal import Compliance
internal import Documents
internal import GeoData
internal import Planning
internal import Workers

/// What all outputs of one run share.
struct Edition: Sendable {
  let result: ComplianceResult
  let language: Language
  let workers: Workers
  let engineVersion: String
  let kinds: FacilityKinds
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
    let inputs = result.city.inputs
    inputHashes = try await options.workers.map(inputs.count, grain: 1) { range in
      try range.map { try SHA256Digest.ofFile(inputs[$0].resolvedPath, named: inputs[$0].path) }
    }.flatMap { $0 }
  }

  var city: City { result.city }

  /// The text in the reader's language.
  func say(_ text: LocalizedText) -> String { text[language] }
}
