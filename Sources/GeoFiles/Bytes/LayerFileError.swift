public import Documents
public import Geodesy

/// Why a file could not be read as a layer.
public enum LayerFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such file.
  case notFound(path: String)
  /// The path is a folder.
  case isDirectory(path: String)
  /// The system refused.
  case unreadable(path: String, reason: FaultText)
  /// Not one byte, or nothing but white space.
  case empty(path: String)
  /// More than a parser can address.
  case tooLarge(path: String, limitBytes: Int)
  /// The compressed file is cut off or damaged.
  case corruptGzip(path: String, reason: FaultText)
  /// A format that this version does not read, and those that it does.
  case unsupportedFormat(path: String, fileExtension: String, known: String)
  /// The text breaks the grammar of its format; line and column count from 1.
  case malformed(path: String, line: Int, column: Int, message: FaultText)
  /// The text is well formed but not what the format asks for; `place`: where in the file, `nil`: as a whole.
  case invalid(path: String, place: FaultText?, message: FaultText)
  /// The file states a CRS that is not known.
  case unknownCRS(path: String, error: CRSError)
  /// The encoding that was asked for does not exist or does not fit the bytes.
  case encoding(path: String, name: String, reason: FaultText)
  /// The text is not UTF-8 and looks like another encoding that is never guessed.
  case otherEncoding(path: String, name: String)
  /// The text is UTF-8 in which characters are cut in two, the first of them in a line.
  case cutText(path: String, line: Int)
  /// The file is in a known format that is not read: what it is, and how to convert it.
  case foreign(path: String, what: FaultText, advice: FaultText)
  /// One layer of the file is asked for, and it has no layers.
  case noLayers(path: String, layer: String)
  /// Some rows are asked for, and what understands the condition is not on this machine.
  case noFilter(path: String)
  /// There are several layers and none is named, or one that there is not.
  case whichLayer(path: String, asked: String?, layers: [String])
  /// The library that reads the format is not on this machine.
  case noGDAL(path: String, format: String)
  /// The library that reads the format was built without it.
  case noDriver(path: String, format: String)
  /// GDAL does not open it, or stops while it reads.
  case damaged(path: String, format: String, reason: FaultText)

  /// What is wrong, where, and the way out, in English.
  public var description: String { text.description }
}
