internal import Documents
internal import Planning
internal import Rules
internal import Workers

extension RunContext {
  /// Findings about parcels: every row is there; `body` is called for those that the rule speaks
  /// of, from any worker, with the parcel's row and its place in the findings at hand.
  func parcelFindings(
    _ rule: AppliedRule,
    _ body: @escaping @Sendable (_ row: Int, _ index: Int, inout RuleFindings) -> Void
  ) async throws -> RuleFindings {
    let truths = truthsOfParcels(rule.when)
    let pieces = try await workers.map(truths.count, grain: 32_768) { range in
      var piece = RuleFindings(
        rule: rule, table: .parcels, rows: range.map { Int32(truncatingIfNeeded: $0) })
      for (index, row) in range.enumerated() {
        switch truths[row] {
        case .no: continue
        case .unknown:
          body(row, index, &piece)
          piece.doubt(index, missing: rule.when.columns)
        case .yes: body(row, index, &piece)
        }
      }
      return piece
    }
    return RuleFindings(joining: pieces, rule: rule)
  }
}

extension RuleFindings {
  /// Findings about parcels from pieces in the order of rows.
  fileprivate init(joining pieces: [RuleFindings], rule: AppliedRule) {
    self.init(rule: rule, table: .parcels, rows: pieces.flatMap(\.rows))
    guard let first = pieces.first else { return }
    required = first.required
    shortfallUnit = first.shortfallUnit
    verdicts = pieces.flatMap(\.verdicts)
    flags = pieces.flatMap(\.flags)
    measured = pieces.flatMap(\.measured)
    shortfall = pieces.flatMap(\.shortfall)
    var all: [UInt16] = []
    all.reserveCapacity(rows.count)
    for piece in pieces {
      if required == nil { required = piece.required }
      // The same reasons have other numbers in other pieces.
      let numbers = piece.reasonCases.map { reason in reason.map { index(of: $0) } ?? 0 }
      for number in piece.reasons { all.append(numbers[Int(number)]) }
    }
    reasons = all
  }
}
