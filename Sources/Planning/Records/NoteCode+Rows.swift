internal import Documents
internal import Quantities

// MARK: About parcels

extension Note {
  static let missingHouseholds = Note(
    .missingHouseholds, en: "no households; rules that count them give 'unknown': fill them in",
    zh: "缺少户数，按户数计算的条款结论为“未知”；请补充")

  /// - Parameter isEstimated: Whether the project states persons per household.
  static func missingPopulation(isEstimated: Bool) -> Note {
    isEstimated
      ? Note(
        .missingPopulation, en: "no population; it is estimated from the households",
        zh: "缺少人口，按户数估算")
      : Note(
        .missingPopulation,
        en: "no population; rules that count people give 'unknown': fill it in, or state "
          + "`assumptions: {persons_per_household: …}`",
        zh: "缺少人口，按人口计算的条款结论为“未知”；请补充，或声明 assumptions: {persons_per_household: …}")
  }

  static func missingStatus(assumed: ParcelStatus?) -> Note {
    if let assumed {
      return Note(
        .missingStatus, en: "no status; the project assumes '\(assumed.rawValue)'",
        zh: "缺少建设状态，按项目假定为“\(assumed == .new ? "新建" : "既有")”")
    }
    return Note(
      .missingStatus,
      en: "no status; rules on new or existing parcels give 'unknown': fill it in, or state "
        + "`assumptions: {status: existing}`",
      zh: "缺少建设状态，针对新建或既有小区的条款结论为“未知”；请补充，或声明 assumptions: {status: existing}")
  }

  static let zeroHouseholds = Note(
    .zeroHouseholds,
    en: "0 households: nothing is required for this parcel; leave the cell empty "
      + "if the number is not known",
    zh: "户数为 0，该小区不产生需求；如不清楚户数请留空")

  static func implausibleHouseholdSize(_ persons: Double) -> Note {
    let figure = Amount(rounding: (persons * 100).rounded() / 100) ?? .zero
    return Note(
      .implausibleHouseholdSize,
      en: "\(figure) persons per household; check population and households",
      zh: "户均 \(figure) 人，不合常理；请核对人口和户数")
  }

  static func eldersExceedPopulation(_ elders: Amount, _ population: Amount) -> Note {
    Note(
      .eldersExceedPopulation,
      en: "\(elders) persons of 60 and over among \(population); check both",
      zh: "60 岁及以上 \(elders) 人，超过总人口 \(population) 人；请核对")
  }

  static func infantsExceedPopulation(_ infants: Amount, _ population: Amount) -> Note {
    Note(
      .infantsExceedPopulation, en: "\(infants) children under 3 among \(population); check both",
      zh: "3 岁以下 \(infants) 人，超过总人口 \(population) 人；请核对")
  }

  static func samePlace(as id: String, others: Int) -> Note {
    let en = others > 1 ? " and \(others - 1) more" : ""
    let zh = others > 1 ? "等 \(others) 个小区" : ""
    return Note(
      .samePlace, en: "in the same place as parcel '\(id)'\(en); check whether they are one",
      zh: "与小区“\(id)”\(zh)位置相同；请核对是否重复")
  }
}

// MARK: About facilities

extension Note {
  static func zeroArea(_ column: String) -> Note {
    Note(
      .zeroArea, en: "'\(column)' is 0; leave the cell empty if the area is not known",
      zh: "“\(column)”为 0；如不清楚面积请留空")
  }

  static let placesWithoutArea = Note(
    .placesWithoutArea, en: "places, but no floor area; rules on area per place give 'unknown'",
    zh: "有托位但缺少建筑面积，按托位面积计算的条款结论为“未知”")

  static func nursingBedsExceedBeds(_ nursing: Amount, _ beds: Amount) -> Note {
    Note(
      .nursingBedsExceedBeds, en: "\(nursing) nursing-type beds among \(beds) beds; check both",
      zh: "护理型床位 \(nursing) 张，超过床位总数 \(beds) 张；请核对")
  }

  static func unknownServedParcel(_ id: String) -> Note {
    Note(
      .unknownServedParcel,
      en: "no parcel '\(id)' takes part, which this facility is declared to serve; correct the id",
      zh: "声明服务的小区“\(id)”不存在或未参与计算；请更正编号")
  }

  static func farFromParcels(kilometres: Double) -> Note {
    let figure = Int(kilometres.rounded())
    return Note(
      .farFromParcels,
      en: "\(figure) km from the nearest edge of the parcels' extent; check the coordinates",
      zh: "距小区范围边缘约 \(figure) 公里；请核对坐标")
  }
}

// MARK: About places and units

extension Note {
  static func outsideUnits(_ role: LayerRole) -> Note {
    Note(
      .outsideUnits,
      en: "in none of the units, and it names none; check its place, or add the unit",
      zh: "该\(role.zh)不在任何行政单元内，也未填写所属单元；请核对位置或补充单元")
  }

  static func unknownUnit(_ column: String, _ text: String) -> Note {
    Note(
      .unknownUnit,
      en: "'\(column)' is '\(text)', which is no unit's id or name; the place decides instead",
      zh: "“\(column)”为“\(text)”，没有此编号或名称的行政单元；改按位置判定")
  }

  static func ambiguousUnit(_ column: String, _ text: String, count: Int) -> Note {
    Note(
      .ambiguousUnit,
      en: "'\(column)' is '\(text)', the name of \(count) units; the place decides instead: "
        + "write the id",
      zh: "“\(column)”为“\(text)”，有 \(count) 个同名行政单元；改按位置判定，请填写编号")
  }

  static func repairedGeometry(_ reason: String, before: Double, after: Double) -> Note {
    func figure(_ area: Double) -> String { "\(Amount(Int(area.rounded())))" }
    return Note(
      .repairedGeometry,
      en:
        "the area was repaired (\(reason)): \(figure(before)) m² before, \(figure(after)) m² after; "
        + "check its shape",
      zh: "图形已修复（\(reason)）：修复前 \(figure(before)) 平方米，修复后 \(figure(after)) 平方米；请核对形状")
  }
}
