internal import Compliance
internal import Documents
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Locating
internal import Planar
internal import Planning
internal import Quantities
internal import Wording

/// `proposal_candidates.geojson`: every site that was looked at, what it could do, and why it is not built.
enum ProposalCandidatesOutput: WritableOutput {
  /// `proposal_candidates.geojson`
  static let fileName = "proposal_candidates.geojson"
  /// What is in it.
  static let title = OutputWords.proposalCandidates
  static let isSeveral = true

  static func isWanted(in edition: ProposalEdition) -> Bool {
    !edition.proposal.alternatives.isEmpty
  }

  static func write(_ edition: ProposalEdition, _ press: Press, to path: String) async throws {
    let all = edition.proposal.alternatives
    var table = LayerTable(rowCount: all.count)
    table.append("id", texts: all.map(\.facility.id))
    table.append("name", texts: all.map(\.facility.name))
    table.append("kind", texts: all.map { $0.kind.map { edition.kinds.all[$0].id } })
    table.append("is_built", .boolean(all.map(\.isBuilt)))
    table.append("reaches", counts: all.map(\.parcels.count))
    table.append("cost", Self.figures(all.map(\.cost)))
    table.append("worth", Self.figures(all.map(\.worth)))
    table.append(
      "lacks",
      Self.figures(
        all.map { candidate in
          guard let cost = candidate.cost, let worth = candidate.worth else { return nil }
          return max(.zero, cost - worth)
        }))
    table.append(
      "reasons", texts: all.map { Self.list($0.reasons.map(\.code)) })
    table.append(
      "others",
      texts: all.map { candidate in
        Self.list(
          candidate.reasons.compactMap(\.other).map {
            edition.proposal.sites[$0].facility.id
          })
      })
    let places = edition.proposal.candidates.places.rows.wgs84
    try await StyledLayer(
      table: table.table, geometry: places.selecting(all.map(\.facility.place)),
      featureIDs: all.map(\.facility.id), look: .groups, language: edition.language
    ).write(press, to: path)
  }

  /// Costs; `nil` is a missing value.
  private static func figures(_ amounts: [Amount?]) -> OutputColumn {
    .micros(amounts.map { $0?.micros ?? RuleFindings.noAmount })
  }

  private static func list(_ items: [String]) -> String? {
    items.isEmpty ? nil : items.joined(separator: ";")
  }
}

/// `problem.json`: the covering problem as it was solved; where kinds of facilities have nothing to do with each other,
/// `problem-2.json` and so on beside it.
enum ProposalProblemOutput: WritableOutput {
  /// `problem.json`
  static let fileName = "problem.json"
  /// What is in it.
  static let title = OutputWords.proposalProblem
  static let isSeveral = true

  static func isWanted(in edition: ProposalEdition) -> Bool { !edition.proposal.certified.isEmpty }

  static func write(_ edition: ProposalEdition, _ press: Press, to path: String) async throws {
    try ProposalParts.write(edition.proposal.certified.map(\.problem), to: path)
  }
}

/// `certificate.json`: what proves value and bound of the problem beside it, by additions alone; likewise.
enum ProposalCertificateOutput: WritableOutput {
  /// `certificate.json`
  static let fileName = "certificate.json"
  /// What is in it.
  static let title = OutputWords.proposalCertificate
  static let isSeveral = true

  static func isWanted(in edition: ProposalEdition) -> Bool { !edition.proposal.certified.isEmpty }

  static func write(_ edition: ProposalEdition, _ press: Press, to path: String) async throws {
    try ProposalParts.write(edition.proposal.certified.map(\.certificate), to: path)
  }
}

/// Files that are one a part.
private enum ProposalParts {
  static func write(_ texts: [String], to path: String) throws {
    for (number, text) in texts.enumerated() {
      let own =
        number == 0 ? path : "\(path.dropLast(".json".count))-\(number + 1).json"
      try OutputFile.write(Array(text.utf8), to: own)
    }
  }
}
