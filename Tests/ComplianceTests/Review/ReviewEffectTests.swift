import GeoData
import Locating
import Planar
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

@testable import Compliance
@testable import Measuring

/// A review looks at a part of the city; what it says is what two runs over all of it say.
@Suite("Reviews: the part and the whole")
struct ReviewEffectTests {
  @Test("effects and clauses equal those of the whole city", arguments: UInt64(0)..<150)
  func localEqualsWhole(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed))
    var host = SmallCity.random(using: &dice)
    // Otherwise every plan for a city without units would have to be near to something.
    host.units.append(
      .init(id: "U", level: .province, box: .init(minX: -5000, minY: -5000, maxX: 6000, maxY: 6000))
    )
    var small = SmallCity.randomPlan(for: host, using: &dice)
    if dice.chance(30) {
      // Apart, so that the part is much less than the whole.
      host.spread(by: 4)
      small.spread(by: 4)
    }
    let pack = try RandomPack.withFairShare(3...9, using: &dice)
    let plan = try small.plan(for: host)
    let reviewer = try await host.reviewer([pack], workers: 1 + Int(seed % 2))
    let review = try await reviewer.review(
      plan, options: .withoutRemedy, workers: Workers(count: 1 + Int(seed % 3)))
    let whole = try await Whole(host.city(), plan, reviewer)
    let differences = whole.differences(from: review)
    #expect(differences.isEmpty, "\(differences.prefix(5).joined(separator: "\n"))")
  }
}

/// The city without a plan and with it, each judged as a whole.
private struct Whole {
  let before: ComplianceResult
  let after: ComplianceResult
  let plan: Plan
  let reviewer: PlanReviewer

  init(_ city: City, _ plan: Plan, _ reviewer: PlanReviewer) async throws {
    self.plan = plan
    self.reviewer = reviewer
    func run(_ city: City) async throws -> ComplianceResult {
      try await ComplianceEngine(
        city: city, packs: reviewer.packs, vocabulary: SmallCity.library.vocabulary,
        workers: Workers(count: 1)
      ).run()
    }
    before = try await run(city)
    after = try await run(city.with(plan))
  }

  func differences(from review: PlanReview) -> [String] {
    var wanted: [String: String] = [:]
    for rule in reviewer.rules {
      for (subject, line) in effects(of: rule) { wanted["\(rule.id) \(subject)"] = line }
    }
    let effects = review.effects
    var found: [String: String] = [:]
    for effect in effects.parcels + effects.facilities + effects.units {
      let key = "\(effect.rule.id) \(effect.table) \(effect.id)"
      if found[key] != nil { return ["\(key): twice"] }
      found[key] = line(
        (effect.before, effect.measuredBefore), (effect.after, effect.measuredAfter))
    }
    for effect in effects.loads {
      found["\(effect.rule.id) load \(effect.id)"] =
        "\(rounded(effect.loadBefore)) → \(rounded(effect.loadAfter)) of"
        + " \(effect.capacity.map(\.description) ?? "?")"
    }
    return Set(wanted.keys).union(found.keys).sorted().compactMap { key in
      wanted[key] == found[key]
        ? nil : "\(key): found \(found[key] ?? "nothing"), wanted \(wanted[key] ?? "nothing")"
    } + clauseDifferences(from: review)
  }

  private func line(_ before: (Verdict, Double), _ after: (Verdict, Double)) -> String {
    // To five digits: the two runs sum in another order.
    func text(_ value: Double) -> String {
      value.isNaN ? "–" : "\((value * 1e5).rounded() / 1e5)"
    }
    return "\(before.0) \(text(before.1)) → \(after.0) \(text(after.1))"
  }

  /// Each load is rounded down on its own.
  private func rounded(_ amount: Amount) -> Int64 { (amount.micros + 5000) / 10000 }

  private func findings(_ result: ComplianceResult, _ rule: AppliedRule) -> RuleFindings? {
    result.findings.first { $0.key == rule.key }
  }

  private func table(_ findings: RuleFindings, _ city: City) -> [String: Int] {
    var ids: [String]
    switch findings.table {
    case .parcels: ids = city.parcels.rows.ids
    case .facilities: ids = city.facilities.rows.ids
    case .units: ids = city.units.rows.ids
    case .territory: return [:]
    }
    return Dictionary(uniqueKeysWithValues: findings.rows.enumerated().map { (ids[Int($1)], $0) })
  }

