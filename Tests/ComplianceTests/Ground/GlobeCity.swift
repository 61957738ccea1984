import Compliance
import Foundation
import Geodesy
import Measuring
import Planar
import Planning
import Rules
import TestSupport
import Testing
import Workers

/// Rows on the globe, in degrees, that are loaded as a project's files are.
struct GlobeCity {
  struct Row {
    var id: String
    /// Of a parcel its outline; of a facility one place.
    var ring: [(Double, Double)]
    /// Of a facility.
    var kind = "nursery"
  }

  var parcels: [Row] = []
  var facilities: [Row] = []
  var gates: [(parcel: String, place: (Double, Double))] = []
  var streets: [[(Double, Double)]] = []
  /// What the project says of the streets.
  var network = "streets.geojson"
  /// Lines of the project file.
  var stated = ""

  /// The place at a distance on the ground from another, in some direction, to a nanometre.
  static func place(
    _ metres: Double, _ azimuth: Double, from a: (Double, Double)
  ) -> (Double, Double) {
    let frame = LocalFrame(longitude: a.0, latitude: a.1)
    let (s, c) = (sin(azimuth * .pi / 180), cos(azimuth * .pi / 180))
    var length = metres
    var found = a
    for _ in 0..<5 where metres > 0 {
      let place = frame.place(x: length * s, y: length * c)
      found = (place.longitude, place.latitude)
      length *= metres / distance(a, found)
    }
    return found
  }

  static func distance(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    Geodesic.wgs84.distanceMetres(
      fromLongitude: a.0, latitude: a.1, toLongitude: b.0, latitude: b.1)
  }

  mutating func addParcel(_ id: String, _ ring: [(Double, Double)]) {
    parcels.append(Row(id: id, ring: ring))
  }

  mutating func addFacility(_ id: String, _ place: (Double, Double), kind: String = "nursery") {
    facilities.append(Row(id: id, ring: [place], kind: kind))
  }

  /// Adds the rows of another behind these.
  mutating func add(_ other: GlobeCity) {
    parcels += other.parcels
    facilities += other.facilities
    gates += other.gates
    streets += other.streets
  }

  func load(_ folder: ScratchFolder) async throws -> City {
    func geometry(_ ring: [(Double, Double)]) -> String {
      ring.count == 1
        ? GeoJSONText.point(ring[0].0, ring[0].1) : GeoJSONText.polygon(ring + [ring[0]])
    }
    let parcelText = parcels.enumerated().map { row, parcel in
      GeoJSONText.feature(
        "\"id\":\"\(parcel.id)\",\"households\":\(100 + row % 7),\"population\":\(250 + row % 11),"
          + "\"status\":\"existing\"", geometry(parcel.ring))
    }
    let facilityText = facilities.enumerated().map { row, facility in
      GeoJSONText.feature(
        "\"id\":\"\(facility.id)\",\"kind\":\"\(facility.kind)\",\"places\":\(20 + row % 5),"
          + "\"floor_area\":\(300 + row % 9)", geometry(facility.ring))
    }
    try folder.write(GeoJSONText.collection(parcelText), to: "parcels.geojson")
    try folder.write(GeoJSONText.collection(facilityText), to: "facilities.geojson")
    var layers = "parcels: parcels.geojson, facilities: facilities.geojson"
    if !gates.isEmpty {
      let text = gates.map {
        GeoJSONText.feature(
          "\"parcel\":\"\($0.parcel)\"", GeoJSONText.point($0.place.0, $0.place.1))
      }
      try folder.write(GeoJSONText.collection(text), to: "gates.geojson")
      layers += ", entrances: gates.geojson"
    }
    if !streets.isEmpty {
      let text = streets.map { GeoJSONText.feature("", GeoJSONText.line($0)) }
      try folder.write(GeoJSONText.collection(text), to: "streets.geojson")
      layers += ", network: \(network)"
    }
    let vocabulary = try Vocabulary.builtIn()
    let project = try ProjectFile.read(
      yaml: "schema: 1\nscope: complete\n\(stated)\nlayers: {\(layers)}\n",
      path: folder.path("project.yaml"), vocabulary: vocabulary)
    return try await CityLoader.load(project, vocabulary: vocabulary, workers: Workers(count: 2))
  }

  func check(_ pack: RulePack) async throws -> ComplianceResult {
    let folder = try ScratchFolder()
    let workers = Workers(count: 2)
    let city = try await load(folder)
    let network = try await CityNetwork.load(for: city, workers: workers)
    return try await ComplianceEngine(
      city: city, packs: [pack], vocabulary: Vocabulary.builtIn().kinds, network: network,
      workers: workers
    ).run()
  }
}

extension ComplianceResult {
  /// Everything that is said of a parcel under a rule: as it is printed, and how far it has to go
  /// (0 where nothing is said of that).
  func answers(_ rule: Int, _ id: String) throws -> (texts: [String], metres: Double) {
    let finding = findings[rule]
    let row = try #require(city.parcels.rows.ids.firstIndex(of: id))
    let ids = city.facilities.rows.ids
    func figure(_ value: Double?, _ digits: Int) -> String {
      value.map { String(format: "%.\(digits)f", $0) } ?? "-"
    }
    let texts = [
      "\(finding.verdicts[row])", figure(finding.measured[row], 6), "\(finding.shortfall[row])",
      finding.nearest.isEmpty || finding.nearest[row] < 0 ? "-" : ids[Int(finding.nearest[row])],
      finding.facilityOffsets.isEmpty
        ? "-" : finding.facilities(of: row).map { ids[Int($0)] }.joined(separator: ";"),
    ]
    let metres = finding.distance.isEmpty ? nil : finding.distance[row]
    return (texts, metres ?? 0)
  }
}
