/// What `foot` or `access` means for people on foot.
enum AccessWord: Hashable {
  /// Everybody may.
  case opens
  /// Whoever has a reason to be there may.
  case opensToVisitors
  /// People may not, for this reason.
  case closes(WalkExclusion)
  /// Not stated, or a word that nobody knows.
  case saysNothing

  /// What a tag says by day; of a list what opens most.
  init(_ key: OSMKey, unless conditional: OSMKey, of tags: OSMTags) {
    self = AccessWord(tags[key])
    guard let text = tags[conditional] else { return }
    let byDay = AccessWord(ConditionalAccess.valueByDay(text))
    if byDay != .saysNothing { self = byDay }
  }

  init(_ value: String?) {
    self = .saysNothing
    guard let value else { return }
    for word in OSMTags.list(value) {
      switch (Self.word(word), self) {
      case (.opens, _): self = .opens
      case (.opensToVisitors, .saysNothing), (.opensToVisitors, .closes): self = .opensToVisitors
      case (.closes(let reason), .saysNothing): self = .closes(reason)
      // Who is let in where nobody else is: `no;private` is private, but for walkers as closed.
      case (.closes(.private), .closes(.reserved)): self = .closes(.private)
      default: break
      }
    }
  }

  private static func word(_ value: String) -> AccessWord {
    switch value {
    case "yes", "permissive", "designated", "official", "public", "optional_sidepath": .opens
    case "destination", "customers": .opensToVisitors
    case "no": .closes(.forbidden)
    case "private", "residents", "permit": .closes(.private)
    case "agricultural", "forestry", "delivery", "military", "emergency", "employees", "staff":
      .closes(.reserved)
    case "use_sidepath", "separate": .closes(.sidewalkApart)
    default: .saysNothing
    }
  }
}
