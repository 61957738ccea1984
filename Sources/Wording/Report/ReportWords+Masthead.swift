package import Documents

extension ReportWords {
  package static let asOf = LocalizedText(en: "As of", zh: "基准日")
  package static let data = LocalizedText(en: "Data", zh: "数据")
  package static let territory = LocalizedText(en: "Territory", zh: "范围")
  package static let wholeTerritory = LocalizedText(
    en: "the layers hold the whole territory", zh: "图层覆盖全域")
  package static let partOfTerritory = LocalizedText(
    en: "the layers hold part of the territory; totals of the whole are not taken from them",
    zh: "图层仅覆盖部分区域，不据此推算全域总量")
  package static let documents = LocalizedText(en: "Documents", zh: "依据文件")

  package static func checkedRows(
    parcels: String, facilities: String, units: String, rejected: String
  ) -> LocalizedText {
    LocalizedText(
      en: "\(parcels) parcels, \(facilities) facilities, \(units) administrative units checked;"
        + " \(rejected) rows rejected",
      zh: "居住小区\(parcels)个、服务设施\(facilities)处、行政单元\(units)个；未采用数据\(rejected)行")
  }
}
