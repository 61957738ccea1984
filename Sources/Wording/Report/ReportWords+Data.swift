package import Documents

extension ReportWords {
  package static let rowsRead = LocalizedText(en: "Rows read", zh: "读取的数据行")
  package static let layer = LocalizedText(en: "Layer", zh: "图层")
  package static let read = LocalizedText(en: "read", zh: "读取")
  package static let checked = LocalizedText(en: "checked", zh: "采用")
  package static let rejected = LocalizedText(en: "rejected", zh: "未采用")
  package static let crs = LocalizedText(en: "CRS", zh: "坐标系")
  package static let rejectedRows = LocalizedText(
    en: "Rows that take no part, by reason", zh: "未采用的数据行（按原因）")
  package static let allChecked = LocalizedText(
    en: "Every row that was read was checked.", zh: "读取的数据行全部采用。")
  package static let remarkedRows = LocalizedText(
    en: "Rows that take part, with a remark", zh: "已采用但需说明的数据（按类别）")
  package static let noRemarks = LocalizedText(
    en: "There are no remarks on the rows checked.", zh: "采用的数据行没有需说明的问题。")
  package static let code = LocalizedText(en: "Code", zh: "代码")
  package static let rows = LocalizedText(en: "Rows", zh: "行数")
  package static let firstExamples = LocalizedText(en: "First examples", zh: "前几例")

  /// What becomes of facilities that do not stand on the day.
  public static func howLeftOut(countsPlanned: Bool) -> LocalizedText {
    guard countsPlanned else {
      return LocalizedText(
        en: "they count for no clause that does not say so; what is not known counts at best",
        zh: "除条款另有规定外不予计入；状态不明的仅按最好情形计入")
    }
    return LocalizedText(
      en: "what is under construction, planned or not open yet counts all the same, as the project "
        + "asks, and findings that rest on it are flagged",
      zh: "按项目要求，在建、拟建和尚未投用的设施仍予计入，相关结论带有标记")
  }
}
