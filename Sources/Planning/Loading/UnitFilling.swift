internal import Documents
internal import Geodesy
internal import Planar
internal import Workers

/// Finds the units that rows belong to.
///
/// Level by level the first of these that gives an answer: the row's own column; the larger units
/// of a unit that its own columns name; the area that its place lies in; the larger units of the
/// unit that it lies in. A street column may name a township, and who has the one has not the other.
/// Planning units need not follow the borders of others: who lies in one is told by a column of its own
/// or by its place, never by another unit.
struct UnitFilling: Sendable {
  let units: Units
  private let lookups: [UnitLookup]
  private let searches: [AreaSearch]
  private let planning: [PlanningUnits]

  /// - Parameters:
  ///   - units: With their parents, as far as known.
  ///   - plane: That the units are in.
  init(_ units: Units, in plane: WorkingPlane) {
    self.init(units, outlines: plane.ground.isPlane ? units.rows.geometry : units.rows.wgs84)
  }

  /// - Parameter outlines: Of the units; see `AcceptedRows.outlines`.
  init(_ units: Units, outlines: GeometryColumn) {
    self.units = units
    let planning = units.planningLevels
    lookups = UnitTexts.columns.map {
      UnitLookup(units, levels: $0.name == "parent" ? $0.levels + planning : $0.levels)
    }
    searches = UnitLevel.administrative.map { AreaSearch(outlines, rows: units.rows(of: $0)) }
    self.planning = planning.map { PlanningUnits(of: $0, among: units, outlines) }
  }

  /// The units of rows.
  ///
  /// - Parameters:
  ///   - texts: What the rows say, by source row.
  ///   - accepted: The rows.
  ///   - rows: Take notes on cells that name no unit.
  func membership(
    _ texts: UnitTexts, _ accepted: AcceptedRows, _ rows: inout SourceRows,
    aliases: FieldAliases, workers: Workers
  ) async throws -> UnitMembership {
    var result = UnitMembership(count: accepted.order.count)
    guard units.count > 0 else { return result }
    state(texts, accepted.order, &rows, aliases: aliases, into: &result) { _, _ in true }
    inherit(&result)
    let stated = result
    for level in UnitLevel.administrative where !searches[level.rank].isEmpty {
      let open = accepted.order.indices.filter { row in
        stated[row, level] == nil
          && !(level == .street && stated[row, .township] != nil)
          && !(level == .township && stated[row, .street] != nil)
      }
      let found = try await searches[level.rank].firstRows(
        containing: open.map { accepted.locations[$0] }, workers)
      for (row, unit) in zip(open, found) where unit >= 0 { result[row, level] = Int(unit) }
    }
    inherit(&result)
    for planning in planning {
      planning.state(accepted, &rows, aliases: aliases, into: &result)
      let open = accepted.order.indices.filter { result[$0, planning.level] == nil }
      let found = try await planning.search.firstRows(
        containing: open.map { accepted.locations[$0] }, workers)
      for (row, unit) in zip(open, found) where unit >= 0 {
        result[row, planning.level] = Int(unit)
      }
    }
    for (row, source) in accepted.order.enumerated() where result.isNowhere(row) {
      rows.records.note(source, .outsideUnits(rows.role))
    }
    return result
  }

  /// What the rows' own columns say.
  ///
  /// - Parameter mayHold: Whether a unit may be what a row, the second, lies in.
  func state(
    _ texts: UnitTexts, _ order: [Int], _ rows: inout SourceRows, aliases: FieldAliases,
    into result: inout UnitMembership, mayHold: (Int, Int) -> Bool
  ) {
    for (column, lookup) in lookups.enumerated()
    where !lookup.isEmpty && !texts.texts[column].isEmpty {
      for (row, source) in order.enumerated() {
        guard let text = texts.texts[column][source] else { continue }
        let answer = lookup.answer(text)
        if case .unit(let unit) = answer, mayHold(unit, row) {
          if result[row, units.level[unit]] == nil { result[row, units.level[unit]] = unit }
          continue
        }
        if aliases.missing.contains(FoldedText.fold(text)) { continue }
        let file = rows.files[rows.place(of: source).file]
        let shown = file.shownName(UnitTexts.columns[column].name)
        if case .ambiguous(let count) = answer {
          rows.records.note(source, .ambiguousUnit(column: shown, text: text, count: count))
        } else {
          rows.records.note(source, .unknownUnit(column: shown, text: text))
        }
      }
    }
  }

