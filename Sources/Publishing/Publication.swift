public import Compliance
public import Documents
internal import GeoFiles
internal import Pages
public import Workers

/// Turns a result into a folder of layers, tables, a report and a manifest.
public enum Publication {
  /// What is written, and how.
  public struct Options: Sendable {
    /// Of labels and sentences; the names of columns are the same in all languages.
    public var language: Language
    /// Names of the files to write, and of layers to write in `formats`: `parcels`, `findings.csv`. The manifest is
    /// always written: it marks the folder as ours.
    public var outputs: Set<String>
    /// What the layers named without an extension are written as.
    public var formats: Set<ResultFormat> = [.geoJSON]
    /// Which columns layers have; `nil`: all in GeoJSON, few in other formats.
    public var columns: ColumnChoice?
    /// Whether only what fails is written: findings that do; parcels, facilities and units with such a finding.
    public var isOnlyFailing = false
    /// Whether GeoJSON and tables are compressed, with `.gz` behind their names.
    public var isCompressed = false
    /// How many rows are formatted at a time; the bytes do not depend on it.
    public var workers: Workers
    /// Goes into the manifest and the report.
    public var engineVersion: String
    /// Hashes of the input files, which may be begun before there is a result.
    public var hashes = FileHashes()

    /// All outputs unless some are named, but for those that are written on request only.
    public init(
      language: Language,
      outputs: Set<String> = OutputRegistry.usualNames,
      workers: Workers = Workers(count: 1), engineVersion: String
    ) {
      self.language = language
      self.outputs = outputs
      self.workers = workers
      self.engineVersion = engineVersion
    }
  }

  /// Makes sure, before the work is done, that a result could be published: that the folder can be
  /// made or replaced, that the outputs exist, and that they have what they open.
  ///
  /// - Throws: `PublishingError`.
  public static func check(_ directory: String, options: Options) throws(PublishingError) {
    try OutputRegistry.check(options.outputs)
    try OutputRegistry.checkOpened(by: options)
    try check(directory)
  }

  /// The same of a folder alone.
  public static func check(_ directory: String) throws(PublishingError) {
    try OutputFolder.check(directory)
  }

  /// Writes all outputs or nothing: into a new folder beside `directory`, which then takes its
  /// place in one rename.
  ///
  /// - Parameters:
  ///   - result: What was found.
  ///   - directory: Path of the folder. One that exists is replaced if it is empty or an earlier
  ///     publication, that is, holds nothing but what its `manifest.json` lists.
  ///   - options: What is written, and how.
  /// - Returns: The files, in the order of the registry.
  /// - Throws: `PublishingError`, or `CancellationError`; the folder is then as it was.
  public static func publish(
    _ result: ComplianceResult, to directory: String, options: Options
  ) async throws -> [PublishedFile] {
    try await publish(result, to: directory, options: options, from: OutputRegistry.resultOutputs)
  }

  /// Writes the layers of `compliance.gpkg` as tables of a database, all of them or none; tables of their names
  /// are replaced.
  ///
  /// - Parameters:
  ///   - connection: `PG:host=… dbname=…`.
  ///   - schema: Which must be there; `nil`: that of the user.
  /// - Returns: The names of the tables.
  /// - Throws: `PublishingError`.
  public static func store(
    _ result: ComplianceResult, in connection: String, schema: String?, options: Options
  ) async throws -> [String] {
    let edition = try await Edition(result, options: options)
    let writing = ResultWriting(options, layers: OutputRegistry.layers)
    let parts = try await writing.parts(
      as: .geoPackage, in: .postGIS, of: edition, Press(workers: options.workers))
    let layers = writing.layers(parts, of: edition)
    do throws(LayerWriteError) {
      try DatasetWriter.write(layers, as: .postGIS, schema: schema, to: connection)
    } catch {
      throw PublishingError(error, in: LayerFiles.shown(connection))
    }
    return layers.map(\.name)
  }

  /// As above, with outputs of a caller's choice, so that tests can let one fail.
  static func publish(
    _ result: ComplianceResult, to directory: String, options: Options,
    from registry: [any ResultOutput.Type]
  ) async throws -> [PublishedFile] {
    try OutputRegistry.check(options.outputs, and: registry.map { $0.fileName })
    try OutputRegistry.checkOpened(by: options)
    let writing = ResultWriting(options, layers: OutputRegistry.layers)
    return try await OutputFolder.publish(
      to: directory, registry.flatMap { $0.printings(writing) }, workers: options.workers
    ) {
      try await Edition(result, options: options)
    }.written
  }
}
