internal import Compliance
internal import Documents
internal import GeoData
internal import Pages
internal import Planning
internal import Rules
internal import Workers

extension Edition {
  /// Reads the input files once more, for their hashes, unless that is done.
  init(_ result: ComplianceResult, options: Publication.Options) async throws {
    self.init(
      result,
      imprint: try await Imprint(
        language: options.language, workers: options.workers, engineVersion: options.engineVersion,
        packs: result.packs, inputs: result.city.inputs, hashes: options.hashes))
  }

  /// The ids of the rows that a table's findings count in; territory has one row, its word.
  func subjectIDs(of findings: RuleFindings) -> [String] {
    switch findings.table {
    case .parcels: city.parcels.rows.ids
    case .facilities: city.facilities.rows.ids
    case .units: city.units.rows.ids
    case .territory: [findings.rule.subject.rawValue]
    }
  }

  /// The id of the pack that brought a rule into the run.
  func packID(ofFinding finding: Int) -> String { result.packs[packOfFinding[finding]].id }
}

extension OpinionEdition {
  /// Reads the input files once more, for their hashes.
  init(_ review: PlanReview, options: OpinionPublication.Options) async throws {
    self.init(
      review,
      imprint: try await Imprint(
        language: options.language, workers: options.workers, engineVersion: options.engineVersion,
        packs: review.packs, inputs: review.city.inputs + review.plan.inputs,
        hashes: options.hashes),
      reviewed: options.reviewed)
  }
}

extension Imprint {
  /// Reads the input files once more, for their hashes.
  init(
    language: Language, workers: Workers, engineVersion: String, packs: [RulePack],
    inputs: [InputFile], hashes: FileHashes = FileHashes()
  ) async throws {
    let known = Self.withAncestors(packs)
    self.init(
      language: language, engineVersion: engineVersion, kinds: try .known(to: packs),
      topics: try .known(to: packs),
      askedPacks: packs, packs: known,
      packHashes: known.mapValues {
        SHA256Digest.hexadecimal(SHA256Digest.of(Array($0.source.utf8)))
      },
      inputs: inputs,
      inputHashes: try await Self.digests(of: inputs, hashes, workers))
  }

  private static func digests(
    of inputs: [InputFile], _ hashes: FileHashes, _ workers: Workers
  ) async throws -> [String] {
    if workers.count > 1 { hashes.begin(inputs) }
    do {
      var digests: [String] = []
      for input in inputs {
        digests.append(try await hashes.digest(of: input.resolvedPath, named: input.path))
      }
      return digests
    } catch {
      await hashes.finish()
      throw error
    }
  }

  private static func withAncestors(_ packs: [RulePack]) -> [String: RulePack] {
    var known = Dictionary(packs.map { ($0.id, $0) }) { first, _ in first }
    let missing = Set(packs.flatMap(\.rules).map(\.origin)).subtracting(known.keys)
    for pack in packs.flatMap(\.ancestors) where missing.contains(pack.id) { known[pack.id] = pack }
    return known
  }
}
