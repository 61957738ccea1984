public import Compliance
internal import Documents
internal import Geodesy
internal import Pages
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// An opinion for machines: what `opinion.json` holds, and what a caller prints of it. Keys are sorted,
/// figures are exact decimals, texts are in both languages.
public struct OpinionDocument: Sendable {
  let json: JSONValue

  /// The opinion that a review comes to.
  ///
  /// - Parameter options: As it is published.
  public init(_ review: PlanReview, options: OpinionPublication.Options) async throws {
    self.init(try await OpinionEdition(review, options: options))
  }

  /// The bytes of `opinion.json` but for the last line end.
  public var text: String { json.document }

  /// Several opinions as one list of the same objects.
  public static func text(of opinions: [OpinionDocument]) -> String {
    JSONValue.list(opinions.map(\.json)).document
  }

  init(_ edition: OpinionEdition) {
    let review = edition.review
    let imprint = edition.imprint
    json = .object([
      "schema": .integer(1),
      "engine": imprint.engineJSON,
      "project": Imprint.json(of: review.city.project),
      "as_of": .optional(review.city.project.asOf.map { "\($0)" }),
      "working_crs": .text(review.city.workingCRS.definition),
      "inputs": imprint.inputsJSON,
      "packs": imprint.packsJSON,
      "inherited_packs": imprint.inheritedPacksJSON,
      "plan": OpinionJSON.plan(edition),
      "verdict": .text(review.verdict.name),
      "complies": Self.complies(review.verdict),
      "lacks_data": .flag(review.lacksData),
      "conclusions": OpinionJSON.conclusions(edition),
      "closing": OpinionJSON.closing(edition),
      "requests": OpinionJSON.requests(edition),
      "counts": .object(
        Dictionary(
          uniqueKeysWithValues: zip(
            Verdict.names, Verdict.counts(of: review.clauses.map(\.verdict)).map { .integer($0) })
        )
      ),
      "clauses": .list(review.clauses.map { OpinionJSON.clause($0, edition) }),
      "stages": .list(
        review.phases.map { phase in
          .object([
            "stage": .integer(phase.phase),
            "parcels": .integer(phase.parcels),
            "facilities": .integer(phase.facilities),
            "verdict": .text(phase.verdict.name),
            "clauses": .list(phase.clauses.map { OpinionJSON.clause($0, edition) }),
          ])
        }),
      "missing": OpinionJSON.missing(edition),
      "effects": edition.reviewed.withEffects ? OpinionJSON.effects(review.effects) : .null,
      "remedy": review.remedy.map(OpinionJSON.remedy) ?? .null,
      "overlaps": .list(
        review.overlaps.map { overlap in
          .object([
            "plan_parcel": .text(overlap.planParcel), "parcel": .text(overlap.parcel),
            "area_m2": .measured(overlap.area),
          ])
        }),
    ])
  }

  /// `true`: it does; `false`: it does not; `null`: that cannot be decided.
  private static func complies(_ verdict: Verdict) -> JSONValue {
    switch verdict {
    case .pass, .notApplicable: .flag(true)
    case .fail: .flag(false)
    case .unknown: .null
    }
  }
}
