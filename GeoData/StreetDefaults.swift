public import Documents

/// What people walk along where nothing else is said of it, `streets.yaml`: by class of street, and by
/// what a street says of itself besides.
public struct StreetDefaults: Sendable, Hashable {
  /// Whether people walk there where nothing else is said of them.
  public enum Walkable: String, Sendable, Hashable, CaseIterable {
    /// They do.
    case yes
    /// They do not, unless other tags say so.
    case no
    /// They do where streets of a town meet it at both ends of a stretch.
    case inTown = "in_town"
  }

  /// What a street is for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A carriageway, with or without a sidewalk.
    case road
    /// A carriageway that leads to a lot or a field.
    case drive
    /// People among vehicles.
    case shared
    /// For people, or for users as slow.
    case path
  }

  /// Why people do not walk there.
  public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// For fast vehicles.
    case fastRoad = "fast_road"
    /// For cycles, horses or buses.
    case otherUsers = "other_users"
    /// Nobody knows what it is.
    case unknownClass = "unknown_class"
    /// Planned, being built, or gone.
    case notBuilt = "not_built"
    /// For those who live there.
    case `private`
    /// The sidewalk is a way of its own.
    case sidewalkApart = "sidewalk_apart"
    /// Not to be found or passed without care; holds whatever is said of people.
    case hardGoing = "hard_going"
    /// A project says so.
    case chosen
  }

  /// One class or mark.
  public struct Entry: Sendable, Hashable {
    /// The class, or `key=value` of a mark.
    public let id: String
    /// In words.
    public let name: LocalizedText
    /// `nil` of a mark.
    public let kind: Kind?
    /// As the table says, or a project.
    public fileprivate(set) var walkable: Walkable
    /// Why not, where people do not walk there.
    public fileprivate(set) var cause: Cause
  }

  /// By value of `highway` and the like, in the order of the file.
  public private(set) var classes: [Entry] = []
  /// By `key=value`, in the order of the file.
  public private(set) var marks: [Entry] = []
  /// Values of `highway` that are never walked on.
  public private(set) var notBuilt: [String] = []
  /// Values of `highway` for what is no street.
  public private(set) var notStreets: [String] = []

  /// The keys of marks: what a street can say of itself that decides.
  static let markKeys = [
    "motorroad", "sidewalk", "access", "abandoned", "disused", "sac_scale", "trail_visibility",
  ]

  /// Reads the table.
  ///
  /// - Throws: Every fault with its line.
  public init(yaml: String, file: String) throws(DocumentFaults) {
    let root = try DocumentNode(yaml: yaml, file: file)
    let reader = DocumentReader(file: file)
    if let fields = reader.fields(
      root, of: "the table of streets",
      allowed: ["classes", "marks", "not_built", "not_streets"])
    {
      classes = Self.entries(fields["classes"], of: "classes", isMark: false, reader)
      marks = Self.entries(fields["marks"], of: "marks", isMark: true, reader)
      notBuilt = fields.texts("not_built")
      notStreets = fields.texts("not_streets")
    }
    try reader.finish()
  }

  private static func entries(
    _ node: DocumentNode?, of what: String, isMark: Bool, _ reader: DocumentReader
  ) -> [Entry] {
    guard let node else { return [] }
    let keys = ["name", "walkable", "because"] + (isMark ? [] : ["kind"])
    return (reader.anyFields(node, of: what)?.pairs ?? []).compactMap { pair in
      guard let id = pair.key.scalar,
        let fields = reader.fields(pair.value, of: "'\(id)'", allowed: keys),
        let name = fields.required("name").flatMap({ reader.localized($0, "name") }),
        let walkable: Walkable = fields.required("walkable").flatMap({
          reader.choice($0, "walkable")
        })
      else { return nil }
      let kind: Kind? =
        isMark ? nil : fields.required("kind").flatMap { reader.choice($0, "kind") }
      if isMark, !markKeys.contains(where: { id.hasPrefix("\($0)=") }) {
        reader.report(
          pair.key, "a mark is one of \(markKeys.joined(separator: ", ")), '=' and a value")
      }
      let cause: Cause? = fields["because"].flatMap { reader.choice($0, "because") }
      if walkable != .yes, cause == nil, fields["because"] == nil {
        reader.report(pair.value, "'\(id)' does not say what it is left out for: state 'because'")
      }
      return Entry(id: id, name: name, kind: kind, walkable: walkable, cause: cause ?? .chosen)
    }
  }

  /// The table that comes with the program.
  public static func builtIn() throws -> StreetDefaults { try known.get() }

  private static let known = Result {
    try StreetDefaults(yaml: GeoData.text("streets.yaml"), file: "streets.yaml")
  }

  /// Every class and mark that a project may decide on.
  public var ids: [String] { (classes + marks).map(\.id) }

  /// A class or mark by its id.
  public func entry(_ id: String) -> Entry? {
    classes.first { $0.id == id } ?? marks.first { $0.id == id }
  }

  /// With what a project says, by id; ids that are not in the table say nothing.
  public func overridden(by choices: [String: Walkable]) -> StreetDefaults {
    var result = self
    func choose(_ entry: inout Entry) {
      guard let choice = choices[entry.id] else { return }
      entry.walkable = choice
    }
    for index in result.classes.indices { choose(&result.classes[index]) }
    for index in result.marks.indices { choose(&result.marks[index]) }
    return result
  }
}
