public import ArgumentParser
public import Publishing

/// Which results are written, and in which formats.
struct ResultOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write only these files or layers, such as parcels,findings.csv or parcels.geojson.",
      valueName: "names"))
  var outputs: String?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      """
      Formats of the layers, such as gpkg or geojson,xlsx: geojson (the default), gpkg (one file that a GIS opens \
      coloured by verdict), fgb, shp, xlsx.
      """, valueName: "formats"))
  var formats: [FormatList] = []

  @Option(
    help: "Columns of the layers: brief, or all. Default: all in GeoJSON, brief in the others.")
  var columns: ColumnChoice?

  @Flag(
    help: "Write only what fails: such findings, and the parcels, facilities and units with one.")
  var onlyFailing = false

  @Flag(help: "Compress GeoJSON and CSV files: parcels.geojson.gz.")
  var compress = false

  func apply(to options: inout Publication.Options) {
    if let outputs {
      options.outputs = Set(
        outputs.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init))
    }
    let formats = Set(formats.flatMap(\.formats))
    if !formats.isEmpty { options.formats = formats }
    options.columns = columns
    options.isOnlyFailing = onlyFailing
    options.isCompressed = compress
  }
}

extension ColumnChoice: ExpressibleByArgument {}

/// Formats with commas between them.
struct FormatList: ExpressibleByArgument {
  let formats: [ResultFormat]

  init?(argument: String) {
    let words = argument.split(separator: ",").map { $0.trimmingPrefix(" ").lowercased() }
    formats = words.compactMap { ResultFormat(rawValue: $0) }
    if words.isEmpty || formats.count != words.count { return nil }
  }

  static let allValueStrings = ResultFormat.allCases.map(\.rawValue)
}
