import Compliance
import Documents
import GeoData
import Measuring
import Planning
import Quantities
import Rules
import Testing

@testable import Wording

/// The next case, with figures; `nil` behind the last. The switch tells of a case that is new.
private func next(after reason: Reason?) -> Reason? {
  guard let reason else { return .applicabilityUnknown(columns: ["urban", "floor_area"]) }
  return switch reason {
  case .applicabilityUnknown: .figureUnknown(of: RuleKey(pack: "small", rule: "day-care-circle"))
  case .figureUnknown: .parcelIsEmpty
  case .parcelIsEmpty: .areaIsEmpty
  case .areaIsEmpty: .noSuchUnit
  case .noSuchUnit: .unitsUnknown
  case .unitsUnknown: .countedRuleMissing
  case .countedRuleMissing: .noFacilityInside
  case .noFacilityInside: .noTotal(.layersIncomplete(.city))
  case .noTotal(.layersIncomplete): .noTotal(.projectSmaller(covers: .district, asked: .city))
  case .noTotal(.projectSmaller): .noTotal(.noUnitLayer(.street))
  case .noTotal(.noUnitLayer): .noTotal(.noCountedUnits([.street, .township]))
  case .noTotal(.noCountedUnits): .noTotal(.noLayer(.parcels))
  case .noTotal(.noLayer): .noTotal(.peopleMissing(.infants))
  case .noTotal(.peopleMissing): .noTotal(.notDeclared(statistic: "nursing_beds"))
  case .noTotal(.notDeclared): .figureNotStated(parameter: "elder_share")
  case .figureNotStated: .figureNotDeclared(statistic: "elders")
  case .figureNotDeclared: .rejectedRowsDecide("F7", others: 2)
  case .rejectedRowsDecide: .facilityWithoutPlaceDecides("F8", others: 0)
  case .facilityWithoutPlaceDecides: .noLayer(.facilities)
  case .noLayer: .peopleMissing(.elders)
  case .peopleMissing: .weightMissing(.area)
  case .weightMissing: .measureMissing(.floorArea)
  case .measureMissing: .contentsNotStated(columns: ["equipment"])
  case .contentsNotStated: .deliveryUnknown
  case .deliveryUnknown: .standingUnknown
  case .standingUnknown: .dataDecides
  case .dataDecides: .failsAtBest
  case .failsAtBest: .passesAtWorst
  case .passesAtWorst: .divisorMayBeZero
  case .divisorMayBeZero: .measureIsZero(.nursingBeds)
  case .measureIsZero: .nothingToShare
  case .nothingToShare: .deliveredLate
  case .deliveredLate: .contradicted(by: RuleKey(pack: "small", rule: "day-care-circle"))
  case .contradicted: .nothingWithinTwiceTheWalk
  case .nothingWithinTwiceTheWalk: .nothingInData
  case .nothingInData: .parcelOffNetwork
  case .parcelOffNetwork: .nearFacilityOffNetwork
  case .nearFacilityOffNetwork: .networkInPieces
  case .networkInPieces: .facilityOffNetwork
  case .facilityOffNetwork:
    .counted(.init(isBound: true, defaultReach: .walkTime(minutes: Amount(15))), verdict: .pass)
  case .counted(_, .pass):
    .counted(.init(isBound: true, defaultReach: .walk(metres: Amount(300))), verdict: .fail)
  case .counted: nil
  }
}

@Suite("Reasons in words")
struct ReasonTests {
  private static let all = Array(
    sequence(state: nil as Reason?) { state in
      state = next(after: state)
      return state
    })

  private let plain = Naming.plain { key in
    key.rule == "day-care-circle" ? LocalizedText(en: "No. 3", zh: "第3项") : nil
  }

  @Test("every case is a sentence in both languages and registers", arguments: Self.all)
  func sentences(reason: Reason) {
    for (name, naming) in [("exact", Naming.exact), ("plain", plain)] {
      let text = reason.sentence(naming)
      expectSentence(text, "\(name) \(reason)")
      #expect(!text.en.contains("{") && !text.zh.contains("{"))
    }
  }

  @Test("laymen read of no column, kind or rule by its name in files", arguments: Self.all)
  func plainWords(reason: Reason) {
    let text = reason.sentence(plain)
    // What a project must state is written as it is to be written.
    if case .figureNotStated = reason { return }
    for text in [text.en, text.zh] {
      #expect(!text.contains("_") && !text.contains("day-care-circle"), "\(text)")
    }
  }

  @Test("names are put into words, with blanks only where letters meet")
  func naming() {
    #expect(Reason.measureMissing(.floorArea).sentence(.exact).zh == "缺少 floor_area")
    #expect(Reason.measureMissing(.floorArea).sentence(plain).zh == "缺少建筑面积")
    #expect(Reason.measureMissing(.floorArea).sentence(plain).en == "floor area is missing")
    #expect(Reason.measureMissing(.column("GFA")).sentence(plain).zh == "缺少 GFA")
    let missing = Reason.applicabilityUnknown(columns: ["urban", "status"])
    #expect(
      missing.sentence(plain).zh == "无法判断条款是否适用：缺少城乡属性、建设状态（新建或既有）")
    let dispute = Reason.contradicted(by: RuleKey(pack: "small", rule: "day-care-circle"))
    #expect(dispute.sentence(plain).zh == "与条款第3项结论不一致")
    #expect(dispute.sentence(plain).en == "clause No. 3 says otherwise")
    #expect(dispute.sentence(.plain()).zh == "与条款 day-care-circle 结论不一致")
  }
}

@Suite("Remedies in words")
struct RemedySentenceTests {
  @Test("every limit is a sentence", arguments: RemedyLimit.allCases)
  func limits(limit: RemedyLimit) { expectSentence(limit.sentence, "\(limit)") }

  @Test("every condition is a sentence")
  func conditions() throws {
    let day = try #require(CalendarDate(year: 2024, month: 6, day: 30))
    let parts: [Condition] = [
      .column("kind", .oneOf(["elder_day_care"])), .column("status", .oneOf(["new"])),
      .any([
        .column("floor_area", .compare(.atLeast, Amount(350), upper: nil)),
        .not(.column("inclusive", .oneOf(["no"]))),
      ]),
    ]
    let meets = RemedyCondition.meets(.all(parts))
    for condition in [meets, .handedOver(by: day), .builtInStage(2)] {
      for naming in [Naming.exact, .plain(kinds: try .builtIn())] {
        expectSentence(condition.sentence(naming), "\(condition)")
      }
    }
    #expect(
      meets.sentence(.exact).en
        == "it must meet: kind = elder_day_care; status = new; floor_area ≥ 350 / not inclusive = no"
    )
    let plain = meets.sentence(.plain(kinds: try .builtIn()))
    #expect(!plain.en.contains("_") && !plain.zh.contains { $0.isASCII && $0.isLetter })
  }
}
