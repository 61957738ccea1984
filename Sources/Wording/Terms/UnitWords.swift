public import Documents
public import Quantities

/// Units of clauses, such as `m2/100 households`, in the reader's words.
public enum UnitWords {
  /// `m²/100户`
  public static func text(_ unit: MeasureUnit, _ language: Language) -> String {
    let supply = word(unit.thing, isOne: false, language)
    guard let per = unit.per else { return supply }
    if per.count == Amount(1) { return "\(supply)/\(word(per.thing, isOne: true, language))" }
    let space = language == .zh ? "" : " "
    return "\(supply)/\(per.count)\(space)\(word(per.thing, isOne: false, language))"
  }

  /// A number with its unit, which stays on its line: `30 m²`, `100%`; without one where it has none.
  public static func text(_ number: String, _ unit: MeasureUnit?, _ language: Language) -> String {
    let word = unit.map { text($0, language) } ?? ""
    return word.isEmpty || word == "%" ? number + word : "\(number)\u{00A0}\(word)"
  }

  private static func word(_ thing: MeasuredThing, isOne: Bool, _ language: Language) -> String {
    language == .zh ? chinese(thing) : english(thing, isOne: isOne)
  }

  private static func english(_ thing: MeasuredThing, isOne: Bool) -> String {
    switch thing {
    case .squareMetres: "m²"
    case .percent: "%"
    case .count: "facilities"
    case .nothing: ""
    case .metres, .places, .beds, .persons, .residents, .households, .elders, .infants, .units,
      .parcels, .projects, .other:
      isOne ? thing.singular : thing.word
    }
  }

  private static func chinese(_ thing: MeasuredThing) -> String {
    switch thing {
    case .squareMetres: "m²"
    case .metres: "m"
    case .percent: "%"
    case .count: "处"
    case .places: "托位"
    case .beds: "床"
    case .persons: "人"
    case .residents: "入住者"
    case .households: "户"
    case .elders: "老年人"
    case .infants: "婴幼儿"
    case .units: "个单元"
    case .parcels: "个小区"
    case .projects: "个项目"
    case .nothing: ""
    case .other(let word): word
    }
  }
}
