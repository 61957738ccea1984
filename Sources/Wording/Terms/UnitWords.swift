public import Documents
public import Quantities

/// Units of clauses, such as `m2/100 households`, in the reader's words.
public enum UnitWords {
  /// `m²/百户`
  public static func text(_ unit: MeasureUnit, _ language: Language) -> String {
    let supply = word(unit.thing, isOne: false, language)
    guard let per = unit.per else { return supply }
    if per.count == Amount(1) { return "\(supply)/\(word(per.thing, isOne: true, language))" }
    guard language == .zh else {
      return "\(supply)/\(per.count) \(word(per.thing, isOne: false, language))"
    }
    // As bureaus write it: so many a hundred households, a thousand people.
    let steps = [Amount(100): "百", Amount(1_000): "千", Amount(10_000): "万"]
    let count = steps[per.count] ?? "\(per.count)"
    return "\(supply)/\(count)\(classified(per.thing))"
  }

  /// A number with its unit, which stays on its line: `30 m²`, `100%`; without one where it has none.
  public static func text(_ number: String, _ unit: MeasureUnit?, _ language: Language) -> String {
    let word = unit.map { text($0, language) } ?? ""
    // A Chinese measure word follows its number at once.
    let isJoined = word.isEmpty || word == "%" || word.first?.isASCII == false
    return isJoined ? number + word : "\(number)\u{00A0}\(word)"
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

  /// What so many of are counted by, behind a hundred or a thousand.
  private static func classified(_ thing: MeasuredThing) -> String {
    switch thing {
    case .elders: "名老年人"
    case .infants: "名婴幼儿"
    default: chinese(thing)
    }
  }

  private static func chinese(_ thing: MeasuredThing) -> String {
    switch thing {
    case .squareMetres: "m²"
    case .metres: "m"
    case .percent: "%"
    case .count: "处"
    case .places: "个"
    case .beds: "张"
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
