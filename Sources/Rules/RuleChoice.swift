public import Documents

/// Which rules of the packs are judged: all of them unless some are named.
public struct RuleChoice: Sendable, Hashable {
  /// Rules as `rule`, `pack/rule`, or with `*` for any letters; empty: all.
  public var only: [String]
  /// Rules that are left out, named likewise.
  public var except: [String]
  /// Topics whose rules are judged beside those of `only`; empty: all.
  public var topics: [String]

  /// All rules unless some are named.
  public init(only: [String] = [], except: [String] = [], topics: [String] = []) {
    self.only = only
    self.except = except
    self.topics = topics
  }

  /// Whether all rules are judged.
  public var isAll: Bool { only.isEmpty && except.isEmpty && topics.isEmpty }

  /// Whether a rule is judged.
  public func contains(_ rule: AppliedRule) -> Bool {
    let isAny = only.isEmpty && topics.isEmpty
    let isChosen =
      isAny || topics.contains(rule.means) || only.contains { Self.names($0, rule) }
    return isChosen && !except.contains { Self.names($0, rule) }
  }

  /// Makes sure that each word names something of the packs, and that something is left.
  ///
  /// - Throws: `RuleChoiceError` with all that do not.
  public func check(_ rules: [AppliedRule]) throws(RuleChoiceError) {
    let names = Set(rules.flatMap { [$0.id, "\($0.key)"] }).sorted()
    let known = Set(rules.map(\.means)).sorted()
    var unknown: [FaultText] = []
    for word in only + except where !rules.contains(where: { Self.names(word, $0) }) {
      unknown.append(
        "there is no rule '\(word)' in the packs\(Spelling.hint(for: word, among: names))")
    }
    for word in topics where !known.contains(word) {
      unknown.append(
        "no rule of the packs is about '\(word)'\(Spelling.choice(for: word, among: known))")
    }
    if unknown.isEmpty, !rules.isEmpty, !rules.contains(where: contains) {
      unknown.append("no rule is left of those that are chosen")
    }
    guard unknown.isEmpty else { throw RuleChoiceError(faults: unknown) }
  }

  private static func names(_ word: String, _ rule: AppliedRule) -> Bool {
    guard word.contains("*") else { return word == rule.id || word == "\(rule.key)" }
    return fits(word[...], rule.id[...]) || fits(word[...], "\(rule.key)"[...])
  }

  /// Whether a text is as a pattern has it, with `*` for any letters.
  private static func fits(_ pattern: Substring, _ text: Substring) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return pattern == text
    }
    guard text.count >= first.count + last.count, text.hasPrefix(first), text.hasSuffix(last)
    else { return false }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}

/// Why rules cannot be chosen: words that name nothing, or everything is left out.
public struct RuleChoiceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// At least one.
  public let faults: [FaultText]

  /// One line a fault, in English.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
