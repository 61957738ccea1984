import Documents
import Foundation
import GeoData
import GeoFiles
import Planar
import Planning
import Quantities
import Rules
import TestSupport
import Workers

@testable import Compliance
@testable import Publishing

/// Opinions on a plan of two parcels, made up so that a change of the engine changes none of them.
enum SmallReview {
  enum Case: String, CaseIterable {
    /// Everything that applies is met, and nobody is affected.
    case passes
    /// Stages, effects, a remedy, a disputed clause, rejected rows and hostile names.
    case fails
    /// Counts are missing.
    case undecided
  }

  static func make(_ kind: Case) throws -> PlanReview {
    var grid = GridCity(side: 3)
    var city = try grid.make()
    city.inputs = [try input("parcels", "data/parcels.geojson")]
    city.notes = []
    city.rejected = []
    let pack = try SmallPack.read()
    let plan = try plan(kind, grid)
    let clauses = clauses(kind, pack, plan, city)
    var effects = PlanEffects()
    if kind == .fails { effects = Self.effects(pack, city) }
    return PlanReview(
      plan: plan, packs: [pack], city: city, clauses: clauses,
      phases: kind == .fails
        ? [
          PhaseOpinion(phase: 1, parcels: 1, facilities: 0, clauses: clauses),
          PhaseOpinion(phase: 2, parcels: 2, facilities: 2, clauses: clauses),
        ] : [],
      effects: effects, remedy: kind == .fails ? remedy(pack, plan) : nil,
      requests: DataRequests(
        clauses, plan, in: city, kinds: try .builtIn(), rules: pack.appliedRules),
      overlaps: kind == .fails
        ? [PlanOverlap(planParcel: "N1", parcel: city.parcels.rows.ids[0], area: 123.4)] : [],
      onSite: kind == .undecided
        ? [FacilityOnSite(row: 0, facility: city.facilities.rows.ids[0], parcel: "N1")] : [])
  }

  static func options(
    _ language: Language = .en, workers: Int = 1
  ) -> OpinionPublication.Options {
    OpinionPublication.Options(
      language: language, workers: Workers(count: workers), engineVersion: "0.0.0-test")
  }

  // MARK: The plan

  static let hostile = "<script>alert(\"1\")</script> & 'x'\n第二行"

  private static func input(_ role: String, _ path: String) throws -> InputFile {
    let file = try TestFile("as it was\n", named: "siting-plan.txt")
    return InputFile(
      role: role, path: path, resolvedPath: file.path, rowsRead: 4, rowsChecked: 3, rowsRejected: 1,
      crs: "EPSG:4490", matchedFields: ["households": "户数"])
  }

  private static func plan(_ kind: Case, _ grid: GridCity) throws -> Plan {
    var geometry = GeometryColumn()
    for left in [400.0, 560] {
      for (x, y) in [(left, 0.0), (left + 120, 0), (left + 120, 90), (left, 90), (left, 0)] {
        geometry.appendVertex(x: x, y: y)
      }
      geometry.endRing()
      geometry.endPart()
      geometry.endRow(.polygon)
    }
    var attributes = AttributeTable(rowCount: 2)
    attributes.set("户数", .integer(ValueColumn([500, nil], filler: 0)))
    var parcels = Parcels(
      rows: try grid.rows(
        ids: ["N1", "N2"], names: [kind == .fails ? hostile : "东苑", nil], geometry,
        attributes: attributes))
    parcels.households = [Amount(500), kind == .undecided ? nil : Amount(300)]
    parcels.population = [nil, kind == .undecided ? nil : Amount(800)]
    parcels.status = [.new, .new]
    var points = GeometryColumn()
    points.appendPoint(x: 440, y: 40)
    points.appendPoint(x: 600, y: 40)
    let kinds = try FacilityKinds.builtIn()
    var facilities = Facilities(
      rows: try grid.rows(
        ids: ["NF1", "NF2"], names: ["东苑托育园", nil], points,
        attributes: AttributeTable(rowCount: 2)),
      kind: ["childcare", "elder_day_care"].compactMap { kinds.index(ofID: $0) })
    facilities.places = [Amount(26), nil]
    facilities.floorArea = [Amount(420), kind == .undecided ? nil : Amount(300)]
    facilities.insideParcel = [0, 1]
    if kind == .fails {
      parcels.phase = [1, 2]
      facilities.phase = [2, nil]
    }
    return Plan(
      name: kind == .fails ? "Plan " + hostile : "东苑项目",
      sources: [LayerSource(path: "plan.geojson", resolvedPath: "/nowhere/plan.geojson")],
      parcels: parcels, facilities: facilities, servedParcelIDs: [["N1"], []],
      rejected: kind == .passes
        ? []
        : [
          RejectedRow(
            layer: "plan_facilities", file: "in/plan.geojson", row: 4, id: "NF<3>",
            reasons: [.unknownKind("康乐驿", nearest: [])])
        ],
      notes: kind == .passes
        ? []
        : [
          DataNote(
            layer: "plan_parcels", file: "in/plan.geojson", row: 1, id: "N1",
            .missingPopulation(isEstimated: false))
        ],
      inputs: [
        try input("plan_parcels", "in/plan.geojson"),
        try input("plan_facilities", "in/plan.geojson"),
      ])
  }