  /// Larger units that are still open are those of the smallest unit that has them.
  private func inherit(_ result: inout UnitMembership) {
    // Where nothing is above anything there is nothing to inherit.
    guard units.level.contains(where: { $0 != units.level.first }) else { return }
    for level in UnitLevel.administrative {
      for (row, found) in result.units(of: level).enumerated() where found >= 0 {
        let unit = Int(found)
        for larger in UnitLevel.administrative where larger > level && result[row, larger] == nil {
          if larger == .township, result[row, .street] != nil { continue }
          if larger == .street, result[row, .township] != nil { continue }
          result[row, larger] = units.parents[unit, larger]
        }
      }
    }
  }
}

extension UnitFilling {
  /// The units that units lie in, themselves included: by their columns, else by their place,
  /// from the largest down, so that a unit also gets what its larger units are known to lie in.
  func parents(
    _ texts: UnitTexts, _ accepted: AcceptedRows, _ rows: inout SourceRows,
    aliases: FieldAliases, workers: Workers
  ) async throws -> UnitMembership {
    var result = UnitMembership(count: units.count)
    for row in 0..<units.count { result[row, units.level[row]] = row }
    let levels = units.level
    state(texts, accepted.order, &rows, aliases: aliases, into: &result) { unit, row in
      levels[unit] > levels[row] || levels[row].isOfPlanning && levels[unit] != levels[row]
    }
    for level in UnitLevel.administrative.reversed() {
      let members = units.rows(of: level)
      inherit(members, level, &result)
      for larger in UnitLevel.administrative where larger > level && !searches[larger.rank].isEmpty
      {
        // Streets and townships lie beside each other.
        if level == .street, larger == .township { continue }
        let open = members.filter { row in
          result[row, larger] == nil && !(larger == .township && result[row, .street] != nil)
            && !(larger == .street && result[row, .township] != nil)
        }
        let found = try await searches[larger.rank].firstRows(
          containing: open.map { accepted.locations[$0] }, workers)
        for (row, unit) in zip(open, found) where unit >= 0 { result[row, larger] = Int(unit) }
      }
      inherit(members, level, &result)
    }
    try await placePlanningUnits(accepted, &rows, aliases: aliases, workers, into: &result)
    return result
  }

  /// Planning units, and what lies in them: by columns, else by place in what is larger.
  private func placePlanningUnits(
    _ accepted: AcceptedRows, _ rows: inout SourceRows, aliases: FieldAliases, _ workers: Workers,
    into result: inout UnitMembership
  ) async throws {
    guard !planning.isEmpty else { return }
    let areas = accepted.outlines.withBuffers { buffers in
      (0..<buffers.count).map { buffers.area(of: $0) }
    }
    let all =
      zip(UnitLevel.administrative, searches).map { ($0, $1) }
      + planning.map { ($0.level, $0.search) }
    for planning in planning {
      planning.state(accepted, &rows, aliases: aliases, into: &result)
    }
    for (level, search) in all where !search.isEmpty {
      let open = (0..<units.count).filter { row in
        result[row, level] == nil && (level.isOfPlanning || units.level[row].isOfPlanning)
      }
      let found = try await search.firstRows(
        containing: open.map { accepted.locations[$0] }, workers)
      for (row, unit) in zip(open, found) where unit >= 0 && areas[Int(unit)] > areas[row] {
        result[row, level] = Int(unit)
      }
    }
  }

  /// What the larger units of some units lie in.
  private func inherit(
    _ members: [Int], _ level: UnitLevel, _ result: inout UnitMembership
  ) {
    for row in members {
      for middle in UnitLevel.administrative where middle > level {
        guard let unit = result[row, middle] else { continue }
        for larger in UnitLevel.administrative where larger > middle && result[row, larger] == nil {
          if larger == .township, result[row, .street] != nil { continue }
          if larger == .street, result[row, .township] != nil { continue }
          result[row, larger] = result[unit, larger]
        }
      }
    }
  }
}
