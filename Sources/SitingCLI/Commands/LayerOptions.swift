import ArgumentParser
import Documents
import GeoFiles
import Geodesy
import Planar
import Planning

/// Which rows of a file are read, and how.
struct LayerOptions: ParsableArguments {
  @Option(help: "The layer, where there are several.")
  var layer: String?

  @Option(name: .customLong("where"), help: "Which rows, as SQL has it: \"户数 > 100\".")
  var filter: String?

  @Option(
    name: .customLong("bbox"),
    help: ArgumentHelp(
      "Only rows with a point in it, in the coordinates of the file: 115.6,34.4,115.7,34.5.",
      valueName: "west,south,east,north"))
  var box: Box?

  @Option(
    help: "CRS, where the file states none or a wrong one, such as EPSG:4547, GCJ-02 or BD-09.")
  var crs: String?

  @Option(help: "Text encoding, such as GBK.")
  var encoding: String?

  func validate() throws {
    guard let crs else { return }
    do { _ = try CRS(parsing: crs) } catch { throw usageError("\(error)") }
  }

  /// A file as a project would name it.
  func source(_ path: String) -> LayerSource {
    var source = LayerSource(path: LayerFiles.shown(path), resolvedPath: path)
    source.layer = layer
    source.filter = filter
    source.box = box?.envelope
    source.crs = crs
    source.encoding = encoding
    return source
  }

  /// A rectangle with commas between its borders.
  struct Box: ExpressibleByArgument {
    let envelope: Envelope

    init?(argument: String) {
      let borders = argument.split(separator: ",").map { $0.trimmingPrefix(" ") }
        .compactMap { Double($0) }
      guard borders.count == 4 else { return nil }
      envelope = Envelope(minX: borders[0], minY: borders[1], maxX: borders[2], maxY: borders[3])
      if envelope.isEmpty { return nil }
    }
  }
}
