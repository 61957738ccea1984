package import Documents
package import Quantities

extension ReportWords {
  package static let byVerdict = LocalizedText(
    en: "Parcels and residents by overall verdict", zh: "居住小区与居民按总体结论统计")
  package static let ofAll = LocalizedText(en: "of all", zh: "占比")
  package static let all = LocalizedText(en: "All", zh: "合计")

  package static func lead(
    of all: String, failing: String, share: String, residents: String, passing: String,
    undecided: String
  ) -> LocalizedText {
    LocalizedText(
      en: """
        Of \(all) parcels, \(failing) (\(share)), with \(residents) residents, fail at \
        least one binding or expected clause; \(passing) meet every clause that applies to \
        them; \(undecided) cannot be decided for want of data.
        """,
      zh: """
        \(all)个居住小区中，\(failing)个（\(share)，居民\(residents)人）至少有一条约束性或预期性条款\
        不符合；\(passing)个符合全部适用条款；\(undecided)个因数据缺失无法判定。
        """)
  }

  package static let someFail = LocalizedText(
    en: "fails at least one binding or expected clause", zh: "至少一条约束性或预期性条款不符合")
  package static let someUndecided = LocalizedText(
    en: "fails none, but data that would decide one is missing", zh: "未发现不符合，但缺少判定所需数据")
  package static let allPass = LocalizedText(
    en: "meets every such clause that applies", zh: "适用条款全部符合")
  package static let noClauseApplies = LocalizedText(en: "no clause applies", zh: "没有适用条款")

  package static func residentsEstimated(perHousehold: Amount) -> LocalizedText {
    LocalizedText(
      en: "residents: as in the data, else households × \(perHousehold)",
      zh: "居民人数：取数据值，缺失时按户数×\(perHousehold)估算")
  }

  package static func residentsUncounted(_ parcels: String) -> LocalizedText {
    LocalizedText(en: "without parcels that have no count: \(parcels)", zh: "\(parcels)个小区无人数，未计入")
  }
}
