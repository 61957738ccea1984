public import Rules

/// What pages and layers ask of findings of any kind: empty where that kind has no such column.
extension RuleFindings {
  /// Of a coverage rule.
  public var cover: CoverFindings? {
    if case .cover(let cover) = detail { return cover }
    return nil
  }

  /// Of a provision rule about parcels.
  public var supply: SupplyFindings? {
    if case .supply(let supply) = detail { return supply }
    return nil
  }

  /// See `CoverFindings`.
  public var nearest: [Int32] { cover?.nearest ?? [] }
  /// See `CoverFindings`.
  public var distance: [Double] { cover?.distance ?? [] }
  /// See `CoverFindings`.
  public var counted: [Int32] { cover?.counted ?? [] }
  /// See `SupplyFindings`.
  public var attribution: Attribution? { supply?.attribution }
  /// See `SupplyFindings`.
  public var facilityOffsets: [Int32] { supply?.facilityOffsets ?? [] }
  /// See `SupplyFindings`.
  public var facilityRows: [Int32] { supply?.facilityRows ?? [] }
  /// See `SupplyFindings`.
  public var facilityNeed: [Int64] { supply?.facilityNeed ?? [] }
  /// See `SupplyFindings`.
  public var facilityCapacity: [Int64] { supply?.facilityCapacity ?? [] }
  /// See `SupplyFindings`.
  public var shortageGroups: [ShortageGroup] { supply?.shortageGroups ?? [] }
  /// See `SupplyFindings`.
  public var groups: [Int32] { supply?.groups ?? [] }
  /// See `SupplyFindings`.
  public var comparisons: [AttributionComparison] { supply?.comparisons ?? [] }
  /// The limit in metres, where the rule has one.
  public var reachMetres: Double? { reach?.metres }
  /// Whether that is along the walking network.
  public var isWalked: Bool { reach?.isWalked ?? false }

  /// The facilities that counted for subject `i`.
  public func facilities(of subject: Int) -> ArraySlice<Int32> {
    supply?.facilities(of: subject) ?? []
  }

  /// Some of the findings, renumbered.
  ///
  /// - Parameters:
  ///   - entries: Which, in their new order.
  ///   - rows: Their subjects' new rows.
  ///   - facility: New row of a facility. What is said of facilities one by one, and of groups, is
  ///     about the whole and is left out.
  func selecting(_ entries: [Int], rows: [Int32], facility: (Int32) -> Int32) -> RuleFindings {
    var result = RuleFindings(rule: rule, table: table, rows: rows)
    result.verdicts = entries.map { verdicts[$0] }
    result.flags = entries.map { flags[$0] }
    result.measured = entries.map { measured[$0] }
    result.shortfall = entries.map { shortfall[$0] }
    result.reasonCases = reasonCases
    result.reasons = entries.map { reasons[$0] }
    result.required = required
    result.requiredUpper = requiredUpper
    result.shortfallUnit = shortfallUnit
    result.reach = reach
    switch detail {
    case .plain: break
    case .cover(let cover):
      result.detail = .cover(
        CoverFindings(
          nearest: cover.nearest.isEmpty
            ? []
            : entries.map { cover.nearest[$0] < 0 ? -1 : facility(cover.nearest[$0]) },
          distance: cover.distance.isEmpty ? [] : entries.map { cover.distance[$0] },
          counted: []))
    case .supply(let supply):
      var offsets: [Int32] = [0]
      var counted: [Int32] = []
      for entry in entries {
        counted += facilities(of: entry).map(facility)
        offsets.append(Int32(counted.count))
      }
      result.detail = .supply(
        SupplyFindings(
          attribution: supply.attribution, facilityOffsets: offsets, facilityRows: counted,
          facilityNeed: [], facilityCapacity: []))
    }
    return result
  }
}
