package import Documents

/// Words and sentences of the report on a city; those of one section stand in a file of their own.
package enum ReportWords {
  package static let required = LocalizedText(en: "Required", zh: "指标")
  package static let parcels = LocalizedText(en: "Parcels", zh: "小区数")
  package static let residents = LocalizedText(en: "Residents", zh: "居民人数")
}
