internal import Planning

extension Frame {
  /// Calls `body` with every unit that a row is, or may be, in: one look at each row.
  ///
  /// Where the row's unit of a level is not known, it may be one of which it is not known where it
  /// is; if neither the row's place nor a smaller unit of it is known, any one. Units that lie in
  /// another larger unit than the row are left out.
  ///
  /// - Parameter isPlaced: Whether it is known where the row is.
  func forEachUnit(
    of membership: UnitMembership, _ row: Int, isPlaced: Bool,
    _ body: (_ unit: Int, _ isIn: Truth) -> Void
  ) {
    var isBounded = isPlaced
    for level in levels {
      if let unit = membership[row, level] {
        isBounded = true
        body(unit, .yes)
        continue
      }
      let candidates = isBounded ? unplacedUnits(of: level) : units(of: level)
      for unit in candidates where mayHold(unit, of: level, membership: membership, row: row) {
        body(unit, .unknown)
      }
    }
    // Planning units follow no other borders, so that no other unit tells in which a row is.
    for level in planningLevels {
      if let unit = membership[row, level] {
        body(unit, .yes)
      } else {
        for unit in isPlaced ? unplacedUnits(of: level) : units(of: level) { body(unit, .unknown) }
      }
    }
  }

  private func mayHold(
    _ unit: Int, of level: UnitLevel, membership: UnitMembership, row: Int
  ) -> Bool {
    // Streets and townships lie beside each other.
    if level == .street, membership[row, .township] != nil { return false }
    if level == .township, membership[row, .street] != nil { return false }
    return levels.allSatisfy { larger in
      guard larger > level, let own = membership[row, larger],
        let other = units.parents[unit, larger]
      else { return true }
      return own == other
    }
  }

  /// Whether it is known of a row in which of the units it is.
  func isInAnyUnit(_ membership: UnitMembership, _ row: Int) -> Bool {
    !membership.isNowhere(row)
  }
}
