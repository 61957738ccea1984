public import Geodesy

/// Why a file could not be read as a layer.
public enum LayerFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such file.
  case notFound(path: String)
  /// The path is a folder.
  case isDirectory(path: String)
  /// The system refused.
  case unreadable(path: String, reason: String)
  /// Not one byte, or nothing but white space.
  case empty(path: String)
  /// More than a parser can address.
  case tooLarge(path: String, limitBytes: Int)
  /// The compressed file is cut off or damaged.
  case corruptGzip(path: String, reason: String)
  /// A format that this version does not read, and those that it does.
  case unsupportedFormat(path: String, fileExtension: String, known: String)
  /// The text breaks the grammar of its format; line and column count from 1.
  case malformed(path: String, line: Int, column: Int, message: String)
  /// The text is well formed but not what the format asks for.
  case invalid(path: String, place: String, message: String)
  /// The file states a CRS that is not known.
  case unknownCRS(path: String, error: CRSError)
  /// The encoding that was asked for does not exist or does not fit the bytes.
  case encoding(path: String, name: String, reason: String)
  /// The text is not UTF-8 and looks like another encoding that is never guessed.
  case otherEncoding(path: String, name: String)
  /// The text is UTF-8 in which characters are cut in two, the first of them in a line.
  case cutText(path: String, line: Int)
  /// The file is in a known format that is not read: what it is, and how to convert it.
  case foreign(path: String, what: String, advice: String)
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
  case damaged(path: String, format: String, reason: String)

  /// What is wrong, where, and the way out.
  public var description: String {
    switch self {
    case .notFound(let path): "\(path): no such file; check the path"
    case .isDirectory(let path): "\(path) is a folder; name a file in it"
    case .unreadable(let path, let reason): "\(path): cannot be read (\(reason))"
    case .empty(let path): "\(path): the file is empty; export it again"
    case .tooLarge(let path, let limit):
      "\(path): more than \(limit / 1_000_000_000) GB of text, or of values; split the file, or read some of its rows"
    case .corruptGzip(let path, let reason):
      "\(path): the compressed file is damaged (\(reason)); copy or compress it again"
    case .unsupportedFormat(let path, let fileExtension, let known):
      Self.advice(path, fileExtension, known)
    case .malformed(let path, let line, let column, let message):
      "\(path):\(line):\(column): \(message)"
    case .invalid(let path, let place, let message):
      place.isEmpty ? "\(path): \(message)" : "\(path): \(place): \(message)"
    case .unknownCRS(let path, let error):
      "\(path): \(error); state the layer's crs to override the file's"
    case .encoding(let path, let name, let reason):
      "\(path): encoding \(name): \(reason); state the file's encoding, such as GB18030 or UTF-8"
    case .otherEncoding(let path, let name):
      "\(path): the text is not UTF-8 and looks like \(name), \(Self.explanation(ofEncoding: name)); "
        + "state `encoding: \(name)`, or GB18030 if that is what it is"
    case .cutText(let path, let line):
      "\(path): line \(line): the text is UTF-8, and a character is cut in two; export the file again, "
        + "or state `encoding: UTF-8` to read what is left"
    case .foreign(let path, let what, let advice): "\(path): this is \(what); \(advice)"
    case .noLayers(let path, let layer):
      "\(path): a file of this format has no layers; take out `layer: \(layer)`"
    case .noFilter(let path):
      "\(path): `where` is understood by GDAL, which is not on this machine; install it (libgdal32 or newer), or"
        + " take out `where`"
    case .whichLayer(let path, let asked, let layers): Self.choice(path, asked, among: layers)
    case .noGDAL(let path, let format):
      "\(path): \(format) is read by GDAL, which is not on this machine; install it (libgdal32 or newer), or"
        + " convert the file to GeoJSON or CSV"
    case .noDriver(let path, let format):
      "\(path): the GDAL of this machine does not read \(format); write the layer as GeoPackage with a program"
        + " that does, such as QGIS or geopandas"
    case .damaged(let path, let format, let reason):
      "\(path): cannot be read as \(format) (\(reason)); export or copy it again"
    }
  }

  private static func explanation(ofEncoding name: String) -> String {
    switch name {
    case "BIG5": "traditional Chinese"
    case "SHIFT_JIS", "EUC-JP": "Japanese"
    case "CP949": "Korean"
    default: "of another language"
    }
  }

  private static func choice(_ path: String, _ asked: String?, among layers: [String]) -> String {
    let list = layers.joined(separator: ", ")
    if layers.isEmpty { return "\(path): there is no layer in it; export it again" }
    guard let asked else {
      return "\(path): it has \(layers.count) layers; name one with `layer:`: \(list)"
    }
    return "\(path): there is no layer '\(asked)' in it; there are: \(list)"
  }

  private static func advice(
    _ path: String, _ fileExtension: String, _ known: String
  ) -> String {
    let reads = "this version reads \(known)"
    let base = path.split(separator: "/").last.map(String.init) ?? path
    let stem =
      base.hasSuffix(fileExtension) ? String(base.dropLast(fileExtension.count)) : base + "."
    return switch fileExtension {
    case "gml", "sqlite", "parquet":
      "\(path): \(reads); convert it with: ogr2ogr \(stem)gpkg \(base)"
    case "shx", "prj", "cpg": "\(path): this is a part of a shapefile; name \(stem)shp"
    case "xls", "et": "\(path): \(reads); save it as .xlsx"
    case "rar", "7z": "\(path): \(reads); unpack it, or pack it as .zip"
    case "": "\(path): the name has no extension, and \(reads); give it that of its format"
    default: "\(path): unknown extension .\(fileExtension); \(reads)"
    }
  }
}
