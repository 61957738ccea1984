public import GeoData

/// What people walk along where no tag says more of them: a table of classes and marks, made ready for
/// the tags that are read.
public struct WalkDefaults: Sendable, Hashable {
  /// What the table says of a class or mark.
  struct Rule: Sendable, Hashable {
    /// As a project would name it.
    let id: String
    /// Paths where nothing else is known.
    let kind: StreetDefaults.Kind
    let walkable: StreetDefaults.Walkable
    let cause: WalkExclusion
  }

  /// By value of `highway`, or what else is walked on.
  let classes: [String: Rule]
  /// Values of `highway` that are never walked on.
  let notBuilt: Set<String>
  /// Values of `highway` for what is no street.
  let notStreets: Set<String>
  private let marks: [OSMKey: [String: Rule]]

  /// Makes a table ready.
  public init(_ table: StreetDefaults) {
    func rule(_ entry: StreetDefaults.Entry) -> Rule {
      Rule(
        id: entry.id, kind: entry.kind ?? .path, walkable: entry.walkable,
        cause: WalkExclusion(entry.cause))
    }
    classes = Dictionary(table.classes.map { ($0.id, rule($0)) }) { first, _ in first }
    notBuilt = Set(table.notBuilt)
    notStreets = Set(table.notStreets)
    var marks: [OSMKey: [String: Rule]] = [:]
    for entry in table.marks {
      guard let equals = entry.id.firstIndex(of: "="),
        let key = OSMKey(rawValue: String(entry.id[..<equals]))
      else { continue }
      marks[key, default: [:]][String(entry.id[entry.id.index(after: equals)...])] = rule(entry)
    }
    self.marks = marks
  }

  /// The table that comes with the program.
  ///
  /// - Throws: Where it cannot be read.
  public static func builtIn() throws -> WalkDefaults { WalkDefaults(try .builtIn()) }

  /// Whether a word is a class of street that the table has.
  public func knows(streetClass word: String) -> Bool {
    classes[word] != nil || notBuilt.contains(word)
  }

  /// What is said of the first value of a key that the table knows.
  func mark(_ key: OSMKey, of tags: OSMTags) -> Rule? {
    guard let known = marks[key], let value = tags[key] else { return nil }
    if let rule = known[value] { return rule }
    return OSMTags.list(value).lazy.compactMap { known[$0] }.first
  }

  /// What is said of one value; `nil`: nothing.
  func mark(_ key: OSMKey, _ value: String) -> Rule? { marks[key]?[value] }
}

extension WalkExclusion {
  init(_ cause: StreetDefaults.Cause) {
    self =
      switch cause {
      case .fastRoad: .fastRoad
      case .otherUsers: .otherUsers
      case .unknownClass: .unknownClass
      case .notBuilt: .notBuilt
      case .private: .private
      case .sidewalkApart: .sidewalkApart
      case .hardGoing: .hardGoing
      case .chosen: .chosen
      }
  }
}
