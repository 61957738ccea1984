internal import Documents

/// So many of several things: `{2: [a, b, c]}`.
enum AtLeastOf {
  /// Reads how many, and the things that they are of.
  static func read(
    _ node: DocumentNode, _ reader: DocumentReader
  ) -> (least: Int, of: [DocumentNode])? {
    guard case .mapping(let pairs) = node.content, pairs.count == 1,
      let least = pairs[0].key.scalar.flatMap(Int.init), least >= 1
    else {
      reader.report(node, "'at_least_of' is how many, and of what: {2: [a, b, c]}")
      return nil
    }
    guard let things = reader.list(pairs[0].value, "'at_least_of'") else { return nil }
    guard things.count >= least else {
      reader.report(pairs[0].value, "\(least) of \(things.count) there can never be")
      return nil
    }
    return (least, things)
  }
}

/// So many of several groups of kinds, one facility of each.
public struct KindGroups: Sendable, Hashable {
  /// How many groups.
  public let least: Int
  /// Each a list of kinds, any of which will do.
  public let groups: [[String]]

  /// Reads `{2: [library, primary_medical, [park, sport_space]]}`.
  static func read(_ node: DocumentNode, _ context: RuleContext) -> KindGroups? {
    AtLeastOf.read(node, context.reader).map { least, things in
      KindGroups(least: least, groups: things.map { context.kinds($0, "at_least_of") })
    }
  }

  /// The kinds of all groups, each once.
  var kinds: [String] {
    var known = Set<String>()
    return groups.joined().filter { known.insert($0).inserted }
  }
}