  // MARK: The clauses

  private static func clauses(
    _ kind: Case, _ pack: RulePack, _ plan: Plan, _ city: City
  ) -> [ClauseOpinion] {
    let near = city.facilities.rows.ids[0]
    let names = OpinionNames(plan, in: city)
    func subject(
      _ row: Int, _ verdict: Verdict, _ measured: Double, flags: Flags = [],
      shortfall: String? = nil, reason: Reason? = nil, facilities: [String] = [],
      distance: Double? = nil
    ) -> Said {
      Said(
        row: row, verdict: verdict, measured: measured, flags: flags,
        shortfall: shortfall.flatMap { Amount(exactly: $0) }, reason: reason,
        facilities: facilities.compactMap { names.facilityIDs.firstIndex(of: $0) },
        distance: distance)
    }
    let missing = Reason.peopleMissing(.households)
    let dispute = Reason.contradicted(by: RuleKey(pack: pack.id, rule: "better-circle"))
    func subjects(_ rule: AppliedRule) -> [Said] {
      switch (rule.id, kind) {
      case ("day-care-circle", .fails):
        [
          subject(
            1, .fail, 12.5, flags: [.straightLine, .disputed], shortfall: "87.5",
            reason: dispute, facilities: [near], distance: 612.4),
          subject(0, .pass, 100, facilities: ["NF2"], distance: 80),
        ]
      case ("childcare-places", .fails):
        [
          subject(
            0, .fail, 9.871_234, flags: .estimated, shortfall: "1",
            facilities: ["NF1"]),
          subject(1, .fail, 0, shortfall: "8"),
        ]
      case ("childcare-places", .undecided):
        [
          subject(1, .unknown, .nan, reason: missing),
          subject(0, .pass, 10, facilities: ["NF1"]),
        ]
      case ("day-care-size", .undecided):
        [
          subject(
            1, .unknown, .nan, flags: .noStandard,
            reason: .measureMissing(.floorArea))
        ]
      case ("day-care-size", .fails):
        [subject(1, .fail, 300, shortfall: "50")]
      case ("better-circle", _):
        [subject(0, .fail, 40, flags: .advisory, shortfall: "60")]
      case ("day-care-size", _):
        [subject(1, .pass, 900, flags: .oversized)]
      case ("day-care-circle", _):
        [0, 1].map { subject($0, .pass, 100, facilities: ["NF2"], distance: 99.5) }
      default:
        [0, 1].map { subject($0, .notApplicable, .nan) }
      }
    }
    return pack.appliedRules.filter { !$0.subject.isUnit }.map { rule in
      ClauseOpinion(
        Said.findings(subjects(rule).sorted { $0.row < $1.row }, rule), counting: [], names)
    }
  }

  // MARK: Others, and what to do

