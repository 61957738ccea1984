/// What `access:conditional` and `foot:conditional` say of an ordinary day: whoever plans care asks
/// whether people get there by day, and not at which hour a park closes.
///
/// A condition holds by day if it holds on a Tuesday at 10:00 and at 16:00. Of clauses that hold the
/// last counts. Conditions on anything but hours and weekdays (a season, snow, a permit) hold for
/// nobody here: what stands without them remains.
///
/// Source: OpenStreetMap Wiki, *Conditional restrictions*, *Key:opening_hours/specification*.
enum ConditionalAccess {
  /// The value that holds by day; `nil`: none does.
  static func valueByDay(_ text: String) -> String? {
    var result: String?
    var value = ""
    for clause in split(text[...], at: ";") {
      let parts = clause.split(separator: "@", maxSplits: 1).map(trimmed)
      // Without brackets further hours stand behind a semicolon, and belong to the value before.
      guard let condition = parts.last, !condition.isEmpty else { continue }
      if parts.count == 2 { value = String(parts[0]) }
      if !value.isEmpty, holdsByDay(condition) { result = value }
    }
    return result
  }

  /// Hours at which people are about, in minutes.
  private static let about = [10 * 60, 16 * 60]

  private static func holdsByDay(_ condition: Substring) -> Bool {
    var condition = trimmed(condition)
    if condition.first == "(", condition.last == ")" {
      condition = trimmed(condition.dropFirst().dropLast())
    }
    let all = words(condition, at: " AND ")
    return all.allSatisfy { part in
      let rules = split(part, at: ";").compactMap(hours)
      return about.allSatisfy { minute in
        rules.contains { $0.contains { Self.contains($0, minute) } }
      }
    }
  }

  private static func contains(_ range: (from: Int, to: Int), _ minute: Int) -> Bool {
    range.from <= range.to
      ? range.from <= minute && minute < range.to : minute >= range.from || minute < range.to
  }

  /// The hours of a Tuesday that a rule speaks of; `nil`: it speaks of something else, or is not
  /// understood.
  private static func hours(_ rule: Substring) -> [(from: Int, to: Int)]? {
    let rule = trimmed(rule).lowercased()
    switch rule {
    case "24/7", "": return rule.isEmpty ? nil : [(0, 24 * 60)]
    case "sunrise-sunset", "dawn-dusk", "daylight": return [(7 * 60, 17 * 60)]
    case "sunset-sunrise", "dusk-dawn": return [(19 * 60, 5 * 60)]
    default: break
    }
    var ranges: [(from: Int, to: Int)] = []
    var isTuesday: Bool?
    for word in rule.split(whereSeparator: { $0 == " " || $0 == "," }) {
      if let range = range(of: word) {
        ranges.append(range)
      } else if let days = days(word) {
        isTuesday = (isTuesday ?? false) || days.contains(1)
      } else if word != "off" {
        return nil
      }
    }
    guard isTuesday ?? true, !rule.hasSuffix("off"), isTuesday != nil || !ranges.isEmpty else {
      return nil
    }
    return ranges.isEmpty ? [(0, 24 * 60)] : ranges
  }

  /// `06:00-22:00`, in minutes.
  private static func range(of word: Substring) -> (from: Int, to: Int)? {
    let ends = word.split(separator: "-").map { end -> Int? in
      let parts = end.split(separator: ":", omittingEmptySubsequences: false)
      switch end {
      case "sunrise", "dawn": return 7 * 60
      case "sunset", "dusk": return 17 * 60
      default: break
      }
      guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
        (0...48).contains(hour), (0..<60).contains(minute)
      else { return nil }
      return hour * 60 + minute
    }
    guard ends.count == 2, let from = ends[0], let to = ends[1] else { return nil }
    return (from, to)
  }

  private static let dayNames = ["mo", "tu", "we", "th", "fr", "sa", "su"]

  /// `mo-fr`, `tu`: numbers from 0 for Monday; none for holidays.
  private static func days(_ word: Substring) -> Set<Int>? {
    if word == "ph" || word == "sh" { return [] }
    let ends = word.split(separator: "-").map { dayNames.firstIndex(of: String($0)) }
    guard ends.count <= 2, let from = ends.first ?? nil, let to = ends.last ?? nil else {
      return nil
    }
    return Set((0...(to >= from ? to - from : to + 7 - from)).map { (from + $0) % 7 })
  }

  /// Parts between separators that stand in no brackets.
  private static func split(_ text: Substring, at separator: Character) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for place in text.indices {
      switch text[place] {
      case "(": depth += 1
      case ")": depth -= 1
      case separator where depth <= 0:
        parts.append(text[start..<place])
        start = text.index(after: place)
      default: break
      }
    }
    return parts + [text[start...]]
  }

  private static func words(_ text: Substring, at separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text
    while let found = rest.firstRange(of: separator) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
