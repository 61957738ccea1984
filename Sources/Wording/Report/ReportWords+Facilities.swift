package import Documents

extension ReportWords {
  package static func firstFacilities(_ shown: Int) -> LocalizedText {
    LocalizedText(
      en: "The first \(shown) by id; all are in facilities.geojson.",
      zh: "仅列编号靠前的\(shown)条，全部见 facilities.geojson。")
  }

  package static func facilityFindings(failing: String, undecided: String) -> LocalizedText {
    LocalizedText(
      en:
        "\(failing) findings about facilities fail; \(undecided) cannot be decided for want of data.",
      zh: "针对设施的核查结果中，不符合\(failing)条，因数据缺失无法判定\(undecided)条。")
  }

  package static let facilitiesThatFail = LocalizedText(
    en: "Facilities and the clauses that they fail", zh: "设施及其不符合的条款")
  package static let measured = LocalizedText(en: "Measured", zh: "现状值")
  package static let reason = LocalizedText(en: "Reason", zh: "说明")
}
