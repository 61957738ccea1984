package import Documents

/// What readers call the columns that all layers have.
package enum ColumnNames {
  package static let columns: [String: LocalizedText] = [
    "id": LocalizedText(en: "id", zh: "编号"),
    "name": LocalizedText(en: "name", zh: "名称"),
    "level": LocalizedText(en: "level", zh: "层级"),
    "kind": LocalizedText(en: "kind", zh: "设施类别"),
    "verdict": LocalizedText(en: "verdict", zh: "结论"),
    "flags": LocalizedText(en: "flags", zh: "标记"),
    "stands": LocalizedText(en: "stands on the day", zh: "基准日是否在用"),
    "stands_reason": LocalizedText(en: "why it does not stand", zh: "未计入原因"),
    "households": LocalizedText(en: "households", zh: "户数"),
    "population": LocalizedText(en: "residents", zh: "人口"),
    "elders": LocalizedText(en: "elders", zh: "老年人口"),
  ]
}
