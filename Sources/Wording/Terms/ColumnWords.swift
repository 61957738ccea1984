public import Documents

/// What columns are called in a layman's words.
public enum ConditionWords {
  private static let all: [String: LocalizedText] = [
    "id": LocalizedText(en: "id", zh: "编号"),
    "name": LocalizedText(en: "name", zh: "名称"),
    "households": LocalizedText(en: "households", zh: "户数"),
    "population": LocalizedText(en: "population", zh: "人口数"),
    "elders": LocalizedText(en: "persons of 60 and over", zh: "60岁以上人口数"),
    "infants": LocalizedText(en: "children under 3", zh: "3岁以下婴幼儿数"),
    "status": LocalizedText(en: "status (new or existing)", zh: "建设状态（新建或既有）"),
    "urban": LocalizedText(en: "urban or rural", zh: "城乡属性"),
    "operating": LocalizedText(en: "whether it is open", zh: "运营状态"),
    "opened": LocalizedText(en: "date of opening", zh: "开业日期"),
    "closed": LocalizedText(en: "date of closing", zh: "停业日期"),
    "delivered": LocalizedText(en: "date of delivery", zh: "交付日期"),
    "phase": LocalizedText(en: "stage of building", zh: "建设期次"),
    "floor_area": LocalizedText(en: "floor area", zh: "建筑面积"),
    "land_area": LocalizedText(en: "land area", zh: "用地面积"),
    "places": LocalizedText(en: "childcare places", zh: "托位数"),
    "beds": LocalizedText(en: "beds", zh: "床位数"),
    "nursing_beds": LocalizedText(en: "nursing-type beds", zh: "护理型床位数"),
    "residents": LocalizedText(en: "residents", zh: "入住人数"),
    "doctors": LocalizedText(en: "doctors", zh: "医生数"),
    "nurses": LocalizedText(en: "nurses", zh: "护士数"),
    "equipment": LocalizedText(en: "equipment", zh: "设备配置"),
    "inclusive": LocalizedText(en: "inclusive prices", zh: "是否普惠"),
    "ownership": LocalizedText(en: "ownership", zh: "性质"),
    "filed": LocalizedText(en: "filed with the authority", zh: "是否备案"),
    "registered": LocalizedText(en: "registered", zh: "是否登记"),
    "demonstration": LocalizedText(en: "demonstration facility", zh: "是否示范"),
    "standardised": LocalizedText(en: "up to the standard", zh: "是否达标"),
    "size_class": LocalizedText(en: "size class", zh: "规模等级"),
    "tier": LocalizedText(en: "level that it is for", zh: "设施层级"),
    "daily_visitors": LocalizedText(en: "visitors a day", zh: "日客流量"),
    "kind": LocalizedText(en: "kind", zh: "设施类型"),
    "host": LocalizedText(en: "facility that it lies in", zh: "所在设施"),
    "served_parcels": LocalizedText(en: "parcels that it serves", zh: "服务小区"),
    "parcel": LocalizedText(en: "parcel", zh: "所属小区"),
    "facility": LocalizedText(en: "facility", zh: "所属设施"),
    "community": LocalizedText(en: "community", zh: "所属社区"),
    "street": LocalizedText(en: "street", zh: "所属街道"),
    "district": LocalizedText(en: "district", zh: "所属区县"),
    "city": LocalizedText(en: "city", zh: "所属市"),
    "parent": LocalizedText(en: "unit above", zh: "上级单元"),
    "level": LocalizedText(en: "level", zh: "级别"),
    "type": LocalizedText(en: "type", zh: "单元类型"),
    "count": LocalizedText(en: "number", zh: "数量"),
  ]

  /// What a column is called; its own name where it is the data's.
  public static func of(_ name: String) -> LocalizedText {
    all[name] ?? LocalizedText(en: name, zh: name)
  }

  /// What a column is called in a language.
  public static func of(_ name: String, _ language: Language) -> String { of(name)[language] }
}
