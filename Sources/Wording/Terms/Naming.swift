public import Documents
public import GeoData
internal import Planning
internal import Quantities
public import Rules

/// How sentences name what has a name in files and packs: columns, kinds, clauses.
public struct Naming: Sendable {
  /// As files and packs write it: for tables, for machines, and for whoever mends a file.
  public static let exact = Naming(isExact: true, kinds: nil) { _ in nil }

  /// In a layman's words.
  ///
  /// - Parameters:
  ///   - kinds: What kinds are called.
  ///   - clause: What a clause is called where the sentence stands, such as `No. 3`; `nil`: by the
  ///     id of its rule.
  public static func plain(
    kinds: FacilityKinds? = nil,
    clause: @escaping @Sendable (RuleKey) -> LocalizedText? = { _ in nil }
  ) -> Naming {
    Naming(isExact: false, kinds: kinds, clause: clause)
  }

  /// In a layman's words, for whoever handed a plan in: such a reader can mend his own rows, and has no
  /// project file to write anything into.
  ///
  /// - Parameters:
  ///   - kinds: What kinds are called.
  ///   - clause: What a clause is called where the sentence stands.
  public static func ofApplicant(
    kinds: FacilityKinds? = nil,
    clause: @escaping @Sendable (RuleKey) -> LocalizedText? = { _ in nil }
  ) -> Naming {
    Naming(isExact: false, hasProject: false, kinds: kinds, clause: clause)
  }

  let isExact: Bool
  /// Whether the reader can state things in a project file.
  let hasProject: Bool
  private let kinds: FacilityKinds?
  private let clause: @Sendable (RuleKey) -> LocalizedText?

  private init(
    isExact: Bool, hasProject: Bool = true, kinds: FacilityKinds?,
    clause: @escaping @Sendable (RuleKey) -> LocalizedText?
  ) {
    self.isExact = isExact
    self.hasProject = hasProject
    self.kinds = kinds
    self.clause = clause
  }

  /// What a reader can do about something: with a project file, or without one.
  func advice(_ withProject: LocalizedText, else without: LocalizedText) -> LocalizedText {
    hasProject ? withProject : without
  }

  func column(_ name: String) -> LocalizedText {
    isExact ? Self.asWritten(name) : ConditionWords.of(name)
  }

  func columns(_ names: [String]) -> LocalizedText {
    let words = names.map(column)
    return LocalizedText(
      en: words.map(\.en).joined(separator: ", "),
      zh: words.map(\.zh).joined(separator: isExact ? ", " : "、"))
  }

  func clause(_ key: RuleKey) -> LocalizedText {
    isExact ? Self.asWritten(key.rule) : clause(key) ?? Self.asWritten(key.rule)
  }

  /// A value of a column.
  func value(_ word: String, of column: String) -> LocalizedText {
    guard !isExact else { return Self.asWritten(word) }
    if column == "kind", let kinds, let kind = kinds.index(ofID: word) {
      return kinds.all[kind].name
    }
    return Self.values[word] ?? Self.asWritten(word)
  }

  private static let values: [String: LocalizedText] = [
    ParcelStatus.new.rawValue: ParcelStatus.new.words,
    ParcelStatus.existing.rawValue: ParcelStatus.existing.words,
    "yes": LocalizedText(en: "yes", zh: "是"), "no": LocalizedText(en: "no", zh: "否"),
    "true": LocalizedText(en: "yes", zh: "是"), "false": LocalizedText(en: "no", zh: "否"),
  ]

  func reach(_ reach: Reach) -> LocalizedText {
    isExact ? Self.asWritten("\(reach)") : reach.words
  }

  private static func asWritten(_ name: String) -> LocalizedText {
    LocalizedText(en: name, zh: name)
  }

  /// A Chinese sentence from its parts, every second of them a name: names as they are written
  /// stand between blanks, words only where there are no Chinese characters on both sides.
  func chinese(_ parts: String...) -> String {
    var text = ""
    for part in parts where !part.isEmpty {
      if let last = text.last, let first = part.first, isExact || last.isASCII || first.isASCII {
        text += " "
      }
      text += part
    }
    return text
  }
}

extension Reach {
  /// `within a walk of 15 min`, `步行15分钟内`.
  public var words: LocalizedText {
    func text(_ amount: Amount) -> String { NumberWords.text(amount) }
    return switch self {
    case .radius(let metres):
      LocalizedText(en: "within \(text(metres))\u{00A0}m", zh: "\(text(metres))米半径内")
    case .walk(let metres):
      LocalizedText(en: "within a walk of \(text(metres))\u{00A0}m", zh: "步行\(text(metres))米内")
    case .walkTime(let minutes, nil):
      LocalizedText(
        en: "within a walk of \(text(minutes))\u{00A0}min", zh: "步行\(text(minutes))分钟内")
    case .walkTime(let minutes, let speed?):
      LocalizedText(
        en: "within a walk of \(text(minutes))\u{00A0}min at \(text(speed))\u{00A0}m a minute",
        zh: "以每分钟\(text(speed))米步行\(text(minutes))分钟内")
    }
  }
}
