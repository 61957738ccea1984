internal import Compliance
internal import Measuring
internal import Optimizing
internal import Planning
internal import Quantities
internal import Rules

/// The covering problem of a city: each way in which clauses count is a layer, whose clients are parcels or units.
struct SitingModel: Sendable {
  /// One layer of the problem with what its clients are.
  struct Layer: Sendable {
    let terms: SitingTerms
    /// The clauses that pass where it is served.
    var rules: [RuleKey]
    /// By client: the row of the parcel, or of the unit.
    let clients: [Int32]
    /// By existing server: its row.
    let standing: [Int32]
    /// So much of a unit of supply is one in the layer.
    let unit: Int128
    var problem: SizingProblem.Layer

    /// Whether another layer asks the same.
    func isSame(as other: Layer) -> Bool {
      clients == other.clients && standing == other.standing && unit == other.unit
        && isOfParcels == other.isOfParcels && problem == other.problem
        && terms.measure == other.terms.measure && terms.choice == other.terms.choice
    }

    /// Whether its clients are parcels, and not units.
    var isOfParcels: Bool {
      switch terms {
      case .shared, .covered: true
      case .present: false
      }
    }
  }

  var layers: [Layer] = []
  let sites: SitedCity
  let designs: Designs
  let extensions: Extensions

  /// - Parameter extensions: Of the sites.
  init(
    _ goals: [SitingGoal], _ measured: Measurement, of sites: SitedCity, with designs: Designs,
    _ extensions: Extensions
  ) {
    self.sites = sites
    self.designs = designs
    self.extensions = extensions
    var terms: [SitingTerms] = []
    for goal in goals where !terms.contains(goal.terms) { terms.append(goal.terms) }
    for own in terms {
      let meant = goals.filter { $0.terms == own }
      let layer: Layer? =
        switch own {
        case .shared(let fair): shared(fair, meant, measured)
        case .covered(let cover): covered(cover, meant, measured)
        case .present(let choice): present(choice, meant, measured)
        }
      guard let layer, !layer.clients.isEmpty else { continue }
      // Clauses that divide the same supply among the same parcels are one layer, whichever of them asks.
      if let known = layers.firstIndex(where: { $0.isSame(as: layer) }) {
        layers[known].rules += layer.rules
      } else {
        layers.append(layer)
      }
    }
  }

  // MARK: Layers

  /// Who shares supply: everybody who needs some, whether the clause fails for them or not, for they share it alike.
  private func shared(
    _ terms: FairTerms, _ goals: [SitingGoal], _ measured: Measurement
  ) -> Layer {
    let answer = measured[terms]
    let clients = answer.needs.indices.filter { answer.needs[$0] ?? 0 > 0 }
    let certain = Set(measured[Chosen(terms.division.choice)].selection.certain)
    let standing = (0..<Int32(sites.standing)).filter { answer.capacities[Int($0)] > 0 }
    var server = [Int32](repeating: -1, count: answer.capacities.count)
    for (place, row) in standing.enumerated() { server[Int(row)] = Int32(place) }
    for row in sites.standing..<answer.capacities.count
    where certain.contains(Int32(row)) && extensions.facility[row - sites.standing] == nil {
      server[row] = Int32(standing.count + row - sites.standing)
    }
    // What is enlarged is reached as it is: by whoever reaches what stands.
    var more: [Int32: Int32] = [:]
    for (site, row) in extensions.facility.enumerated() {
      if let row, certain.contains(Int32(row)) { more[Int32(row)] = Int32(standing.count + site) }
    }
    let scale = ShareUnit(
      needs: clients.map { answer.needs[$0] ?? 0 },
      capacities: standing.map { answer.capacities[Int($0)] }, unit: answer.unit)
    let reach = ReachLists(
      clients.map { parcel in
        answer.edges.facilities(of: parcel).flatMap { row in
          [server[Int(row)], more[row] ?? -1]
        }.filter { $0 >= 0 }.sorted()
      }, siteCount: standing.count + sites.facilities.count)
    return Layer(
      terms: .shared(terms), rules: goals.map(\.rule.key), clients: clients.map { Int32($0) },
      standing: standing, unit: answer.unit / scale.divisor,
      problem: SizingProblem.Layer(
        needs: clients.map { scale.need(answer.needs[$0] ?? 0) }, reach: reach,
        existing: standing.map { scale.capacity(answer.capacities[Int($0)]) }))
  }

  /// Parcels that fail, with the sites that have all of them within reach.
  private func covered(
    _ cover: SoleCover, _ goals: [SitingGoal], _ measured: Measurement
  ) -> Layer {
    let edges = measured[cover]
    let clients = Set(goals.flatMap(\.failing)).sorted()
    return Layer(
      terms: .covered(cover), rules: goals.map(\.rule.key), clients: clients.map { Int32($0) },
      standing: [], unit: 1,
      problem: SizingProblem.Layer(
        needs: clients.map { _ in 1 },
        reach: ReachLists(
          clients.map { parcel in
            edges.facilities(of: parcel).compactMap { sites.site(ofRow: $0) }
              .filter { extensions.facility[$0] == nil }.map { Int32($0) }
          }, siteCount: sites.facilities.count), isCover: true))
  }

  /// Units that fail, with the sites in them.
  private func present(
    _ choice: FacilityChoice, _ goals: [SitingGoal], _ measured: Measurement
  ) -> Layer {
    let city = sites.measured.city
    let certain = Set(measured[Chosen(choice)].selection.certain)
    var missing: [Int: Int64] = [:]
    for goal in goals where goal.findings.table == .units {
      let findings = goal.findings
      for entry in findings.verdicts.indices
      where findings.verdicts[entry] == .fail && findings.shortfall[entry] > 0 {
        let unit = Int(findings.rows[entry])
        let lacking = Amount(micros: findings.shortfall[entry]).roundedUp.micros / Amount.scale
        missing[unit] = max(missing[unit] ?? 0, lacking)
      }
    }
    let clients = missing.keys.sorted()
    let lists = clients.map { unit -> [Int32] in
      let level = city.units.level[unit]
      return sites.facilities.indices.filter { site in
        let row = sites.standing + site
        return extensions.facility[site] == nil && certain.contains(Int32(row))
          && city.facilities.units[row, level] == unit
      }.map { Int32($0) }
    }
    return Layer(
      terms: .present(choice), rules: goals.map(\.rule.key), clients: clients.map { Int32($0) },
      standing: [], unit: 1,
      problem: SizingProblem.Layer(
        needs: clients.map { missing[$0] ?? 0 },
        reach: ReachLists(lists, siteCount: sites.facilities.count)))
  }

  // MARK: Sites

  /// What a design gives to a layer at a site; of what stands, what it gives more.
  func capacity(of prototype: Int, at site: Int, in layer: Layer) -> Int64 {
    let isNew = extensions.facility[site] == nil
    guard case .shared(let terms) = layer.terms else { return isNew ? 1 : 0 }
    let measure = terms.division.measure
    if measure == .count { return isNew ? Int64(clamping: layer.unit) : 0 }
    guard var amount = designs.prototypes.amounts(of: measure)?[prototype] else { return 0 }
    if !isNew {
      // Of what is not known nothing is changed.
      guard let now = extensions.now(measure, at: site), now < amount else { return 0 }
      amount = amount - now
    }
    return Int64(clamping: Int128(amount.micros) * layer.unit / Int128(Amount.scale))
  }
}
