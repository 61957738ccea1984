import Documents
import Foundation
public import Geodesy
import Planar
public import Workers

/// What was written.
public struct WrittenFile: Sendable {
  /// Columns that have other names in it.
  public var renamed: [(name: String, short: String)] = []
  /// Columns with texts that were too long, and in how many rows they were cut.
  public var cut: [(name: String, rows: Int)] = []

  /// A table as a format takes it, noting what became of names and texts.
  fileprivate mutating func fitted(_ table: OutputTable, to format: DatasetFormat) -> OutputTable {
    let names = ShortNames(table.names, most: format.mostNameBytes)
    renamed = names.changes
    var fitted = table
    if format == .shapefile {
      let (short, cut) = table.cuttingTexts()
      self.cut = zip(table.names, cut).filter { $0.1 > 0 }.map { (name: $0, rows: $1) }
      fitted = short
    }
    return OutputTable(zip(names.short, fitted.columns), rowCount: fitted.rowCount)
  }
}

extension LayerFile {
  /// Extensions of files that can be written.
  public static var writtenExtensions: [String] {
    ["geojson"] + DatasetFormat.allCases.filter { $0 != .postGIS }.map(\.fileExtension)
  }

  /// Writes a layer in the format that the extension of a path names: all of it, or nothing.
  ///
  /// - Parameters:
  ///   - layer: GeoJSON has it in WGS 84; a workbook without its geometry.
  ///   - crs: What its geometry is in.
  ///   - target: What it is to be in; `nil`: the same.
  ///   - path: A file that is there already is replaced; of a database the table.
  ///   - name: Of the layer in it, or the table; `nil`: that of the file.
  /// - Throws: `LayerWriteError`, `CRSError`.
  public static func write(
    _ layer: Layer, in crs: CRS, to path: String, as target: CRS? = nil, named name: String? = nil,
    workers: Workers
  ) async throws -> WrittenFile {
    var written = WrittenFile()
    if LayerFiles.isDatabase(path) {
      let geometry = try await layer.geometry.transformed(
        CoordinateTransform(from: crs, to: target ?? crs), workers: workers)
      let table = written.fitted(OutputTable(layer.attributes), to: .postGIS)
      try DatasetWriter.write(
        [
          DatasetLayer(
            name: name ?? "layer", table: table, geometry: geometry, crs: target ?? crs)
        ], as: .postGIS, to: path)
      return written
    }
    let folder = (path as NSString).deletingLastPathComponent
    let partial = "\(folder.isEmpty ? "." : folder)/.partial-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(
        atPath: partial, withIntermediateDirectories: false)
    } catch {
      throw LayerWriteError.cannotCreate(path: path, reason: "there is no folder for it")
    }
    defer { try? FileManager.default.removeItem(atPath: partial) }
    let file = "\(partial)/\((path as NSString).lastPathComponent)"
    if let format = DatasetFormat(path: path) {
      let target = target ?? crs
      let geometry = try await layer.geometry.transformed(
        CoordinateTransform(from: crs, to: target), workers: workers)
      let table = written.fitted(OutputTable(layer.attributes), to: format)
      let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
      try DatasetWriter.write(
        [DatasetLayer(name: name ?? stem, table: table, geometry: geometry, crs: target)],
        as: format,
        to: file)
    } else {
      try await GeoJSONWriter(workers: workers).write(
        OutputTable(layer.attributes), geometry: layer.geometry, crs: crs,
        featureIDs: layer.featureIDs, to: file)
    }
    for part in try FileManager.default.contentsOfDirectory(atPath: partial).sorted() {
      let place = folder.isEmpty ? part : "\(folder)/\(part)"
      guard rename("\(partial)/\(part)", place) == 0 else {
        throw LayerWriteError.cannotCreate(path: place, reason: FileBytes.text(of: errno))
      }
    }
    return written
  }
}
