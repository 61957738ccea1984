import ArgumentParser
import Documents
import Foundation
import GeoFiles
import Geodesy
import Wording

struct ConvertCommand: AsyncParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write a layer in another format, CRS or encoding.",
    discussion: """
      Reads what a run reads, with the same checks of encodings, and writes it all or nothing:
        siting convert 小区.shp parcels.gpkg --encoding GBK
        siting convert survey.gdb homes.geojson --layer 居住用地 --where "户数 > 0"
        siting convert list.xlsx list.gpkg --crs GCJ-02 --to EPSG:4490
      Written are \(LayerFile.writtenExtensions.map { ".\($0)" }.joined(separator: ", ")); \
      GeoJSON is in WGS 84.
      """)

  @Argument(help: "The file, folder or database connection to read.", completion: .file())
  var input: String

  @Argument(
    help: "The file to write, by its extension, or a connection to PostGIS, \"PG:dbname=…\".",
    completion: .file())
  var output: String

  @OptionGroup var reading: LayerOptions

  @Option(name: .customLong("to"), help: "The CRS to write it in. Default: that of the file.")
  var target: String?

  @Option(
    name: .customLong("name"),
    help: "What the layer, or the table, is called. Default: as the input.")
  var newName: String?

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func validate() throws {
    let name = output.lowercased()
    let isFile = LayerFile.writtenExtensions.contains { name.hasSuffix(".\($0)") }
    guard isFile || LayerFiles.isDatabase(output) else {
      let endings = LayerFile.writtenExtensions.map { ".\($0)" }.joined(separator: ", ")
      throw usageError("\(output): name a file that ends with \(endings)")
    }
    if target != nil, name.hasSuffix(".geojson") || name.hasSuffix(".xlsx") {
      throw usageError("--to: GeoJSON is in WGS 84, and a workbook has no geometry")
    }
    if let target {
      do { _ = try CRS(parsing: target) } catch { throw usageError("\(error)") }
    }
  }

  func run() async throws {
    let console = shared.console
    var options = ReadOptions(workers: computing.workers, encoding: reading.encoding)
    options.layer = reading.layer
    options.filter = reading.filter
    options.box = reading.box?.envelope
    options.crs = try reading.crs.map { try CRS(parsing: $0) }
    options.expected = options.crs
    let read = try await LayerFile.read(input, options: options)
    guard let own = read.crs ?? (read.isNowhere ? .wgs84 : nil) else {
      throw usageError(
        "\(LayerFiles.shown(input)): it does not say in which CRS it is; use --crs")
    }
    for note in read.notes.prefix(20) {
      let text: FaultText = note.row.map { "row \($0 + 1): \(note.text)" } ?? note.text
      console.note(text.said(in: console.language))
    }
    if read.notes.count > 20 { console.note("… \(read.notes.count - 20) more") }
    do {
      let written = try await LayerFile.write(
        read, in: own, to: output, as: target.map { try CRS(parsing: $0) }, named: layerName,
        workers: computing.workers)
      for (name, short) in written.renamed { console.note("\(name) → \(short)") }
      for (name, rows) in written.cut {
        console.note(console.say(TerminalWords.textsCut(in: name, rows: rows)))
      }
    } catch let error as LayerWriteError {
      Console.explain(error, in: console.language)
      throw ExitStatus.cannotWrite
    }
    console.note(
      console.say(TerminalWords.wroteRows(read.count, to: LayerFiles.shown(output)))
        + " (\(console.elapsed))")
  }

  /// As the input is called, unless it is said.
  private var layerName: String {
    let file = input.split(separator: "/").last.map(String.init) ?? input
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    return newName ?? reading.layer ?? (LayerFiles.isDatabase(input) ? "layer" : stem)
  }
}
