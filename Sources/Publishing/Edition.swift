internal import Compliance
internal import Documents
internal import GeoData
internal import Planning
internal import Rules
internal import Workers

/// What all outputs of one run share.
struct Edition: Sendable {
  let result: ComplianceResult
  let imprint: Imprint
  /// By finding: the pack that brought the rule into the run, as an index of `result.packs`.
  let packOfFinding: [Int]
  /// The outputs so far.
  var written: [PublishedFile] = []

  init(_ result: ComplianceResult, options: Publication.Options) async throws {
    self.result = result
    imprint = try await Imprint(
      language: options.language, workers: options.workers, engineVersion: options.engineVersion,
      packs: result.packs, inputs: result.city.inputs)
    packOfFinding = result.packs.indices.flatMap { pack in
      Array(repeating: pack, count: result.packs[pack].rules.count)
    }
  }

  var city: City { result.city }

  var language: Language { imprint.language }
  var workers: Workers { imprint.workers }
  var kinds: FacilityKinds { imprint.kinds }

  /// The text in the reader's language.
  func say(_ text: LocalizedText) -> String { text[language] }
}
