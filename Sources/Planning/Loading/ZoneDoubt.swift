internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Planar

/// Whether a file lies apart from the others as it would in the wrong zone: by some 280 km.
struct ZoneDoubt {
  private struct Located {
    let file: SourceFile
    let wgs84: [Point]
    let typical: Point
  }

  private var files: [Located] = []
  /// Rows of different files of one city are nearer to each other.
  private static let apartMetres = 50_000.0

  /// - Parameter rows: Of each role, located.
  init(_ rows: [SourceRows]) {
    let crs = rows.flatMap { $0.files.map(\.crs) }
    guard crs.count > 1, crs.contains(where: \.isProjected) else { return }
    for rows in rows {
      for (index, file) in rows.files.enumerated() {
        let range = rows.starts[index]..<rows.starts[index + 1]
        guard let typical = WorkingCRS.median(of: file.layer.geometry.finiteCentres) else {
          continue
        }
        files.append(
          Located(file: file, wgs84: rows.centres(Array(range)), typical: typical))
      }
    }
  }

  /// What is wrong with which files; a zone is one of several that have one number for a place, so that
  /// only other files can tell.
  var faults: [CityLoadError.Fault] {
    let doubts = files.indices.compactMap(fault)
    // Where each of two could be the one that is wrong, the parcels are taken for right.
    let others = doubts.filter { $0.role != .parcels }
    return (others.isEmpty ? doubts : others).map(\.fault)
  }

  private func fault(_ index: Int) -> (role: LayerRole, fault: CityLoadError.Fault)? {
    let (own, others) = (
      files[index], files.indices.filter { $0 != index }.flatMap { files[$0].wgs84 }
    )
    guard own.file.crs.isProjected, let middle = WorkingCRS.median(of: own.wgs84), !others.isEmpty
    else { return nil }
    let distance = others.metresToNearest(middle)
    guard distance > Self.apartMetres else { return nil }
    let zone = ZoneSearch(own.typical, in: own.file.crs).first {
      others.metresToNearest($0) < Self.apartMetres
    }
    guard let zone else { return nil }
    let path = own.file.source.path
    return (
      own.file.role,
      CityLoadError.Fault(
        file: path,
        message: "in \(own.file.crs) it lies \(Int((distance / 1000).rounded())) km from the other "
          + "layers, in \(zone.crs) among them; state `crs: \(zone.crs.definition)`, or correct that of "
          + "the others")
    )
  }
}
