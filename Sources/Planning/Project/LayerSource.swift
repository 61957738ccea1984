public import Planar

/// One file that the project names, and how to read it.
public struct LayerSource: Sendable, Hashable {
  /// Path as the user gave it, relative to the project file.
  public var path: String
  /// The path to open.
  public var resolvedPath: String
  /// Layer within the file.
  public var layer: String?
  /// Column names of the data, by our column names.
  public var fields: [String: String] = [:]
  /// Units of columns of numbers, by our column names, where the data does not name them, or names
  /// them in a way that nobody knows.
  public var units: [String: String] = [:]
  /// Kinds, by the words that the data uses for them; `*` stands for every other word, and for none.
  public var kinds: [String: String] = [:]
  /// Which rows are read, as SQL has it behind WHERE.
  public var filter: String?
  /// Only rows are read that have a point in this rectangle; in the CRS of the file.
  public var box: Envelope?
  /// Text encoding, such as GBK.
  public var encoding: String?
  /// CRS, where the file does not state it, or states it wrongly.
  public var crs: String?
  /// Level of a units file whose rows do not state it.
  public var level: UnitLevel?

  /// Which layer and rows of the file are asked for, in the words of the project.
  var asked: [String: String] {
    var asked: [String: String] = [:]
    asked["layer"] = layer
    asked["where"] = filter
    asked["bbox"] = box.map { "\($0.minX), \($0.minY), \($0.maxX), \($0.maxY)" }
    return asked
  }

  /// A file at a path.
  public init(path: String, resolvedPath: String) {
    self.path = path
    self.resolvedPath = resolvedPath
  }
}
