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

  /// Of a rule that counts facilities without regard to reach.
  public var countedFacilities: CountedFindings? {
    if case .counted(let counted) = detail { return counted }
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
    supply?.facilities(of: subject) ?? countedFacilities?.facilities(of: subject) ?? []
  }

  /// The same findings about rows of another table.
  public func placed(at rows: [Int32], in table: SubjectTable) -> RuleFindings {
    var result = RuleFindings(rule: rule, table: table, rows: rows)
    result.take(self, at: Array(verdicts.indices))
    return result
  }

  /// Takes what is said of some subjects, but for the detail.
  private mutating func take(_ other: RuleFindings, at entries: [Int]) {
    verdicts = entries.map { other.verdicts[$0] }
    flags = entries.map { other.flags[$0] }
    measured = entries.map { other.measured[$0] }
    shortfall = entries.map { other.shortfall[$0] }
    reasonCases = other.reasonCases
    reasons = entries.map { other.reasons[$0] }
    required = other.required
    requiredUpper = other.requiredUpper
    if !other.requiredOfSubject.isEmpty {
      requiredOfSubject = entries.map { other.requiredOfSubject[$0] }
    }
    shortfallUnit = other.shortfallUnit
    reach = other.reach
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
    result.take(self, at: entries)
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
    case .counted(let counted):
      var chosen = CountedFindings()
      for entry in entries {
        chosen.append(facilities(of: entry).map(facility), more: counted.more[entry])
      }
      result.detail = .counted(chosen)
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
