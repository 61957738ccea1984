/// Names of columns for formats in which they have few bytes: each is cut at a character, and those that become the
/// same are told apart by a number at their end.
public struct ShortNames: Sendable {
  /// As they were, in their order.
  public let names: [String]
  /// What became of each.
  public let short: [String]

  /// - Parameter most: Bytes of UTF-8; a shapefile has 10.
  public init(_ names: [String], most: Int = 10) {
    self.names = names
    // Those that fit keep their names, whoever comes first.
    var known = Set(names.filter { $0.utf8.count <= most }.map { $0.lowercased() })
    var kept: Set<String> = []
    short = names.map { name in
      if name.utf8.count <= most, kept.insert(name.lowercased()).inserted { return name }
      var number = 1
      var short = Self.cut(name, most)
      while !known.insert(short.lowercased()).inserted {
        number += 1
        let suffix = "_\(number)"
        short = Self.cut(name, most - suffix.utf8.count) + suffix
      }
      return short
    }
  }

  /// Those that changed.
  public var changes: [(name: String, short: String)] {
    zip(names, short).filter { $0 != $1 }.map { (name: $0, short: $1) }
  }

  private static func cut(_ name: String, _ most: Int) -> String {
    var short = ""
    for character in name {
      guard short.utf8.count + String(character).utf8.count <= most else { break }
      short.append(character)
    }
    return short
  }
}
