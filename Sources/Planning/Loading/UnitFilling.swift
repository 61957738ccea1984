internal import Documents
internal import Geodesy
internal import Planar
internal import Workers

/// Finds the units that rows belong to.
///
/// Level by level the first of these that gives an answer: the row's own column; the larger units
/// of a unit that its own columns name; the area that its place lies in; the larger units of the
/// unit that it lies in. A street column may name a township, and who has the one has not the other.
struct UnitFilling: Sendable {
  let units: Units
  private let lookups: [UnitLookup]
  private let searches: [AreaSearch]

  /// - Parameters:
  ///   - units: With their parents, as far as known.
  ///   - plane: That the units are in.
  init(_ units: Units, in plane: WorkingPlane) {
    self.init(units, outlines: plane.ground.isPlane ? units.rows.geometry : units.rows.wgs84)
  }

  /// - Parameter outlines: Of the units; see `AcceptedRows.outlines`.
  init(_ units: Units, outlines: GeometryColumn) {
    self.units = units
    lookups = UnitTexts.columns.map { UnitLookup(units, levels: $0.levels) }
    searches = UnitLevel.allCases.map { AreaSearch(outlines, rows: units.rows(of: $0)) }
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
    state(texts, accepted.order, &rows, aliases: aliases, levelAbove: { _ in -1 }, into: &result)
    inherit(&result)
    let stated = result
    for level in UnitLevel.allCases where !searches[level.rank].isEmpty {
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
    for (row, source) in accepted.order.enumerated()
    where UnitLevel.allCases.allSatisfy({ result[row, $0] == nil }) {
      rows.records.note(source, .outsideUnits(rows.role))
    }
    return result
  }

  /// What the rows' own columns say.
  ///
  /// - Parameter levelAbove: Rank of the level that an answer must be above, by row.
  func state(
    _ texts: UnitTexts, _ order: [Int], _ rows: inout SourceRows, aliases: FieldAliases,
    levelAbove: (Int) -> Int, into result: inout UnitMembership
  ) {
    for (column, lookup) in lookups.enumerated()
    where !lookup.isEmpty && !texts.texts[column].isEmpty {
      for (row, source) in order.enumerated() {
        guard let text = texts.texts[column][source] else { continue }
        let answer = lookup.answer(text)
        if case .unit(let unit) = answer, units.level[unit].rank > levelAbove(row) {
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
    for level in UnitLevel.allCases {
      for row in result.unit[level.rank].indices {
        guard let unit = result[row, level] else { continue }
        for larger in UnitLevel.allCases where larger > level && result[row, larger] == nil {
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
    let ranks = units.level.map(\.rank)
    for row in 0..<units.count { result[row, units.level[row]] = row }
    state(texts, accepted.order, &rows, aliases: aliases, levelAbove: { ranks[$0] }, into: &result)
    for level in UnitLevel.allCases.reversed() {
      let members = units.rows(of: level)
      inherit(members, level, &result)
      for larger in UnitLevel.allCases where larger > level && !searches[larger.rank].isEmpty {
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
    return result
  }

  /// What the larger units of some units lie in.
  private func inherit(
    _ members: [Int], _ level: UnitLevel, _ result: inout UnitMembership
  ) {
    for row in members {
      for middle in UnitLevel.allCases where middle > level {
        guard let unit = result[row, middle] else { continue }
        for larger in UnitLevel.allCases where larger > middle && result[row, larger] == nil {
          if larger == .township, result[row, .street] != nil { continue }
          if larger == .street, result[row, .township] != nil { continue }
          result[row, larger] = result[unit, larger]
        }
      }
    }
  }
}
