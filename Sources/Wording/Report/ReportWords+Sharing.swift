package import Documents

extension ReportWords {
  package static let waysOfCounting = LocalizedText(
    en: "All parcels by verdict and by how shared facilities are counted. Fair is the verdict;"
      + " counted for everyone in reach is what a drawn circle shows",
    zh: "按设施计入方式统计的全部小区结论。“公平分配”为正式结论；“可达设施全额计入”即画圈法的结果，存在重复计算")
  package static let wayOfCounting = LocalizedText(en: "Counted", zh: "计入方式")
  package static let onSiteOnly = LocalizedText(en: "on site only", zh: "自有设施")
  package static let fair = LocalizedText(en: "fair", zh: "公平分配")
  package static let pooled = LocalizedText(en: "pooled in the circle", zh: "圈内平均")
  package static let allInReach = LocalizedText(en: "all in reach", zh: "可达设施全额计入")
  package static let hidden = LocalizedText(en: "hidden by double counting", zh: "重复计算掩盖")
  package static let which = LocalizedText(
    en: "which (all in parcels.geojson)", zh: "所涉小区（全部见 parcels.geojson）")
  package static let noGroups = LocalizedText(
    en: "No parcels share too little.", zh: "没有因共享设施不足而不达标的小区组。")

  package static func worstGroups(_ shown: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      en: "The \(shown) worst of \(all) groups of parcels that share too little; all are in"
        + " shortage_groups.geojson",
      zh: "共享不足的小区组共\(all)组，列出最严重的\(shown)组；全部见 shortage_groups.geojson")
  }

  package static let group = LocalizedText(en: "Group", zh: "组")
  package static let ofClause = LocalizedText(en: "No.", zh: "条款")
  package static let parcelsOfGroup = LocalizedText(en: "Parcels", zh: "小区")
  package static let sharedFacilities = LocalizedText(en: "Facilities they share", zh: "共用设施")
  package static let need = LocalizedText(en: "need", zh: "需求")
  package static let have = LocalizedText(en: "have", zh: "可得")
  package static let lack = LocalizedText(en: "missing", zh: "缺口")
  package static let served = LocalizedText(en: "served", zh: "满足率")
  package static let noneInReach = LocalizedText(en: "none in reach", zh: "无可达设施")
}
