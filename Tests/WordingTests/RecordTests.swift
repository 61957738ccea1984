import Documents
import Planning
import Quantities
import Testing

@testable import Wording

/// The next case, with figures; `nil` behind the last. The switch tells of a case that is new.
private func next(after note: Note?) -> Note? {
  guard let note else { return .missingColumn("floor_area", role: .facilities) }
  return switch note {
  case .missingColumn: .columnMatchedTwice(column: "households", used: "户数", second: "总户数")
  case .columnMatchedTwice:
    .unitConverted(
      column: "land_area", source: "亩", UnitFactor(numerator: 2000, denominator: 3))
  case .unitConverted: .unknownUnitOfColumn(column: "land_area", source: "面积（坪）")
  case .unknownUnitOfColumn: .columnNotTaken(column: "floor_area", source: "面积", mayBe: true)
  case .columnNotTaken(_, _, mayBe: true):
    .columnNotTaken(column: "floor_area", source: "使用面积", mayBe: false)
  case .columnNotTaken: .takenAsOpen
  case .takenAsOpen: .crsOverridden(stated: "GCJ-02", file: "WGS 84")
  case .crsOverridden:
    .unknownShift(crs: "Xian 1980", definition: "+proj=longlat +ellps=IAU76 +towgs84=DX,DY,DZ")
  case .unknownShift(_, .some): .unknownShift(crs: "Xian 1980", definition: nil)
  case .unknownShift: .layerFarFromOthers(kilometres: 683)
  case .layerFarFromOthers: .noRows
  case .noRows: .numberedRows
  case .numberedRows: .readWarning(place: "geometry", message: "the ring is not closed")
  case .readWarning: .unreadableNumber(column: "households", text: "约500")
  case .unreadableNumber: .numberWithRemark(column: "beds", Amount(80), remark: "备案")
  case .numberWithRemark: .unreadableDate(column: "delivered", text: "明年")
  case .unreadableDate: .unreadablePhase(column: "phase", text: "远期")
  case .unreadablePhase:
    .unknownWord(column: "status", text: "停工", isKept: false, known: ["existing", "new"])
  case .unknownWord:
    .unclearOperation(column: "operating", text: "看情况", known: ["closed", "open"])
  case .unclearOperation: .fractionalCount(column: "infants", Amount(micros: 8_500_000))
  case .fractionalCount: .missingHouseholds
  case .missingHouseholds: .missingPopulation(isEstimated: true)
  case .missingPopulation(isEstimated: true): .missingPopulation(isEstimated: false)
  case .missingPopulation(isEstimated: false): .missingStatus(assumed: .new)
  case .missingStatus(assumed: .some): .missingStatus(assumed: nil)
  case .missingStatus(assumed: nil): .zeroHouseholds
  case .zeroHouseholds: .implausibleHouseholdSize(persons: 26)
  case .implausibleHouseholdSize:
    .eldersExceedPopulation(elders: Amount(261), population: Amount(260))
  case .eldersExceedPopulation:
    .infantsExceedPopulation(infants: Amount(300), population: Amount(260))
  case .infantsExceedPopulation: .samePlace(as: "P3", others: 2)
  case .samePlace: .zeroArea(column: "floor_area")
  case .zeroArea: .placesWithoutArea
  case .placesWithoutArea: .nursingBedsExceedBeds(nursing: Amount(9), beds: Amount(8))
  case .nursingBedsExceedBeds: .unknownServedParcel(id: "P9")
  case .unknownServedParcel: .farFromOthers(kilometres: 125.4)
  case .farFromOthers: .outsideUnits(.facilities)
  case .outsideUnits: .idOfSeveralFiles("1", name: "homes:1")
  case .idOfSeveralFiles: .noPlace(.noGeometry, .facilities)
  case .noPlace(_, .facilities): .noPlace(.noGeometry, .units)
  case .noPlace: .unknownUnit(column: "community", text: "C9")
  case .unknownUnit: .ambiguousUnit(column: "community", text: "一社区", count: 2)
  case .ambiguousUnit: .repairedGeometry(reason: "Self-intersection", before: 0, after: 5120)
  case .repairedGeometry: nil
  }
}