  private static func effects(_ pack: RulePack, _ city: City) -> PlanEffects {
    let parcels = city.parcels.rows
    func effect(
      _ rule: Int, _ row: Int, _ before: (Verdict, Double), _ after: (Verdict, Double)
    ) -> EffectOnSubject {
      EffectOnSubject(
        rule: pack.appliedRules[rule], table: .parcels, row: row, id: parcels.ids[row],
        name: parcels.names[row], before: before.0, after: after.0, measuredBefore: before.1,
        measuredAfter: after.1)
    }
    return PlanEffects(
      parcels: [
        effect(0, 1, (.fail, 0), (.pass, 100)), effect(1, 0, (.pass, 10), (.fail, 7.5)),
        effect(1, 5, (.fail, 4), (.fail, 3.25)), effect(1, 6, (.unknown, .nan), (.pass, 12)),
      ],
      loads: [
        EffectOnLoad(
          rule: pack.appliedRules[1], id: city.facilities.rows.ids[1], isPlanned: false,
          loadBefore: Amount(20), loadAfter: Amount(30), capacity: Amount(30)),
        EffectOnLoad(
          rule: pack.appliedRules[1], id: "NF1", isPlanned: true, loadBefore: .zero,
          loadAfter: Amount(26), capacity: Amount(26)),
      ])
  }

  private static func remedy(
    _ pack: RulePack, _ plan: Plan
  ) -> Remedy {
    var mended = plan
    mended.facilities.rows.ids[1] = "new-1"
    let keys = pack.appliedRules.map(\.key)
    return Remedy(
      steps: [
        RemedyStep(
          facility: "NF1", isNew: false, kind: "childcare",
          kindName: LocalizedText(en: "childcare institution", zh: "托育机构"), parcel: "N1",
          amounts: [
            AmountStep(
              measure: "places", unit: MeasureUnit(.places), from: Amount(26), to: Amount(27)),
            AmountStep(
              measure: "floor_area", unit: MeasureUnit(.squareMetres), from: Amount(420),
              to: Amount(432)),
          ], conditions: [], allowed: nil, clauses: [keys[1]]),
        RemedyStep(
          facility: "new-1", isNew: true, kind: "elder_day_care",
          kindName: LocalizedText(en: "elder day-care centre", zh: "老年人日间照料中心"), parcel: "N2",
          amounts: [
            AmountStep(
              measure: "floor_area", unit: MeasureUnit(.squareMetres), from: nil, to: Amount(350))
          ],
          conditions: [
            .builtInStage(1)
          ],
          allowed: plan.parcels.rows.wgs84[1], clauses: [keys[0], keys[3]]),
      ],
      mends: [keys[0], keys[1]],
      beyond: [
        (
          rule: keys[3],
          reason: .supplyDoesNotHelp
        )
      ],
      isVerified: true, plan: mended)
  }
}

/// What a clause says of one row of the plan.
private struct Said {
  let row: Int
  let verdict: Verdict
  let measured: Double
  let flags: Flags
  let shortfall: Amount?
  let reason: Reason?
  /// Rows: those of the city, then those of the plan.
  let facilities: [Int]
  let distance: Double?

  static func findings(_ said: [Said], _ rule: AppliedRule) -> RuleFindings {
    var findings = RuleFindings(
      rule: rule, table: rule.subject == .facility ? .facilities : .parcels,
      rows: said.map { Int32($0.row) })
    findings.verdicts = said.map(\.verdict)
    findings.flags = said.map(\.flags)
    findings.measured = said.map(\.measured)
    findings.shortfall = said.map { $0.shortfall?.micros ?? RuleFindings.noAmount }
    for (index, entry) in said.enumerated() {
      if let reason = entry.reason { findings.reasons[index] = findings.index(of: reason) }
    }
    if rule.check is Coverage {
      findings.reach = MeasuredReach(metres: 500, isWalked: false)
      let isMeasured = said.contains { $0.distance != nil }
      findings.detail = .cover(
        CoverFindings(
          nearest: isMeasured ? said.map { Int32($0.facilities.first ?? -1) } : [],
          distance: isMeasured ? said.map { $0.distance ?? .infinity } : [], counted: []))
    }
    if rule.check is Provision {
      findings.shortfallUnit = MeasureUnit(.places)
      let counts = said.map { Int32($0.facilities.count) }
      findings.detail = .supply(
        SupplyFindings(
          attribution: .fair,
          facilityOffsets: counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) },
          facilityRows: said.flatMap { $0.facilities.map { Int32($0) } }, facilityNeed: [],
          facilityCapacity: []))
    }
    return findings
  }
}
