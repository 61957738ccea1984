internal import Documents

/// One small case of a planner's rules: what goes in, and the findings that must come out.
public struct ConformanceCase: Sendable {
  /// A name, used once in all files.
  public let id: String
  /// The row of the table that counts it.
  public let group: String
  /// The arithmetic in words.
  public let says: String
  /// The promise that it holds the program to; `nil`: none by name.
  public let promise: String?
  /// What goes in.
  let inputs: CaseInputs
  /// What must come out.
  let expected: CaseExpectations
}

/// What goes into a case, as far as it is stated: what is left out is filled in when it is written.
struct CaseInputs: Sendable {
  /// The rule packs, in their order.
  var packs: [CasePack] = []
  /// Layers of a city but its units, by name.
  var layers: [(name: String, rows: [CaseRow])] = []
  /// Units, by level.
  var units: [(level: String, rows: [CaseRow])] = []
  /// Keys of the project file.
  var project: [DocumentNode.Pair] = []
  /// More files as texts, by name.
  var files: [(name: String, text: String)] = []
  /// More options of the command.
  var options: [String] = []
}

/// A rule pack of a case.
enum CasePack: Sendable {
  /// One that comes with the program, by id.
  case builtIn(String)
  /// One that is written for the case.
  case written(id: String?, [DocumentNode.Pair], rules: [[DocumentNode.Pair]])
}

/// A row of a layer.
struct CaseRow: Sendable {
  /// All but where it is.
  let columns: [DocumentNode.Pair]
  /// Where it is; `nil`: nowhere.
  let place: Place?

  /// How it is stated where a row is.
  enum Place: String, Sendable, CaseIterable {
    /// A point.
    case at
    /// A polygon without holes.
    case ring
    /// A polygon.
    case rings
    /// Several polygons.
    case parts
    /// A geometry of GeoJSON.
    case geometry
  }

  /// Its coordinates, or the whole geometry.
  let coordinates: DocumentNode?
}
