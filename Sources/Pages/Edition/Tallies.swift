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
    var counts: [Flags: Int] = [:]
    for flags in flags where !flags.isEmpty { counts[flags, default: 0] += 1 }
    return Flags.all.compactMap { entry in
      let count = counts.reduce(0) { $0 + ($1.key.contains(entry.flag) ? $1.value : 0) }
      return count == 0 ? nil : (entry, count)
    }
  }
}
