internal import Compliance
internal import Documents
internal import Measuring
internal import Planning
internal import Quantities
internal import Rules
internal import Walking
internal import Wording

extension Report {
  /// How the figures came about: rules of the house, assumptions, flags.
  func method() -> Markup {
    tag("ul", ["class": "notes"]) {
      for note in methodNotes { tag("li") { say(note) } }
    }
      + assumptionTable(city.project) + ownTargetTable()
      + flagTable(flagCounts)
  }

  private var methodNotes: [LocalizedText] {
    var notes = [
      ReportWords.missingNeverPasses,
      ReportWords.worstCounts,
      ReportWords.exactComparisons,
      PageWords.paraphrased,
    ]
    if let network = result.network {
      let kilometres = Int((network.network.totalMetres / 1000).rounded())
      let snap = "\(Int(network.source.snapWithin))"
      let lost = network.access.lost.count { $0 > 0 }
      notes.append(
        ReportWords.walksAlongStreets(
          kilometres: kilometres, of: network.source.source.path, snap: snap, lost: lost,
          assumed: network.access.isAssumed.count { $0 }))
    }
    let hasStraightLines =
      result.network == nil
      && result.findings.contains { findings in
        findings.reachMetres != nil || findings.flags.contains { $0.contains(.straightLine) }
      }
    if hasStraightLines {
      let detour = city.project.assumptions.detour.map { "\($0)" } ?? "1.3"
      notes.append(ReportWords.walksAreStraight(times: detour))
    }
    let attributions = Set(result.findings.compactMap(\.attribution))
    notes += Attribution.allCases.filter { attributions.contains($0) }.map(\.explanation)
    return notes
  }

  private var flagCounts: [(entry: RuleFindings.FlagEntry, count: Int)] {
    let counts = result.findings.flatMap(\.flagCounts)
    return Flags.all.compactMap { entry in
      let count = counts.reduce(0) { $0 + ($1.entry.name == entry.name ? $1.count : 0) }
      return count == 0 ? nil : (entry, count)
    }
  }
}
