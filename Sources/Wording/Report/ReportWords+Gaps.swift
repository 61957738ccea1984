package import Documents

extension ReportWords {
  package static let gapsTitle = LocalizedText(en: "Where most is missing", zh: "缺口集中在哪里")
  package static let gapsCaption = LocalizedText(
    en: "What is missing at compounds, rounded up to what can be built; compounds that share may"
      + " need fewer together, as the shortage groups say",
    zh: "各条款在小区层面的缺口（按可建设的整数向上取整；共用设施的小区合建可少于此数，见共享不足的小区组）")
  package static let parcelsLacking = LocalizedText(en: "Compounds", zh: "小区数")
  package static let mostIsMissingAt = LocalizedText(
    en: "Most is missing at", zh: "缺口最大的小区")
}
