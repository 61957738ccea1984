public import Compliance
public import Documents
internal import Planning

extension PlanReviewError: CustomStringConvertible {
  /// What is wrong, where, and the way out.
  public var description: String { sentence.en }

  /// The same in both languages.
  public var sentence: LocalizedText {
    switch self {
    case .nothingToReview(let plan, let rejected):
      Self.nothing(in: plan, rejected)
    case .outsideStudyArea(let plan, let rows, let kilometres):
      Self.outside(plan, rows, kilometres)
    case .repeatedIDs(let plan, let ids):
      LocalizedText(
        en: "\(plan): the city has rows with the same ids already: \(Self.listed(ids).en); give the"
          + " plan's parcels and facilities ids of their own",
        zh: "\(plan)：现状数据中已有相同编号：\(Self.listed(ids).zh)；请为方案的地块和设施另设编号")
    }
  }

  private static func nothing(in plan: String, _ rejected: [RejectedRow]) -> LocalizedText {
    let shown = rejected.prefix(5)
    let more = rejected.count - shown.count
    var en = "\(plan): there is no parcel and no facility to review"
    var zh = "\(plan)：没有可审查的地块或设施"
    if rejected.isEmpty {
      en += "; a plan needs a polygon or point with households, or a row with a facility kind"
      zh += "；方案至少应有一个带户数的面或点，或一行写明设施类型的数据"
    }
    for row in shown {
      let sentence = row.sentence(.exact)
      en += "\n  \(row.file): row \(row.row): \(sentence.en)"
      zh += "\n  \(row.file)：第\(row.row)行：\(sentence.zh)"
    }
    if more > 0 {
      en += "\n  and \(more) more rows"
      zh += "\n  另有\(more)行"
    }
    return LocalizedText(en: en, zh: zh)
  }

  private static func outside(
    _ plan: String, _ rows: [String], _ kilometres: Double
  ) -> LocalizedText {
    let names = listed(rows)
    let far = Int(kilometres.isFinite ? kilometres.rounded() : 0)
    return LocalizedText(
      en: "\(plan): outside the study area: \(names.en) lies in no unit"
        + (kilometres.isFinite
          ? " and \(far) km from the nearest parcel or facility of the city" : "")
        + "; check the plan's coordinates and CRS, or name the project that it belongs to",
      zh: "\(plan)：在研究范围之外：\(names.zh)不在任何行政单元内"
        + (kilometres.isFinite ? "，距最近的小区或设施\(far)公里" : "")
        + "；请核对方案的坐标和坐标系，或改用其所属的项目文件")
  }

  private static func listed(_ ids: [String]) -> LocalizedText {
    let more = ids.count - 5
    return LocalizedText(
      en: ids.prefix(5).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
      zh: ids.prefix(5).joined(separator: "、") + (more > 0 ? "等\(ids.count)个" : ""))
  }
}
