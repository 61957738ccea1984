internal import Compliance
internal import Documents
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Locating
internal import Measuring
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// `proposals.geojson`: the facilities that are proposed, with all that clauses ask of them: as a layer of facilities,
/// or as a scenario, it gives what the proposal promises.
enum ProposalsOutput: WritableOutput {
  /// `proposals.geojson`
  static let fileName = "proposals.geojson"
  /// What is in it.
  static let title = OutputWords.proposals
  static let isSeveral = true

  static func write(_ edition: ProposalEdition, _ press: Press, to path: String) async throws {
    let (sites, plan) = (edition.proposal.sites, edition.proposal.plan)
    let facilities = plan.facilities
    var table = LayerTable(rowCount: sites.count)
    let before = edition.proposal.before.city.facilities.rows
    // What stands is changed where it is: the row says nothing but what it gets more of.
    let enlarged = sites.map { $0.enlarged.map { before.ids[$0.facility] } }
    table.append(
      "action",
      texts: enlarged.map { ($0 == nil ? ScenarioAction.add : .change).rawValue })
    table.append("id", texts: zip(sites, enlarged).map { $1 ?? $0.facility.id })
    table.append("name", texts: sites.map(\.facility.name))
    table.append(
      "kind",
      texts: zip(facilities.kind, enlarged).map { $1 == nil ? edition.kinds.all[$0].id : nil })
    for column in Facilities.columns where column.name != "kind" {
      guard let values = facilities.values(ofDeclared: column.name) else { continue }
      let texts = sites.indices.map { row -> String? in
        guard let own = sites[row].enlarged else { return Self.text(values, row) }
        return own.amounts.first { $0.measure.name == column.name }.map { "\($0.then)" }
      }
      if texts.contains(where: { $0 != nil }) { table.append(column.name, texts: texts) }
    }
    if !edition.proposal.stages.isEmpty { table.append("year", counts: edition.proposal.years) }
    table.append("cost", .micros(sites.map(\.cost.micros)))
    table.append("serves", counts: sites.map { $0.services.reduce(0) { $0 + $1.subjects.count } })
    table.append(
      "clauses",
      texts: sites.map { site in
        site.services.flatMap(\.rules).map { "\($0)" }.joined(separator: ";")
      })
    Self.appendStanding(edition.proposal, to: &table)
    var geometry = GeometryColumn()
    for (row, site) in sites.enumerated() {
      if site.enlarged == nil {
        geometry.append(row: row, of: facilities.rows.wgs84)
      } else {
        geometry.endRow(.none)
      }
    }
    try await StyledLayer(
      table: table.table, geometry: geometry,
      featureIDs: zip(sites, enlarged).map { $1 ?? $0.facility.id }, look: .groups,
      language: edition.language
    ).write(press, to: path)
  }

  /// With how many smaller budgets, of how many, each stands, too, and with what.
  private static func appendStanding(_ proposal: Proposal, to table: inout LayerTable) {
    let budgets = proposal.lesser.map(\.budget)
    guard !budgets.isEmpty else { return }
    let standings = proposal.sites.map(proposal.standings)
    table.append("stays_in", counts: standings.map { $0.count { $0 != nil } })
    table.append("stays_of", counts: standings.map(\.count))
    table.append(
      "stays_as",
      texts: standings.map { designs in
        let parts = zip(budgets, designs).compactMap { budget, design in
          design.map { "\(budget):\(Self.size($0, proposal.designs))" }
        }
        return parts.isEmpty ? nil : parts.joined(separator: ";")
      })
  }

  /// `places=60,floor_area=560`
  private static func size(_ design: Int, _ designs: Facilities) -> String {
    FacilityMeasure.named.compactMap { measure in
      guard let amount = designs.amounts(of: measure)?[design], amount > .zero else { return nil }
      return "\(measure.name)=\(amount)"
    }.joined(separator: ",")
  }

  /// A value as files have it; nothing is as good as none for amounts that nobody asks for.
  private static func text(_ values: ColumnValues, _ row: Int) -> String? {
    switch values {
    case .word(let value): value(row)
    case .synonyms(let value): value(row)?.first
    case .oneOf(let value): value(row).first
    case .set(let value): value(row).flatMap { $0.isEmpty ? nil : $0.joined(separator: ";") }
    case .flag(let value): value(row).flatMap { $0 ? "true" : nil }
    case .number(let value): value(row).flatMap { $0 == .zero ? nil : "\($0)" }
    case .date(let value): value(row).map { "\($0)" }
    }
  }
}

/// `proposal_links.geojson`: a line from each proposed facility to every parcel that it serves.
enum ProposalLinksOutput: WritableOutput {
  /// `proposal_links.geojson`
  static let fileName = "proposal_links.geojson"
  /// What is in it.
  static let title = OutputWords.proposalLinks
  static let isSeveral = true

  static func write(_ edition: ProposalEdition, _ press: Press, to path: String) async throws {
    let proposal = edition.proposal
    let parcels = proposal.before.city.parcels.rows
    let places = proposal.plan.facilities.rows.wgs84
    var geometry = GeometryColumn()
    var ids: [String] = []
    var facilities: [String] = []
    var clauses: [String] = []
    let transformer = try CoordinateTransform(from: proposal.city.workingCRS, to: .wgs84)
      .makeTransformer()
    var homes = GeometryColumn()
    for row in 0..<parcels.count {
      homes.appendPoint(x: parcels.placeX[row], y: parcels.placeY[row])
    }
    homes.withMutableCoordinates { x, y in _ = transformer.transform(x: &x, y: &y) }
    for (row, site) in proposal.sites.enumerated() {
      for service in site.services where service.isOfParcels {
        for parcel in service.subjects {
          guard let from = places.vertices(ofRow: row).first else { continue }
          geometry.appendVertex(x: places.x[from], y: places.y[from])
          geometry.appendVertex(x: homes.x[Int(parcel)], y: homes.y[Int(parcel)])
          geometry.endRing()
          geometry.endPart()
          geometry.endRow(.lineString)
          facilities.append(site.facility.id)
          ids.append(parcels.ids[Int(parcel)])
          clauses.append(service.rules.map { "\($0)" }.joined(separator: ";"))
        }
      }
    }
    var table = LayerTable(rowCount: ids.count)
    table.append("facility", texts: facilities)
    table.append("parcel", texts: ids)
    table.append("clauses", texts: clauses)
    try await StyledLayer(
      table: table.table, geometry: geometry,
      featureIDs: ids.indices.map { "\(facilities[$0])/\(ids[$0])/\($0)" }, look: .links,
      language: edition.language
    ).write(press, to: path)
  }
}
