import Compliance
import Foundation
import Measuring
import Planning

/// A city that was measured in parts, each stored in a file, and judged from these files.
struct PartedRun {
  let result: ComplianceResult
  /// Of all parts together.
  let bytes: Int
  let measuringSeconds: Double
  /// Of merging and judging.
  let judgingSeconds: Double

  /// - Parameter folder: For the files; they are gone afterwards.
  init(_ cut: CityCut, _ engine: ComplianceEngine, storingIn folder: URL) async throws {
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    func file(_ part: Int) -> URL { folder.appendingPathComponent("\(part).part") }
    (_, measuringSeconds) = try await timed {
      for part in 0..<cut.parts {
        try Data(await engine.measure(part: part, of: cut).bytes).write(to: file(part))
      }
    }
    // Not in the order in which they were measured: none is promised.
    let parts = try (0..<cut.parts).reversed().map { part in
      PartMeasurement(bytes: Array(try Data(contentsOf: file(part))))
    }
    bytes = parts.reduce(0) { $0 + $1.bytes.count }
    (result, judgingSeconds) = try await timed { try await engine.run(merging: parts) }
  }
}

extension CityCut {
  /// Gives every row to any of the parts; the same cut in every run.
  static func random(_ parts: Int, of city: City, seed: UInt64) -> CityCut {
    var series = seed
    func next() -> Int32 {  // SplitMix64
      series &+= 0x9E37_79B9_7F4A_7C15
      var mixed = series
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int32((mixed ^ (mixed >> 31)) % UInt64(parts))
    }
    let ofParcel = (0..<city.parcels.count).map { _ in next() }
    let ofFacility = (0..<city.facilities.count).map { _ in next() }
    return CityCut(parts: parts, ofParcel: ofParcel, ofFacility: ofFacility)
  }
}

/// Two folders of files, byte for byte.
enum FolderComparison {
  /// Paths of the files that are not the same in both, or in one only; sorted.
  static func differingFiles(_ one: URL, _ other: URL) throws -> [String] {
    let names = try Set(FileManager.default.subpathsOfDirectory(atPath: one.path))
      .union(FileManager.default.subpathsOfDirectory(atPath: other.path))
    // False as well where one of them is missing.
    return names.sorted().filter { name in
      !FileManager.default.contentsEqual(
        atPath: one.appendingPathComponent(name).path,
        andPath: other.appendingPathComponent(name).path)
    }
  }
}

/// What something gives, and how many seconds it took.
func timed<Result>(_ body: () async throws -> Result) async throws -> (Result, seconds: Double) {
  let start = ContinuousClock.now
  let result = try await body()
  return (result, (ContinuousClock.now - start) / .seconds(1))
}
