package import Compliance

extension Verdict {
  /// How many there are of each, by raw value.
  package static func counts(of verdicts: some Sequence<Verdict>) -> [Int] {
    var counts = Array(repeating: 0, count: allCases.count)
    for verdict in verdicts { counts[Int(verdict.rawValue)] += 1 }
    return counts
  }
}

extension RuleFindings {
  /// As in `Flags.all`.
  package typealias FlagEntry = (flag: Flags, name: String)

  /// The flags that occur, with the number of findings that have them, in the order of flags.
  package var flagCounts: [(entry: FlagEntry, count: Int)] {
    var counts = Array(repeating: 0, count: Flags.RawValue.bitWidth)
    for flags in flags {
      var bits = flags.rawValue
      while bits != 0 {
        counts[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
    return Flags.all.compactMap { entry in
      let count = counts[entry.flag.rawValue.trailingZeroBitCount]
      return count == 0 ? nil : (entry, count)
    }
  }
}
