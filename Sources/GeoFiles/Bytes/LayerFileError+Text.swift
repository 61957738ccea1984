public import Documents

extension LayerFileError {
  /// What is wrong, where, and the way out.
  public var text: FaultText {
    switch self {
    case .notFound(let path): return "\(path): no such file; check the path"
    case .isDirectory(let path): return "\(path) is a folder; name a file in it"
    case .unreadable(let path, let reason): return "\(path): cannot be read (\(reason))"
    case .empty(let path): return "\(path): the file is empty; export it again"
    case .tooLarge(let path, let limit):
      return
        "\(path): more than \(limit / 1_000_000_000) GB of text, or of values; split the file, or read some of its rows"
    case .corruptGzip(let path, let reason):
      return "\(path): the compressed file is damaged (\(reason)); copy or compress it again"
    case .unsupportedFormat(let path, let fileExtension, let known):
      return Self.advice(path, fileExtension, known)
    case .malformed(let path, let line, let column, let message):
      return "\(path):\(line):\(column): \(message)"
    case .invalid(let path, let place?, let message): return "\(path): \(place): \(message)"
    case .invalid(let path, nil, let message): return "\(path): \(message)"
    case .unknownCRS(let path, let error):
      return "\(path): \(error.text); state the layer's crs to override the file's"
    case .encoding(let path, let name, let reason):
      return
        "\(path): encoding \(name): \(reason); state the file's encoding, such as GB18030 or UTF-8"
    case .otherEncoding(let path, let name):
      return
        "\(path): the text is not UTF-8 and looks like \(name), \(Self.explanation(ofEncoding: name)); "
        + "state `encoding: \(name)`, or GB18030 if that is what it is"
    case .cutText(let path, let line):
      return
        "\(path): line \(line): the text is UTF-8, and a character is cut in two; export the file again, "
        + "or state `encoding: UTF-8` to read what is left"
    case .foreign(let path, let what, let advice): return "\(path): this is \(what); \(advice)"
    case .noLayers(let path, let layer):
      return "\(path): a file of this format has no layers; take out `layer: \(layer)`"
    case .noFilter, .whichLayer, .noGDAL, .noDriver, .damaged: return ofGDAL
    }
  }

  /// Of what GDAL has to do with.
  private var ofGDAL: FaultText {
    switch self {
    case .noFilter(let path):
      return
        "\(path): `where` is understood by GDAL, which is not on this machine; install it (libgdal32 or newer), or"
        + " take out `where`"
    case .whichLayer(let path, let asked, let layers):
      return Self.choice(path, asked, among: layers)
    case .noGDAL(let path, let format):
      return
        "\(path): \(format) is read by GDAL, which is not on this machine; install it (libgdal32 or newer), or"
        + " convert the file to GeoJSON or CSV"
    case .noDriver(let path, let format):
      return
        "\(path): the GDAL of this machine does not read \(format); write the layer as GeoPackage with a program"
        + " that does, such as QGIS or geopandas"
    case .damaged(let path, let format, let reason):
      return "\(path): cannot be read as \(format) (\(reason)); export or copy it again"
    default: preconditionFailure("GDAL has nothing to do with it")
    }
  }

  private static func explanation(ofEncoding name: String) -> FaultText {
    switch name {
    case "BIG5": "traditional Chinese"
    case "SHIFT_JIS", "EUC-JP": "Japanese"
    case "CP949": "Korean"
    default: "of another language"
    }
  }

  private static func choice(
    _ path: String, _ asked: String?, among layers: [String]
  ) -> FaultText {
    let list = layers.joined(separator: ", ")
    if layers.isEmpty { return "\(path): there is no layer in it; export it again" }
    guard let asked else {
      return "\(path): it has \(layers.count) layers; name one with `layer:`: \(list)"
    }
    return "\(path): there is no layer '\(asked)' in it; there are: \(list)"
  }

  private static func advice(
    _ path: String, _ fileExtension: String, _ known: String
  ) -> FaultText {
    let reads: FaultText = "this version reads \(known)"
    let base = path.split(separator: "/").last.map(String.init) ?? path
    let stem =
      base.hasSuffix(fileExtension) ? String(base.dropLast(fileExtension.count)) : base + "."
    return switch fileExtension {
    case "gml", "sqlite", "parquet":
      "\(path): \(reads); convert it with: ogr2ogr \(stem)gpkg \(base)"
    case "shx", "prj", "cpg": "\(path): this is a part of a shapefile; name \(stem)shp"
    case "xls", "et": "\(path): \(reads); save it as .xlsx"
    case "rar", "7z": "\(path): \(reads); unpack it, or pack it as .zip"
    case "":
      "\(path): the name has no extension, and \(reads); give it that of its format"
    default: "\(path): unknown extension .\(fileExtension); \(reads)"
    }
  }
}
