package import Documents
package import GeoData
package import Rules

/// What codes of files and packs are called where people read them; a code that has no words stays as it
/// is.
package enum CodeWords {
  /// Of checks, of what a layer holds, of types of columns, of subjects and what a project states.
  private static let all: [String: LocalizedText] = [
    "provision": LocalizedText(en: "provision", zh: "配置水平"),
    "coverage": LocalizedText(en: "coverage", zh: "覆盖"),
    "presence": LocalizedText(en: "presence", zh: "设置数量"),
    "size": LocalizedText(en: "size", zh: "规模"),
    "share": LocalizedText(en: "share", zh: "占比"),
    "total": LocalizedText(en: "total", zh: "总量"),
    "point": LocalizedText(en: "point", zh: "点"), "line": LocalizedText(en: "line", zh: "线"),
    "polygon": LocalizedText(en: "polygon", zh: "面"), "none": LocalizedText(en: "none", zh: "无"),
    "text": LocalizedText(en: "text", zh: "文本"),
    "integer": LocalizedText(en: "integer", zh: "整数"),
    "real": LocalizedText(en: "real", zh: "小数"),
    "boolean": LocalizedText(en: "boolean", zh: "是否"),
    "json": LocalizedText(en: "json", zh: "JSON"),
    "parcel": RuleSubject.parcel.words, "facility": RuleSubject.facility.words,
    "plan": RuleSubject.plan.words, "community": RuleSubject.community.words,
    "street": RuleSubject.street.words, "township": RuleSubject.township.words,
    "district": RuleSubject.district.words, "city": RuleSubject.city.words,
    "province": RuleSubject.province.words,
    "planned": LocalizedText(en: "planned", zh: "计入未建成设施"),
    "as_of": LocalizedText(en: "as_of", zh: "数据基准日"),
    "scope": LocalizedText(en: "scope", zh: "数据范围"),
    "level": LocalizedText(en: "level", zh: "数据范围级别"),
    "attribution": LocalizedText(en: "attribution", zh: "分配方式"),
    "distances": LocalizedText(en: "distances", zh: "距离算法"),
    "working_crs": LocalizedText(en: "working_crs", zh: "工作坐标系"),
    "engine": LocalizedText(en: "engine", zh: "程序版本"),
    "language": LocalizedText(en: "language", zh: "语言"),
    "assumptions.persons_per_household": LocalizedText(
      en: "assumptions.persons_per_household", zh: "户均人口"),
    "assumptions.detour": LocalizedText(en: "assumptions.detour", zh: "步行绕行系数"),
    "assumptions.status": LocalizedText(en: "assumptions.status", zh: "假定的建设状态"),
    "assumptions.urban": LocalizedText(en: "assumptions.urban", zh: "假定的城乡属性"),
    "true": LocalizedText(en: "true", zh: "是"), "false": LocalizedText(en: "false", zh: "否"),
  ]

  /// In Chinese words, in English the code itself: that is what is written into files.
  package static func of(_ code: String) -> LocalizedText {
    LocalizedText(en: code, zh: (all[code] ?? LayerWords.of(code)).zh)
  }

  /// What a column of a role is called, with its code for whoever writes it into a file.
  package static func column(_ name: String) -> LocalizedText {
    let words = ConditionWords.of(name).zh
    return LocalizedText(en: name, zh: words == name ? name : "\(words)（\(name)）")
  }

  /// What a kind is called, with its code.
  package static func kind(_ id: String, _ kinds: FacilityKinds) -> LocalizedText {
    let name = kinds.index(ofID: id).map { kinds.all[$0].name.zh }
    return LocalizedText(en: id, zh: name.map { "\($0)（\(id)）" } ?? id)
  }
}

extension PolicyDocument.Status {
  /// Whether a document is in force.
  package var words: LocalizedText {
    switch self {
    case .issued: LocalizedText(en: "issued", zh: "已印发")
    case .draft: LocalizedText(en: "draft", zh: "征求意见稿")
    }
  }
}
