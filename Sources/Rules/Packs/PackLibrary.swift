public import Foundation
public import GeoData

/// The built-in packs, and packs in files.
public struct PackLibrary: Sendable {
  /// The facility kinds that rules may name.
  public let vocabulary: FacilityKinds
  /// What rules may be about.
  public let topics: Topics

  /// - Throws: Faults in the vocabularies that come with the program.
  public init() throws {
    vocabulary = try FacilityKinds.builtIn()
    topics = try Topics.builtIn()
    _ = try StatedUnit.known.get()
  }

  /// Ids of the packs that come with the program, sorted.
  public var builtInIDs: [String] {
    let folder = GeoData.folder.appendingPathComponent("rules/packs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// Reads a pack by built-in id or path, with the rules that it inherits.
  ///
  /// - Parameter folder: What a path starts from; `nil`: the working folder. The paths that a pack
  ///   names under `extends` start from its own file.
  /// - Throws: `PackError` where there is no such pack, `DocumentFaults` with all that is wrong with
  ///   it and with the packs above it.
  public func pack(_ name: String, relativeTo folder: URL? = nil) throws -> RulePack {
    try PackReading.read(PackFile(name, in: folder, known: builtInIDs), self)
  }
}
