internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

extension ComplianceEngine {
  /// Judges the city with other values of what is assumed.
  ///
  /// - Parameter result: What the engine found with the stated ones.
  public func sensitivity(of result: ComplianceResult) async throws -> Sensitivity {
    var variants: [Sensitivity.Variant] = []
    for assumption in Sensitivity.Assumption.allCases {
      for (stated, value, project) in projects(assuming: assumption) {
        var city = city
        city.project = project
        // The engine puts the network among the inputs itself.
        let engine = ComplianceEngine(
          city: city, packs: packs, vocabulary: vocabulary, network: network, workers: workers,
          choice: RuleChoice(only: rules.map { "\($0.key)" }))
        var variant = Sensitivity.Variant(assumption: assumption, stated: stated, value: value)
        variant.compare(result, with: try await engine.run())
        variants.append(variant)
      }
    }
    return Sensitivity(variants: variants)
  }

  /// The project with a lower and with a higher value; none where it does not matter.
  private func projects(
    assuming assumption: Sensitivity.Assumption
  ) -> [(stated: Amount?, value: Amount, project: Project)] {
    let project = city.project
    switch assumption {
    case .detour:
      if network != nil { return [] }
      let stated = project.assumptions.detour ?? Amount(micros: 1_300_000)
      let tenth = Amount(micros: 100_000)
      return [max(stated - tenth, Amount(1)), stated + tenth].filter { $0 != stated }.map {
        var other = project
        other.assumptions.detour = $0
        return (stated, $0, other)
      }
    case .walkingSpeed:
      let speeds = Set(
        packs.map { pack in
          pack.walkingSpeed(
            stated: project.parameters["\(pack.id).walking_speed"]
              ?? project.parameters["walking_speed"])
        })
      return [Amount(48), Amount(72)].filter { speeds != [$0] }.map { speed in
        var other = project
        for pack in packs {
          let isPerMinute = pack.parameters["walking_speed"]?.unit == "m/min"
          other.parameters["\(pack.id).walking_speed"] =
            isPerMinute ? speed : Amount(micros: speed.micros / 60)
        }
        return (speeds.count == 1 ? speeds.first : nil, speed, other)
      }
    case .personsPerHousehold:
      guard let stated = project.assumptions.personsPerHousehold else { return [] }
      return [Int64(9), 11].map { tenths in
        // To a hundredth, as censuses have it.
        let hundredths = (stated.micros * tenths / 10 + 5000) / 10_000
        let value = Amount(micros: hundredths * 10_000)
        var other = project
        other.assumptions.personsPerHousehold = value
        return (stated, value, other)
      }
    }
  }
}

extension Sensitivity.Variant {
  /// Counts what is another verdict.
  fileprivate mutating func compare(_ before: ComplianceResult, with after: ComplianceResult) {
    var changed: Set<Int32> = []
    for (old, new) in zip(before.findings, after.findings) where old.rule.force != .advisory {
      let later = Dictionary(zip(new.rows, new.verdicts), uniquingKeysWith: { first, _ in first })
      for (row, verdict) in zip(old.rows, old.verdicts) {
        guard let then = later[row], then != verdict else { continue }
        counts[Sensitivity.Change(before: verdict, after: then), default: 0] += 1
        topics[old.rule.means, default: 0] += 1
        if old.table == .parcels { changed.insert(Int32(row)) }
      }
    }
    parcels = changed.count
  }
}