/// As above.
private func next(after rejection: Rejection?) -> Rejection? {
  guard let rejection else { return .totalRow }
  return switch rejection {
  case .totalRow: .remarkRow
  case .remarkRow: .noGeometry
  case .noGeometry: .unreadableGeometry(message: "coordinates: 'east' is no number")
  case .unreadableGeometry: .collapsedGeometry(reason: "Self-intersection")
  case .collapsedGeometry: .wrongGeometry(.line, .parcels)
  case .wrongGeometry(.line, _): .wrongGeometry(.polygon, .entrances)
  case .wrongGeometry: .outOfRange(x: 34.44, y: 115.65, crs: "WGS 84")
  case .outOfRange: .zeroPlace
  case .zeroPlace: .outsideArea(x: 13.86, y: 34.06, crs: "CGCS2000")
  case .outsideArea: .unreadableRow(message: "has 7 values for 6 columns")
  case .unreadableRow: .missingID(column: "id")
  case .missingID: .repeatedID("P1", others: ["parcels.geojson: feature 2"], count: 5)
  case .repeatedID: .missingKind(column: "kind")
  case .missingKind:
    .unknownKind(
      "childcar",
      nearest: [
        KindName(
          id: "childcare", name: LocalizedText(en: "nursery", zh: "托育机构"), word: "childcare")
      ])
  case .unknownKind(_, let nearest) where nearest.count == 1:
    .unknownKind("托管", nearest: nearest + nearest)
  case .unknownKind(_, let nearest) where nearest.count == 2: .unknownKind("火箭站", nearest: [])
  case .unknownKind:
    .notFacility("家庭养老床位", because: LocalizedText(en: "it is no facility", zh: "不是设施"))
  case .notFacility: .missingLevel(column: "level")
  case .missingLevel: .unknownLevel("片区")
  case .unknownLevel: .negativeCount(column: "households", value: "-5")
  case .negativeCount: .missingParcel(column: "parcel")
  case .missingParcel: .unknownParcel(id: "P9")
  case .unknownParcel: .unknownFacility(id: "F9")
  case .unknownFacility: nil
  }
}

@Suite("Notes and rejections in words")
struct RecordTests {
  private static let notes = Array(
    sequence(state: nil as Note?) { state in
      state = next(after: state)
      return state
    })
  private static let rejections = Array(
    sequence(state: nil as Rejection?) { state in
      state = next(after: state)
      return state
    })

  @Test("every note is a sentence in both languages and registers", arguments: Self.notes)
  func sentence(note: Note) {
    for naming in [Naming.exact, .plain()] {
      expectSentence(note.sentence(naming), note.code.rawValue)
    }
  }

  @Test("every rejection is a sentence in both languages and registers", arguments: Self.rejections)
  func sentence(rejection: Rejection) {
    for naming in [Naming.exact, .plain()] {
      expectSentence(rejection.sentence(naming), rejection.code.rawValue)
    }
  }

  @Test("every code has a case")
  func codes() {
    #expect(Set(Self.notes.map(\.code)) == Set(NoteCode.allCases))
    #expect(Set(Self.rejections.map(\.code)) == Set(RejectionCode.allCases))
  }

  @Test("what is to be written into a file stays as it is to be written")
  func keys() {
    let note = Note.missingColumn("floor_area", role: .facilities).sentence(.plain())
    #expect(note.zh == "服务设施图层没有找到“建筑面积”对应的列；如有，请在项目文件中声明 fields: {floor_area: …}")
    #expect(
      note.en.contains("taken for 'floor area'") && note.en.contains("`fields: {floor_area: …}`"))
    #expect(Note.missingStatus(assumed: nil).sentence(.plain()).zh.contains("{status: existing}"))
  }

  @Test("a row with several faults has them in one sentence")
  func several() {
    let row = RejectedRow(
      layer: "parcels", file: "parcels.geojson", row: 3, id: "P1",
      reasons: [.noGeometry, .missingID(column: "编号")])
    #expect(
      row.sentence(.exact).en
        == "the row has no geometry; draw it, or delete the row; the row has no id in '编号'; give"
        + " it one")
    #expect(row.code == .noGeometry)
  }

  @Test("every column has words", arguments: LayerRole.allCases)
  func columns(role: LayerRole) {
    for column in role.columns {
      #expect(hasChinese(ConditionWords.of(column.name, .zh)), "\(column.name)")
      #expect(!ConditionWords.of(column.name, .en).contains("_"), "\(column.name)")
    }
  }

  @Test(
    "every step of loading has words",
    arguments: [
      LoadStep.reading("parcels.geojson"), .checking(.parcels), .placing(.units), .joining,
    ])
  func steps(step: LoadStep) { expectSentence(step.label, "\(step)") }
}
