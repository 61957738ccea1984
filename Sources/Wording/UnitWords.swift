public import Documents

/// Units of clauses, such as `m2/100 households`, in the reader's words.
public enum UnitWords {
  private static let words: [String: LocalizedText] = [
    "m2": LocalizedText(en: "m²", zh: "m²"),
    "m": LocalizedText(en: "m", zh: "m"),
    "percent": LocalizedText(en: "%", zh: "%"),
    "count": LocalizedText(en: "facilities", zh: "处"),
    "places": LocalizedText(en: "places", zh: "托位"),
    "place": LocalizedText(en: "place", zh: "托位"),
    "beds": LocalizedText(en: "beds", zh: "床"),
    "bed": LocalizedText(en: "bed", zh: "床"),
    "persons": LocalizedText(en: "persons", zh: "人"),
    "person": LocalizedText(en: "person", zh: "人"),
    "residents": LocalizedText(en: "residents", zh: "入住者"),
    "resident": LocalizedText(en: "resident", zh: "入住者"),
    "households": LocalizedText(en: "households", zh: "户"),
    "household": LocalizedText(en: "household", zh: "户"),
    "elders": LocalizedText(en: "elders", zh: "老年人"),
    "elder": LocalizedText(en: "elder", zh: "老年人"),
    "infants": LocalizedText(en: "infants", zh: "婴幼儿"),
    "infant": LocalizedText(en: "infant", zh: "婴幼儿"),
    "units": LocalizedText(en: "units", zh: "个单元"),
    "projects": LocalizedText(en: "projects", zh: "个项目"),
    "parcels": LocalizedText(en: "parcels", zh: "个小区"),
    "none": LocalizedText(en: "", zh: ""),
  ]

  /// `m²/100户`
  public static func text(_ unit: String, _ language: Language) -> String {
    unit.split(separator: "/").map { side in
      side.split(separator: " ").map { words[String($0)]?[language] ?? String($0) }
        .joined(separator: language == .zh ? "" : " ")
    }.joined(separator: "/")
  }

  /// A number with its unit, which stays on its line: `30 m²`, `100%`.
  public static func text(_ number: String, _ unit: String, _ language: Language) -> String {
    let word = text(unit, language)
    return word.isEmpty || word == "%" ? number + word : "\(number)\u{00A0}\(word)"
  }
}
