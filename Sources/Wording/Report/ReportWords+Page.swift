package import Documents

extension ReportWords {
  package static let atAGlance = LocalizedText(en: "Results at a glance", zh: "总体结论")
  package static let map = LocalizedText(en: "Map", zh: "分布图")
  package static let clauseByClause = LocalizedText(en: "Clause by clause", zh: "逐条核查结果")
  package static let byUnit = LocalizedText(en: "By administrative unit", zh: "分行政单元结果")
  package static let sharing = LocalizedText(en: "Shared facilities", zh: "共享设施分配")
  package static let worstPlaces = LocalizedText(en: "Where it is worst", zh: "问题最突出的小区")
  package static let failingFacilities = LocalizedText(en: "Facilities that fail", zh: "不符合要求的设施")
  package static let theData = LocalizedText(en: "The data", zh: "数据质量")
  package static let method = LocalizedText(en: "Method", zh: "方法说明")
  package static let sources = LocalizedText(en: "Sources and versions", zh: "数据来源与版本")
  package static let title = LocalizedText(
    en: "Compliance of elder-care and childcare facilities", zh: "养老托育服务设施配置情况核查报告")
}