  private func effects(of rule: AppliedRule) -> [String: String] {
    // What only reports how far the nearest facility is has no effects.
    let isUnlimited =
      rule.subject == .parcel && (rule.check as? Coverage)?.within == nil && rule.check is Coverage
    guard rule.subject != .plan, !isUnlimited, let old = findings(before, rule),
      let new = findings(after, rule)
    else { return [:] }
    var lines: [String: String] = [:]
    let rows = table(new, after.city)
    for (id, entry) in table(old, before.city) {
      guard let now = rows[id] else { continue }
      if old.table == .units {
        let level = after.city.units.level[Int(old.rows[entry])]
        if level > .district, !level.isOfPlanning { continue }
      }
      let (a, b) = (old.measured[entry], new.measured[now])
      let differs =
        old.verdicts[entry] != new.verdicts[now] || a.isNaN != b.isNaN
        || abs(a - b) > 5e-7 * max(1, abs(a))
      guard differs else { continue }
      lines["\(old.table) \(id)"] = line((old.verdicts[entry], a), (new.verdicts[now], b))
    }
    guard rule.sharesSupply(before.city.project), !new.facilityNeed.isEmpty else { return lines }
    let kinds = SmallCity.library.vocabulary.descendants(of: rule.check.facilityKinds)
    for (row, id) in after.city.facilities.rows.ids.enumerated()
    where kinds.contains(after.city.facilities.kind[row]) {
      let oldRow = before.city.facilities.rows.ids.firstIndex(of: id)
      let was = oldRow.map { old.facilityNeed[$0] } ?? 0
      let isNow = new.facilityNeed[row]
      // Missing figures may decide a load.
      guard was != RuleFindings.noAmount, isNow != RuleFindings.noAmount, abs(was - isNow) > 1
      else { continue }
      let capacity = new.facilityCapacity[row]
      lines["load \(id)"] =
        "\(rounded(Amount(micros: was))) → \(rounded(Amount(micros: isNow))) of "
        + (capacity == RuleFindings.noAmount ? "?" : Amount(micros: capacity).description)
    }
    return lines
  }

  /// What is said of the plan's own rows, but for shared supply and the plan as a whole.
  private func clauseDifferences(from review: PlanReview) -> [String] {
    var lines: [String] = []
    let planned = plan.parcels.rows.ids + plan.facilities.rows.ids
    for rule in reviewer.rules
    where !rule.subject.isUnit && rule.subject != .plan
      && !rule.sharesSupply(before.city.project)
    {
      guard let all = findings(after, rule) else { continue }
      let opinion = review.opinion("random/\(rule.id)")
      for (id, entry) in table(all, after.city) where planned.contains(id) {
        let verdict = all.verdicts[entry]
        guard let found = opinion?.subject(id) else {
          if verdict != .notApplicable { lines.append("\(rule.id) on \(id): missing") }
          continue
        }
        let shortfall = all.shortfall[entry]
        let missing = shortfall == RuleFindings.noAmount ? nil : Amount(micros: shortfall)
        let (a, b) = (found.measured, all.measured[entry])
        let isSame = a.isNaN ? b.isNaN : abs(a - b) <= 1e-9 * max(1, abs(b))
        if found.verdict != verdict || !isSame || found.shortfall != missing
          || found.flags.symmetricDifference(all.flags[entry]).subtracting(.disputed) != []
        {
          lines.append(
            "\(rule.id) on \(id): \(found.verdict) \(a) \(found.flags.text), whole:"
              + " \(verdict) \(b) \(all.flags[entry].text) \(rule.check)")
        }
      }
    }
    return lines
  }
}

extension SmallCity {
  fileprivate mutating func spread(by factor: Double) {
    for index in parcels.indices {
      let (x, y) = (parcels[index].x, parcels[index].y)
      parcels[index].x *= factor
      parcels[index].y *= factor
      parcels[index].entrances = parcels[index].entrances.map {
        Point(x: $0.x - x + x * factor, y: $0.y - y + y * factor)
      }
    }
    for index in facilities.indices {
      facilities[index].x *= factor
      facilities[index].y *= factor
    }
    for index in units.indices {
      let box = units[index].box
      units[index].box = Envelope(
        minX: box.minX * factor, minY: box.minY * factor, maxX: box.maxX * factor,
        maxY: box.maxY * factor)
    }
  }
}
