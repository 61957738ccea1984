public import Documents

/// The names of columns in a layman's words.
public enum PlainWords {
  private static let columns: [String: LocalizedText] = [
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
    "kind": LocalizedText(en: "kind", zh: "设施类型"),
    "count": LocalizedText(en: "number", zh: "数量"),
    "walk": LocalizedText(en: "walk", zh: "步行"),
    "radius": LocalizedText(en: "radius", zh: "半径"),
  ]

  /// What a column is called; its own name where it is the data's.
  public static func column(_ name: String, _ language: Language) -> String {
    columns[name]?[language] ?? name
  }

  /// A sentence with the names of columns, and what else `other` knows, put into words.
  public static func text(
    _ sentence: String, _ language: Language, other: (String) -> String?
  ) -> String {
    var result = ""
    var word = ""
    func finish() {
      // English sentences use these words as they are, unless they are joined by a line or listed.
      let isColumn = language == .zh || word.contains("_") || result.contains("applies: ")
      result += other(word) ?? (isColumn ? columns[word]?[language] : nil) ?? word
      word = ""
    }
    for character in sentence {
      if character.isASCII, character.isLetter || character.isNumber || "_-".contains(character) {
        word.append(character)
      } else {
        finish()
        result.append(character)
      }
    }
    finish()
    return language == .zh ? withoutGaps(result) : result
  }

  /// Chinese sets no blanks between its characters.
  private static func withoutGaps(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    for (place, character) in characters.enumerated() {
      if character == " ", place > 0, place + 1 < characters.count,
        !characters[place - 1].isASCII, !characters[place + 1].isASCII
      {
        continue
      }
      result.append(character)
    }
    return result
  }
}
