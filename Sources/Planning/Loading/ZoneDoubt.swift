internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Planar

/// Whether a file lies apart from all others, as it would in the wrong zone: by some 280 km.
struct ZoneDoubt {
  private struct Located {
    let role: LayerRole
    /// Index of the file among those of its role.
    let index: Int
    let file: SourceFile
    /// Where its rows are, WGS 84.
    let places: [Point]
    /// As in the file.
    let typical: Point
  }

  /// A file that lies apart.
  private struct Apart {
    let file: Located
    /// Where its rows are; in the middle of them.
    let middle: Point
    /// Those of the other files that are not astray themselves.
    let others: [Point]

    var metres: Double { others.metresToNearest(middle) }
  }

  /// Something about a file as a whole.
  struct FileNote {
    let role: LayerRole
    /// Index of the file among those of its role.
    let index: Int
    let note: Note
  }

  /// What is wrong with which files; a zone is one of several that have one number for a place, so that
  /// only other files can tell.
  private(set) var faults: [CityLoadError.Fault] = []
  /// Files that lie apart and would in any zone.
  private(set) var notes: [FileNote] = []

  /// Fewer rows than one in so many may be near other files without one that lies apart being any nearer.
  private static let share = 5
  /// Rows of different files of one city are nearer to each other.
  private static let apartMetres = 50_000.0

  /// - Parameter rows: Of each role, located.
  init(_ rows: [SourceRows]) {
    var files: [Located] = []
    for rows in rows {
      for (index, file) in rows.files.enumerated() {
        let range = rows.starts[index]..<rows.starts[index + 1]
        guard let typical = rows.typicalPlaces[index] else { continue }
        let places = rows.centres(range)
        guard !places.isEmpty else { continue }
        files.append(
          Located(role: rows.role, index: index, file: file, places: places, typical: typical))
      }
    }
    guard files.count > 1, !PlaceCells.isOneGroup(files.lazy.flatMap(\.places)) else { return }
    let apart = files.indices.compactMap { Self.apart($0, files) }
    // Where each of two could be the one that is wrong, the parcels are taken for right.
    let others = apart.filter { $0.file.role != .parcels }
    for file in others.isEmpty ? apart : others {
      if let fault = Self.fault(file) {
        faults.append(fault)
      } else {
        notes.append(
          FileNote(
            role: file.file.role, index: file.file.index,
            note: .layerFarFromOthers(kilometres: file.metres / 1000)))
      }
    }
  }

  private static func apart(_ index: Int, _ files: [Located]) -> Apart? {
    let own = files[index]
    let all = files.indices.filter { $0 != index }.flatMap { files[$0].places }
    guard let middle = WorkingCRS.median(of: own.places) else { return nil }
    // One row that is astray must not make a layer that is look near.
    let strays = StrayRows(all).metres
    let others = strays.isEmpty ? all : all.indices.filter { strays[$0] == nil }.map { all[$0] }
    let near = PlaceCells(others).nearCount(of: PlaceCells(own.places))
    guard !others.isEmpty, near * share < own.places.count else { return nil }
    let apart = Apart(file: own, middle: middle, others: others)
    return apart.metres > apartMetres ? apart : nil
  }

  private static func fault(_ apart: Apart) -> CityLoadError.Fault? {
    let own = apart.file
    guard own.file.crs.isProjected else { return nil }
    let zone = ZoneSearch(own.typical, in: own.file.crs).first {
      apart.others.metresToNearest($0) < apartMetres
    }
    guard let zone else { return nil }
    return CityLoadError.Fault(
      file: own.file.source.path,
      message:
        "in \(own.file.crs) it lies \(Int((apart.metres / 1000).rounded())) km from the other "
        + "layers, in \(zone.crs) among them; state `crs: \(zone.crs.definition)`, or correct that of "
        + "the others")
  }
}
